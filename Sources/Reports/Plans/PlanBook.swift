import OfficeStyle
public import PlanFile
public import PlanModel
import SpreadsheetML
import XLSXWriting

/// A plan as a workbook: a sheet for each of its lists, to be looked through, changed and read back.
///
/// Equal plans make equal bytes.
public struct PlanBook: Sendable {
  public let plan: Plan
  public let tables: PlanTables

  public init(plan: Plan, tables: PlanTables) {
    self.plan = plan
    self.tables = tables
  }

  /// What stands before a section's name in the row of keys, in the hidden first column: by this the sheet is known.
  public static let mark = "#"

  static let guide = "说明"
  private static let headerRow = SheetHead.rows
  private static let firstRow = headerRow + 2
  private static let spareRows = 20

  private var fonts: FontSet { plan.reporting.fonts == .official ? .official : .common }
  private var theme: Theme { Theme(fonts: fonts) }

  /// Writes the book; the file appears whole or not at all.
  public func write(to path: String) throws(ReportError) {
    do throws(XLSXWriteError) {
      let created = CivilDate(year: plan.year, month: 1, day: 1)?.midnight
      let book = try WorkbookWriter(
        path: path,
        properties: DocumentProperties(title: plan.title, company: plan.issuer, created: created))
      try writeGuide(to: book.addWorksheet(Self.guide))
      for table in shown { try write(table, to: book.addWorksheet(table.section.sheet)) }
      try book.close()
    } catch {
      throw .writing(error, path: path)
    }
  }

  /// A list without entries and without a schema has no columns to show.
  private var shown: [PlanTables.Table] { tables.tables.filter { !$0.columns.isEmpty } }

  // MARK: A table

  private func write(_ table: PlanTables.Table, to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let columns = table.columns.map { PlanColumn(section: table.section, key: $0) }
    let printed = 1...columns.count
    try sheet.hideGridlines()
    try sheet.setColumns(0...0, width: .characters(8), hidden: true)
    for (index, column) in columns.enumerated() {
      try sheet.setColumns(index + 1...index + 1, width: .characters(column.width))
    }
    try SheetHead(
      title: "\(plan.year)年计划：\(table.section.sheet)", left: plan.issuer, right: "共\(table.rows.count)条",
      links: [.init(Self.guide, .cell(sheet: Self.guide, CellReference(row: 0, column: 0)))]
    ).write(to: sheet, theme: theme, columns: printed, widths: columns.map(\.width))
    try sheet.setRow(Self.headerRow, height: 33)
    try sheet.setRow(Self.headerRow + 1, height: RowMeasure.columnNumber)
    try sheet.write(
      .text(Self.mark + table.section.rawValue), at: CellReference(row: Self.headerRow + 1, column: 0))
    for (index, column) in columns.enumerated() {
      let place = CellReference(row: Self.headerRow, column: index + 1)
      try sheet.write(.text(column.header), at: place, format: theme.tableHeader)
      try sheet.write(
        .text(column.key), at: CellReference(row: Self.headerRow + 1, column: index + 1), format: theme.columnNumber)
    }
    for (index, row) in table.rows.enumerated() { try write(row, columns, Self.firstRow + index, to: sheet) }
    try finish(sheet, table, columns, printed)
  }

  private func write(
    _ row: [String], _ columns: [PlanColumn], _ index: Int, to sheet: WorksheetWriter
  ) throws(XLSXWriteError) {
    try sheet.setRow(
      index, height: RowMeasure.height(of: zip(row, columns).map { RowMeasure.Text($0, column: $1.width) }))
    for (offset, (text, column)) in zip(row, columns).enumerated() {
      let cell = CellReference(row: index, column: offset + 1)
      if column.isNumber, let value = FixedDecimal(text)?.double,
        FixedDecimal.fifteenDigits(value)?.value.shortest == text
      {
        try sheet.write(
          .number(value), at: cell, format: theme.figure(.decimals(0)).with { $0.numberFormat = "General" })
      } else {
        // Kept as text, so that 2024-06 and 1.1 stay what was typed.
        try sheet.write(
          text.isEmpty ? .blank : .text(text), at: cell,
          format: column.isNumber ? theme.text : theme.text.with { $0.numberFormat = NumberStyle.text.code })
      }
    }
  }

