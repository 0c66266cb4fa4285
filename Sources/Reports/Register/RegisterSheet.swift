import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 任务台账: each item with everything that is known of it, in 19 columns.
struct RegisterSheet: BookSheet {
  let content: SummaryContent

  private var context: ReportContext { content.context }
  private var theme: Theme { context.theme }

  private static let headers = [
    "序号", "工作任务", "目标值", "计量\n单位", "完成时限", "牵头单位", "责任单位", "本期完成", "累计完成", "完成率\n(%)", "序时进度\n(%)",
    "进度\n状态", "进展情况", "存在问题", "下一步措施", "填报人", "审核人", "联系电话", "填报日期",
  ]
  private static let leastWidths: [Double] = [
    5, 26, 11, 8, 12, 14, 18, 11, 11.5, 9, 9, 9.5, 36, 26, 26, 9, 9, 14, 12, 2, 10,
  ]
  private static let printed = 0...18
  private static let headerRow = SheetHead.rows
  private static let firstRow = headerRow + 1

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let rows = content.table.items.map { RegisterRow(content: content, item: $0).row }
    let table = Table(leastWidths: Self.leastWidths, rows: rows)
    let widths = table.widths
    let printed = Array(widths[Self.printed])
    try sheet.setColumnWidths(widths.map { .characters($0) })
    try context.head(
      .register, title: "\(context.plan.year)年度重点工作任务台账（\(context.period.period.chineseShort)）",
      left: "填报单位（盖章）：\(context.plan.issuer)", right: "单位：见“计量单位”栏"
    ).write(to: sheet, theme: theme, columns: Self.printed, widths: printed)
    try sheet.setRow(Self.headerRow, height: 32.25)
    try sheet.writeRow(
      Self.headers.map { .text($0) }, at: CellReference(row: Self.headerRow, column: 0), format: theme.tableHeader)
    let next = try table.write(to: sheet, from: Self.firstRow, widths: widths)
    let end = try foot.write(to: sheet, theme: theme, row: next, columns: Self.printed, widths: printed)
    try setUp(sheet, last: max(Self.firstRow, next - 1), end: end)
  }

  private var foot: SheetFoot {
    SheetFoot(
      signatures: ["单位负责人：", "审核人：", "填表人：", "联系电话：", "报出日期：\(context.issued?.chinese ?? "")"],
      note: "填表说明：1.进展情况、存在问题、下一步措施照录单位原文，牵头单位在前，其他单位冠以单位名。2.目标值、累计完成、完成率、进度状态取自“指标汇总”。"
        + "3.“—”为不适用，“未报送”为本期未报。4.填报人等取自首家填报单位。")
  }

  private func setUp(_ sheet: WorksheetWriter, last: Int, end: Int) throws(XLSXWriteError) {
    func range(_ column: Int) -> CellRange {
      CellRange(CellReference(row: Self.firstRow, column: column), CellReference(row: last, column: column))
    }
    try sheet.conditionalFormats(ConditionalFormat.statuses(), on: range(RegisterRow.stateColumn))
    for column in [7, 8, 12, 13, 14] {
      try sheet.conditionalFormat(.text("未报送", .brickWord), on: range(column))
    }
    try sheet.conditionalFormat(.rateBar, on: range(RegisterRow.rateColumn))
    try sheet.freezePanes(at: CellReference(row: Self.firstRow, column: 2))
    try sheet.autofilter(
      CellRange(
        CellReference(row: Self.headerRow, column: 0), CellReference(row: last, column: Self.printed.upperBound)))
    try sheet.hideGridlines()
    try sheet.setPage(
      context.page(.ledger, rows: end, columns: Self.printed, repeated: Self.headerRow...Self.headerRow))
  }
}
