import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 报送情况: what became of each unit's duty to report, and of every file that came in.
struct ReturnsSheet {
  let context: ReportContext

  private var theme: Theme { context.theme }
  private static let headers = [
    "序号", "单位", "报送状态", "应报日期", "首次报送", "更正报送", "应报\n项数", "已报\n项数", "漏报\n项数", "采用文件", "说明",
  ]
  private static let leastWidths: [Double] = [5, 26, 14, 13, 12, 12, 8, 8, 8, 40, 40]
  private static let printed = 0...10
  private static let headerRow = SheetHead.rows
  private static let firstRow = headerRow + 1

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let units = context.period.units
    let rows = units.enumerated().map { row($1, number: $0 + 1) }
    let table = Table(leastWidths: Self.leastWidths, rows: rows)
    let widths = table.widths
    try sheet.setColumnWidths(widths.map { .characters($0) })
    try context.head(
      .returns, title: "\(context.period.period.chinese)各单位报送情况", right: "单位：家、项"
    ).write(to: sheet, theme: theme, columns: Self.printed, widths: widths)
    try sheet.setRow(Self.headerRow, height: 32.25)
    try sheet.writeRow(
      Self.headers.map { .text($0) }, at: CellReference(row: Self.headerRow, column: 0), format: theme.tableHeader)
    var next = try table.write(to: sheet, from: Self.firstRow, widths: widths)
    try writeRules(to: sheet, last: max(Self.firstRow, next - 1))
    try writeTotals(to: sheet, row: next, units: units)
    next = try UnusedFiles(context: context).write(to: sheet, from: next + 2, widths: widths)
    let note = "注：1.退回、缺报的单位本期数不计入合计；多份待定的，内容不同的项不计入合计。2.首次报送为最早一份可采用文件的收到日期，更正报送为其后替代它的文件的收到日期。"
    let end = try SheetFoot(note: note).write(
      to: sheet, theme: theme, row: next, columns: Self.printed, widths: widths)
    try sheet.freezePanes(at: CellReference(row: Self.firstRow, column: 2))
    try sheet.hideGridlines()
    try sheet.setPage(
      context.page(.table, rows: end, columns: Self.printed, repeated: Self.headerRow...Self.headerRow))
  }

  private func writeRules(to sheet: WorksheetWriter, last: Int) throws(XLSXWriteError) {
    let states = CellRange(
      CellReference(row: Self.firstRow, column: 2), CellReference(row: last, column: 2))
    try sheet.conditionalFormats(ConditionalFormat.reporting(), on: states)
    try sheet.conditionalFormat(.text("多份待定", .yellow), on: states)
    try sheet.conditionalFormat(
      .cell(.greater(0), .brickWord),
      on: CellRange(CellReference(row: Self.firstRow, column: 8), CellReference(row: last, column: 8)))
  }

  private func row(_ report: UnitReport, number: Int) -> TableRow {
    let words = ReturnWords(context: context, report: report)
    let count = theme.figure(.count)
    let cells: [TableCell] = [
      .integer(number, theme.ordinal), .text(report.unit.name, theme.text),
      .text(report.status.chinese, theme.status.with { $0.alignment.wraps = false }), due(report.due),
      date(report.firstReceived),
      date(report.corrected), .integer(report.expected, count), .integer(report.reported, count),
      .integer(report.omitted.count, count),
      .text(words.counting.isEmpty ? "—" : words.counting, theme.text), .text(words.explanation, theme.remark),
    ]
    return TableRow(cells: cells)
  }

  private func due(_ day: CivilDate?) -> TableCell {
    guard let day, context.plan.reporting.illustrative.covers("due") else { return date(day) }
    let mark = FigureStyle.illustrativeMark
    return .date(day, theme.date.with { $0.numberFormat = NumberStyle.date.marked(mark).code }, suffix: "（\(mark)）")
  }

  private func date(_ day: CivilDate?) -> TableCell {
    day.map { .date($0, theme.date) } ?? .text("—", theme.dash.with { $0.alignment.horizontal = .center })
  }

  /// The sums below the units, live.
  private func writeTotals(to sheet: WorksheetWriter, row: Int, units: [UnitReport]) throws(XLSXWriteError) {
    let last = max(Self.firstRow, row - 1)
    let coverage = context.period.coverage
    try sheet.setRow(row, height: RowMeasure.data)
    for column in Self.printed {
      try sheet.write(.blank, at: CellReference(row: row, column: column), format: theme.totalText)
    }
    try sheet.write("合计", at: CellReference(row: row, column: 1), format: theme.totalText)
    let states = "C\(Self.firstRow + 1):C\(last + 1)"
    let lacking = ["退回", "缺报"].map { "COUNTIF(\(states),\"\($0)\")" }.joined(separator: "-")
    try sheet.write(
      .formula("\"已报\"&(COUNTA(\(states))-\(lacking))&\"家\"", .text("已报\(coverage.reported)家")),
      at: CellReference(row: row, column: 2), format: theme.totalText)
    let sums = [units.map(\.expected), units.map(\.reported), units.map(\.omitted.count)]
    for (offset, values) in sums.enumerated() {
      let letter = CellReference.columnLetters(6 + offset)
      try sheet.write(
        .formula(
          "SUM(\(letter)\(Self.firstRow + 1):\(letter)\(last + 1))", .number(Double(values.reduce(0, +)))),
        at: CellReference(row: row, column: 6 + offset), format: theme.totalFigure(.count))
    }
  }
}