  /// Adds rows ready for new entries, drop-downs, and the page.
  private func finish(
    _ sheet: WorksheetWriter, _ table: PlanTables.Table, _ columns: [PlanColumn], _ printed: ClosedRange<Int>
  ) throws(XLSXWriteError) {
    let last = Self.firstRow + table.rows.count + Self.spareRows - 1
    for row in Self.firstRow + table.rows.count...last {
      try write(Array(repeating: "", count: columns.count), columns, row, to: sheet)
    }
    for (index, column) in columns.enumerated() where !column.choices.isEmpty {
      try sheet.validate(
        DataValidation(
          .list(column.choices), input: .init(column.header, "从下拉列表里选，或留空。"),
          error: .init("请从列表里选", "只能选\(column.choices.joined(separator: "、"))，或留空。")),
        on: CellRange(
          CellReference(row: Self.firstRow, column: index + 1),
          CellReference(row: last, column: index + 1)))
    }
    try sheet.freezePanes(at: CellReference(row: Self.firstRow, column: min(3, columns.count)))
    try sheet.autofilter(
      CellRange(
        CellReference(row: Self.headerRow + 1, column: 1), CellReference(row: last, column: columns.count)))
    try sheet.setPage(
      .theme(
        .ledger, footer: SheetFooter("\(plan.issuer)\(plan.year)年计划", fonts: fonts),
        printArea: CellRange(
          CellReference(row: 1, column: 1),
          CellReference(row: max(Self.firstRow, Self.firstRow + table.rows.count - 1), column: printed.upperBound)),
        repeatedRows: Self.headerRow...Self.headerRow + 1))
  }

  // MARK: 说明

  private static let notes: [(String, String)] = [
    ("怎么用", "逐表查看、修改、增删行，存为.xlsx，再用 huizong plan import 生成计划文件；写法不对的，逐格指出，不生成。"),
    ("空格", "空着就是没有这一项。表头下灰色一行是计划文件里的键，请勿改动；列可以挪动，工作表可以改名。"),
    ("列表", "牵头、责任单位、报送单位、别名等写作“甲、乙”；其他列表写作[甲, 乙]，成组的写作{键: 值}，如{date: 2024-06-30, stated: false}。"),
    ("编码", "指标编码一经使用不再改作他用；“任务编号”写它所属任务的编号。"),
    ("分解", "写作{chengqu: 396, haifeng: 478}，各单位之和等于目标值；也可用任务分解表和 huizong plan allocate。"),
    ("不保留的", "计划文件里以#开头的注释不进工作簿，导入后也没有。"),
  ]

  private func writeGuide(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let widths = [14.0, 100]
    try sheet.hideGridlines()
    try sheet.setColumnWidths(widths.map { .characters($0) })
    var row = try SheetHead(
      title: plan.title, left: plan.issuer, right: "第\(plan.revision)版"
    ).write(to: sheet, theme: theme, columns: 0...1, widths: widths)
    for (label, text) in Self.notes {
      try sheet.setRow(row, height: RowMeasure.height(of: [.init(text, column: widths[1])], atLeast: RowMeasure.form))
      try sheet.write(.text(label), at: CellReference(row: row, column: 0), format: theme.tableHeader)
      try sheet.write(.text(text), at: CellReference(row: row, column: 1), format: theme.text)
      row += 1
    }
    for table in shown {
      try sheet.setRow(row, height: RowMeasure.data)
      try sheet.write(
        .text(table.section.sheet), at: CellReference(row: row, column: 0), format: theme.centeredLink,
        link: .cell(sheet: table.section.sheet, CellReference(row: 0, column: 0)))
      try sheet.write(.text("\(table.rows.count)条"), at: CellReference(row: row, column: 1), format: theme.text)
      row += 1
    }
    try sheet.setPage(
      .theme(
        .onePage, footer: SheetFooter("\(plan.issuer)\(plan.year)年计划", fonts: fonts),
        printArea: CellRange(CellReference(row: 1, column: 0), CellReference(row: row - 1, column: 1))))
  }
}
