import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 口径说明: how everything was counted, with the shares and the chart's figures in the open.
struct MethodSheet: BookSheet {
  let content: SummaryContent

  var context: ReportContext { content.context }
  var theme: Theme { context.theme }

  static let widths: [Double] = [5, 40, 12, 14, 12, 12, 44]
  static let printed = 0...6
  static let paceRow = SheetHead.rows + 1

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    try sheet.setColumnWidths(Self.widths.map { .characters($0) })
    try context.head(
      .method, title: "口径说明", right: "计划文件：第\(context.plan.revision)版"
    ).write(to: sheet, theme: theme, columns: Self.printed, widths: Self.widths)
    var row = SheetHead.rows
    try section("一、参数", row, sheet)
    try writePace(to: sheet, row: row + 1)
    row += 2
    try section("二、口径", row, sheet)
    row += 1
    for (offset, text) in MethodWords(context: context).lines.enumerated() {
      let cells = [TableCell.integer(offset + 1, theme.ordinal)]
      try Table(leastWidths: Self.widths, rows: [TableRow(cells: cells)]).write(
        to: sheet, from: row, widths: Self.widths)
      let room = Self.widths[1...].reduce(0, +)
      try sheet.setRow(row, height: RowMeasure.height(of: [.init(text, column: room)]))
      try sheet.merge(range(row, 1...6), .text(text), format: theme.text)
      row += 1
    }
    try section("三、状态占比（最大余数法）", MethodRows(context: context).shareHead, sheet)
    try writeShares(to: sheet)
    try section("四、总览图数据（按差值由低到高）", MethodRows(context: context).chartHead, sheet)
    let end = try writeChartData(to: sheet)
    try sheet.hideGridlines()
    try sheet.setPage(context.page(.onePage, rows: end, columns: Self.printed))
  }

  func section(_ text: String, _ row: Int, _ sheet: WorksheetWriter) throws(XLSXWriteError) {
    try sheet.setRow(row, height: RowMeasure.sectionHead)
    try sheet.merge(range(row, Self.printed), .text(text), format: theme.sectionHead)
  }

  func range(_ row: Int, _ columns: ClosedRange<Int>) -> CellRange {
    CellRange(
      CellReference(row: row, column: columns.lowerBound), CellReference(row: row, column: columns.upperBound))
  }

  private func writePace(to sheet: WorksheetWriter, row: Int) throws(XLSXWriteError) {
    let cells: [TableCell] = [
      .integer(1, theme.ordinal), .text("年度序时进度（%）", theme.text),
      .formula("ROUND(D\(row + 1)/E\(row + 1)*100,1)", context.yearPace, .rate, theme.figure(.rate)),
      .integer(context.period.period.lastMonth, theme.figure(.count)), .integer(12, theme.figure(.count)),
      .blank(theme.text), .text("已过月数÷全年月数；期限早的按起算月至期限月计", theme.remark),
    ]
    try Table(leastWidths: Self.widths, rows: [TableRow(cells: cells)]).write(to: sheet, from: row, widths: Self.widths)
  }
}

/// Where the parts of 口径说明 begin; 总览 refers to them.
struct MethodRows {
  let context: ReportContext

  var shareHead: Int { SheetHead.rows + 3 + MethodWords(context: context).lines.count + 1 }
  /// The first line of the shares, below their header.
  var firstShare: Int { shareHead + 2 }
  var shareSum: Int { firstShare + StateShares.Group.allCases.count }
  var chartHead: Int { shareSum + 2 }
  var firstBar: Int { chartHead + 2 }

  static let countColumn = 2
  static let shareColumn = 5
  static let rateColumn = 2
  static let missingColumn = 3
  static let gapColumn = 4
  static let labelColumn = 6
}
