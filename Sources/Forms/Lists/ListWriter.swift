import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// Writes 明细表: the objects that an indicator counts, one to a row, those still open printed in.
struct ListWriter {
  let template: TemplateWriter
  let table: FormLayout.ListTable

  private var theme: Theme { template.theme }
  private var objects: [FormContents.ListRow] { template.contents.listRows(table) }
  private var grid: ListGrid { ListGrid(table: table, filled: objects.count) }

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let grid = grid
    let objects = objects
    let printed = 1...ListGrid.widths.count
    try sheet.hideGridlines()
    try sheet.setColumns(0...0, width: .characters(8), hidden: true)
    for (index, width) in ListGrid.widths.enumerated() {
      try sheet.setColumns(index + 1...index + 1, width: .characters(width))
    }
    try template.head(
      of: table.sheet, title: "\(table.indicator)明细表", right: table.measure.isEmpty ? "" : "单位：\(table.measure)"
    ).write(to: sheet, theme: theme, columns: printed, widths: ListGrid.widths)
    for column in ListColumn.allCases {
      let format = ListColumn.entries.contains(column) ? theme.entryHeader : theme.tableHeader
      try sheet.write(.text(column.chinese), at: grid.cell(column, ListGrid.headerRow), format: format)
    }
    try sheet.setRow(ListGrid.headerRow, height: 33)
    for index in 0..<grid.rows {
      try write(index < objects.count ? objects[index] : FormContents.ListRow(), index, to: sheet, grid)
    }
    try finish(sheet, grid)
  }

  /// Writes a row of the list. All cells are open: a program sorts a protected range only where no cell of it is
  /// locked.
  private func write(
    _ object: FormContents.ListRow, _ index: Int, to sheet: WorksheetWriter, _ grid: ListGrid
  ) throws(XLSXWriteError) {
    let row = ListGrid.firstRow + index
    func open(_ format: CellFormat) -> CellFormat { format.with { $0.isLocked = false } }
    func width(_ column: ListColumn) -> Double { ListGrid.widths[ListGrid.index(of: column) - 1] }
    let texts = [ListColumn.object, .note].compactMap { column in
      object.content(column).text.map { RowMeasure.Text($0, column: width(column)) }
    }
    try sheet.setRow(row, height: RowMeasure.height(of: texts, atLeast: RowMeasure.data))
    try sheet.write(.text(table.code), at: grid.cell(.code, row), format: open(theme.ordinal))
    try sheet.write(.integer(index + 1), at: grid.cell(.number, row), format: open(theme.ordinal))
    try sheet.write(
      object.previousState.map { .text($0) } ?? .blank, at: grid.cell(.previousState, row),
      format: open(theme.centeredText))
    let formats: [(ListColumn, CellFormat)] = [
      (.object, theme.entryText), (.state, theme.entryCenteredText), (.date, theme.entryDate), (.note, theme.entryText),
    ]
    for (column, whole) in formats {
      let format = whole.holding(object.content(column).text, column: width(column))
      let mark = template.contents.listMarks[.init(code: table.code, row: index, column: column)]
      let cell = grid.cell(column, row)
      try sheet.write(object.content(column), at: cell, format: mark.map { theme.marked(format, $0.kind) } ?? format)
      if let mark { try sheet.comment(.findings(mark.lines), at: cell) }
    }
    let check = ListCheck(grid: grid, row: row, lastDay: template.period.lastDay)
    try sheet.write(
      .formula(check.formula, .text(check.verdict(object))), at: grid.cell(.selfCheck, row),
      format: open(theme.light))
  }

  private func finish(_ sheet: WorksheetWriter, _ grid: ListGrid) throws(XLSXWriteError) {
    let states = ListState.allCases.map(\.chinese)
    try sheet.validate(
      DataValidation(
        .list(states), input: .init(ListColumn.state.chinese, "从下拉列表里选：\(states.joined(separator: "、"))。"),
        error: .init("请从列表里选", "只能选\(states.joined(separator: "、"))；情况写在“\(ListColumn.note.chinese)”。")),
      on: grid.range(.state))
    let date = grid.cell(.date, ListGrid.firstRow).a1
    try sheet.validate(
      DataValidation(
        .custom("AND(ISNUMBER(\(date)),N(\(date))>40000,N(\(date))<60000)"),
        input: .init(
          ListColumn.date.chinese, "“\(ListState.done.chinese)”的填办结日期，如\(template.period.lastDay)；其余的不填。"),
        error: .init("不能这样填", "请填日期，如\(template.period.lastDay)；没有办结的留空。")), on: grid.range(.date))
    try sheet.conditionalFormats(ConditionalFormat.checks(), on: grid.range(.selfCheck))
    try sheet.autofilter(
      CellRange(
        grid.cell(.number, ListGrid.headerRow), grid.cell(.selfCheck, grid.lastRow)))
    try sheet.freezePanes(at: grid.cell(.previousState, ListGrid.firstRow))
    try sheet.setPage(
      .theme(
        .table, footer: template.footer,
        printArea: CellRange(
          CellReference(row: 1, column: 1), CellReference(row: grid.lastRow, column: ListGrid.widths.count)),
        repeatedRows: ListGrid.headerRow...ListGrid.headerRow))
  }
}

/// Is a row of a list filled as it should be?
struct ListCheck {
  let grid: ListGrid
  let row: Int
  /// Nothing can have been done later.
  let lastDay: CivilDate

  private var nextDay: Int { Int(lastDay.serial) + 1 }
  private func at(_ column: ListColumn) -> String { grid.cell(column, row).a1 }

  var formula: String {
    let (object, state, date, note) = (at(.object), at(.state), at(.date), at(.note))
    let done = FormulaText.string(ListState.done.chinese)
    let known = ListState.allCases.map { "\(state)=\(FormulaText.string($0.chinese))" }.joined(separator: ",")
    let inTime = "IF(ISNUMBER(\(date)),IF(N(\(date))>=\(nextDay),\"不符\",\"OK\"),\"不符\")"
    let day =
      "IF(\(state)=\(done),IF(LEN(\(date))=0,\"缺\",\(inTime)),IF(LEN(\(date))=0,\"OK\",\"不符\"))"
    let filled = "IF(LEN(\(state))=0,\"缺\",IF(NOT(OR(\(known))),\"不符\",\(day)))"
    return "IF(LEN(\(object))=0,IF(LEN(\(state))+LEN(\(date))+LEN(\(note))=0,\"—\",\"缺\"),\(filled))"
  }

  /// Returns what the formula comes to.
  func verdict(_ row: FormContents.ListRow) -> String {
    if row.object.isBlank { return row.state.isBlank && row.date.isBlank && row.note.isBlank ? "—" : "缺" }
    if row.state.isBlank { return "缺" }
    guard let state = row.state.text.flatMap({ ListState(chinese: $0) }) else { return "不符" }
    guard state == .done else { return row.date.isBlank ? "OK" : "不符" }
    if row.date.isBlank { return "缺" }
    return row.date.number.map { $0 < FixedDecimal(nextDay) } == true ? "OK" : "不符"
  }
}
