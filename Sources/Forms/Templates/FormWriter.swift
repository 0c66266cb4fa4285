import OfficeStyle
import PlanModel
import SpreadsheetML
import Validation
import XLSXWriting

/// Writes 填报表, the sheet with the figures.
struct FormWriter {
  let template: TemplateWriter
  let check: SelfCheck
  /// Where everything stands on 填报表; its widths are measured over all rows, once.
  private let form: FormSheet

  init(template: TemplateWriter, check: SelfCheck) {
    self.template = template
    self.check = check
    form = FormSheet(template.layout)
  }

  private var layout: FormLayout { template.layout }
  private var theme: Theme { template.theme }

  private static let entries: Set<FormColumn> = [
    .current, .cumulative, .progress, .problems, .nextSteps, .explanation,
  ]

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let form = form
    let printed = 1...form.lastColumn
    try sheet.hideGridlines()
    try sheet.setColumns(0...0, width: .characters(8), hidden: true)
    for column in printed { try sheet.setColumns(column...column, width: .characters(form.widths[column])) }
    let widths = Array(form.widths[printed])
    try template.head(of: layout.sheet, title: template.title, right: "单位：见“计量单位”栏")
      .write(to: sheet, theme: theme, columns: printed, widths: widths)
    try writeHeader(to: sheet, form)
    let indicators = Dictionary(
      template.rules.plan.indicators.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, row) in layout.rows.enumerated() {
      try FormRowWriter(
        sheet: sheet, theme: theme, form: form, layout: row, row: FormSheet.firstRow + index, ordinal: index + 1,
        contents: template.contents, selfCheck: selfCheck(index),
        example: EntryExample(
          layout: row, indicator: indicators[row.code], unit: template.unit.id, period: template.period)
      ).write()
    }
    let foot = SheetFoot(
      signatures: ["单位负责人：", "审核人：", "填表人：", "联系电话：", "报出日期："], note: Self.note)
    let legend = form.lastRow + 1
    if template.notice != nil { try writeLegend(to: sheet, form, row: legend) }
    let first = template.notice == nil ? legend : legend + 1
    let end = try foot.write(to: sheet, theme: theme, row: first, columns: printed, widths: widths)
    // The mark tells the reader that these rows are no indicators.
    for row in [FormSheet.headerRow + 1] + Array(legend..<end) {
      try sheet.write(.text(RowMatching.ownMark), at: CellReference(row: row, column: 0))
    }
    try finish(sheet, form, lastRow: end - 1)
  }

  /// Returns the worst of the answers that 自检 has about the row, as a formula.
  private func selfCheck(_ index: Int) -> CellContent {
    let answers = SelfCheckGrid(rows: layout.rows.count, lines: check.lines.count).answers(ofItem: index)
    let verdict = check.lines.reduce(SelfCheck.Status.ok) { worst, line in
      line.rows.indices.contains(index) ? worst.worse(line.rows[index]?.verdict ?? .ok) : worst
    }
    return .formula(
      "IF(COUNTIF(\(answers),\"不符\")>0,\"不符\",IF(COUNTIF(\(answers),\"缺\")>0,\"缺\",\"OK\"))",
      .text(verdict.chinese))
  }

  private func writeHeader(to sheet: WorksheetWriter, _ form: FormSheet) throws(XLSXWriteError) {
    try sheet.setRow(FormSheet.headerRow, height: 33)
    try sheet.setRow(FormSheet.headerRow + 1, height: RowMeasure.columnNumber)
    for column in layout.columns {
      guard let key = FormColumn(rawValue: column.key) else { continue }
      let format = Self.entries.contains(key) ? theme.entryHeader : theme.tableHeader
      try sheet.write(.text(column.header), at: form.cell(key, FormSheet.headerRow), format: format)
      guard key != .code else { continue }
      try sheet.write(
        .text(FormColumn.ordinals[key] ?? ""), at: form.cell(key, FormSheet.headerRow + 1), format: theme.columnNumber)
    }
  }

  /// Writes what the marks of a return mean.
  private func writeLegend(to sheet: WorksheetWriter, _ form: FormSheet, row: Int) throws(XLSXWriteError) {
    try sheet.setRow(row, height: RowMeasure.data)
    try sheet.write("图例", at: form.cell(.indicator, row), format: theme.centeredText)
    let parts: [(FormColumn, FormColumn, FindingMark, String)] = [
      (.measure, .allocation, .required, "强制性：须改正（粗框）"), (.previous, .cumulative, .verify, "核实性：须说明（虚框）"),
      (.rate, .progress, .notice, "提示：已规整，不需改（点框）"),
    ]
    for (first, last, mark, text) in parts {
      try sheet.merge(
        CellRange(form.cell(first, row), form.cell(last, row)), .text(text), format: theme.legend(mark))
    }
  }

  private func finish(_ sheet: WorksheetWriter, _ form: FormSheet, lastRow: Int) throws(XLSXWriteError) {
    try sheet.conditionalFormats([.rateBar], on: form.range(.rate))
    try sheet.conditionalFormats(ConditionalFormat.checks(), on: form.range(.selfCheck))
    try sheet.freezePanes(at: form.cell(.measure, FormSheet.firstRow))
    let header = FormSheet.headerRow
    try sheet.setPage(
      .theme(
        .table, footer: template.footer,
        printArea: CellRange(CellReference(row: 1, column: 1), CellReference(row: lastRow, column: form.lastColumn)),
        repeatedRows: header...header + 1))
    if let first = layout.rows.first {
      let cell = form.cell(first.decidingColumn, FormSheet.firstRow)
      try sheet.select(CellRange(cell, cell))
    }
  }

  private static let note =
    "填表说明：1.只填浅黄底单元格，其余由系统生成并锁定。2.“累计完成”为从年初到本期末的累计数；按月发生的指标填“本期完成”，累计自动计算。"
    + "3.没有发生填0，不适用填“—”（有分解数、应完成数、期限或上期数的不能填），不得留空；办结类指标填办结日期，没有办结的填“推进中”或“未启动”。"
    + "4.完成率低于序时进度的，“存在问题”“下一步措施”必填；累计数小于上期的，在“核实说明”写明原因。"
}

extension FormColumn {
  /// 栏号, printed below the header: 甲, 乙, … for words, 1, 2, … for figures.
  static let ordinals: [FormColumn: String] = [
    .number: "甲", .task: "乙", .indicator: "丙", .measure: "丁", .target: "1", .allocation: "2", .previous: "3",
    .current: "4", .cumulative: "5", .rate: "6=5÷2", .pace: "7", .progress: "戊", .problems: "己", .nextSteps: "庚",
    .explanation: "辛",
  ]
}
