import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

extension MethodSheet {
  /// Writes the figures that the overview's chart is drawn from; returns the first free row.
  func writeChartData(to sheet: WorksheetWriter) throws(XLSXWriteError) -> Int {
    let rows = MethodRows(context: context)
    let headers = ["序号", "指标", "完成率（%）", "距序时缺口", "差值", "序时（%）", "图中标签"]
    try sheet.writeRow(
      headers.map { .text($0) }, at: CellReference(row: rows.chartHead + 1, column: 0), format: theme.tableHeader)
    let bars = CompletionBars(content: content).items
    let body = bars.enumerated().map { bar($1, number: $0 + 1, row: rows.firstBar + $0 + 1) }
    return try Table(leastWidths: Self.widths, rows: body).write(to: sheet, from: rows.firstBar, widths: Self.widths)
  }

  private func bar(_ item: IndicatorItem, number: Int, row: Int) -> TableRow {
    let columns = content.table.columns
    func reference(_ column: Int) -> String { SheetName.indicators.reference(row: item.row, column: column) }
    let gap = item.result.gap ?? 0
    let name = CompletionBars.name(item.indicator)
    let label =
      "B\(row)&\"  \"&IF(ISNUMBER(E\(row)),IF(E\(row)=0,\"0.0\",IF(E\(row)>0,TEXT(E\(row),\"+0.0\"),"
      + "\"−\"&TEXT(-E\(row),\"0.0\"))),\"—\")"
    let rate = theme.figure(.rate)
    return TableRow(cells: [
      .integer(number, theme.ordinal), .text(name, theme.text),
      .formula(reference(columns.rate), item.result.rate ?? 0, .rate, rate),
      .formula(
        "IF(ISNUMBER(E\(row)),MAX(0,MIN(-E\(row),F\(row))),0)", CompletionBars.drawnGap(item.result), .rate, rate),
      .formula(reference(columns.gap), gap, .rate, theme.figure(.gap)),
      .formula(reference(columns.pace), item.result.pace ?? 0, .rate, rate),
      .formula(label, CompletionBars.label(name, gap), theme.text),
    ])
  }
}
