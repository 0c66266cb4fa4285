import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 同比环比: what was done in the period against the period before, and since the start of the year against last year.
struct ComparisonSheet: BookSheet {
  let context: ReportContext
  let compared: [ComparedResult]

  private var theme: Theme { context.theme }
  private static let columns: [ListingSheet.Column] = [
    ("序号", 5), ("指标", 40), ("计量\n单位", 8.5), ("本期完成", 12), ("上期完成", 12), ("环比\n增减", 11), ("环比\n(%)", 10),
    ("累计完成", 12), ("上年同期", 12), ("同比\n增减", 11), ("同比\n(%)", 10), ("备注", 36),
  ]
  /// Where nothing is known of last year its columns are left out.
  private var columns: [ListingSheet.Column] {
    hasLastYear ? Self.columns : Array(Self.columns[..<7]) + [("备注", 60)]
  }
  private var hasLastYear: Bool { compared.contains { $0.lastYear != nil } }

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let head = context.head(
      .comparisons, title: "\(context.plan.year)年度重点工作同比环比（\(context.period.period.chineseShort)）", right: "单位：见表")
    let note =
      "注：1.环比为本期完成数与上期完成数相比（期末数类为期末数相比），同比为累计完成数与上年同期相比；只计两期都有数的单位，其余在备注注明。2.基数为0的写“—”；基数为负的不算百分比，写“减亏”“增亏”“扭亏”。"
    let rows = compared.enumerated().map { row($1, number: $0 + 1) }
    try context.write(
      ListingSheet(theme: theme, head: head, columns: columns, rows: rows, note: note), to: sheet)
  }

  private func row(_ line: ComparedResult, number: Int) -> TableRow {
    let indicator = line.result.indicator
    let compared = [line.lastPeriod, line.lastYear].compactMap(\.self).flatMap { [$0.value, $0.base] }
    let style = FigureStyle(indicator, showing: compared)
    let row = ListingSheet.firstRow + number - 1
    var cells: [TableCell] = [
      .integer(number, theme.ordinal), .text(indicator.name, theme.text),
      .text(indicator.measure.isEmpty ? "—" : indicator.measure, theme.centeredText),
    ]
    cells += self.cells(line.lastPeriod, style, row: row, first: 3)
    if hasLastYear { cells += self.cells(line.lastYear, style, row: row, first: 7) }
    cells.append(.text(remark(line), theme.remark))
    return TableRow(cells: cells)
  }

  /// Returns figure, base, change and percentage, the last two live.
  private func cells(_ comparison: FigureComparison?, _ style: FigureStyle, row: Int, first: Int) -> [TableCell] {
    guard let comparison else { return [TableCell](repeating: .text("—", theme.dash), count: 4) }
    let figure = theme.figure(style.number)
    func cell(_ column: Int) -> String { "\(CellReference.columnLetters(first + column))\(row + 1)" }
    let change = "\(cell(0))-\(cell(1))"
    let (percentage, format) = (comparison.percentage, theme.figure(.gap))
    let rule = "IF(\(cell(1))>0,(\(change))/\(cell(1))*100,\"\(percentage == nil ? word(comparison) : "—")\")"
    return [
      .number(comparison.value, style, figure), .number(comparison.base, style, figure),
      .formula(change, comparison.change, style, figure),
      percentage.map { .formula(rule, $0, .rate, format) } ?? .formula(rule, word(comparison), theme.dash),
    ]
  }

  private func word(_ comparison: FigureComparison) -> String { comparison.loss?.rawValue ?? "—" }

  private func remark(_ line: ComparedResult) -> String {
    [("环比", line.lastPeriod), ("同比", line.lastYear)].compactMap { word, comparison in
      guard let units = comparison?.leftOut, !units.isEmpty else { return nil }
      return "\(word)不含\(ChineseText.names(units.map(\.short), atMost: 5))"
    }.joined(separator: "；")
  }
}
