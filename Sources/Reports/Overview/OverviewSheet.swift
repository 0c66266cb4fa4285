import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 总览: one page for the leader. Conclusion first, then the exceptions.
struct OverviewSheet: BookSheet {
  let content: SummaryContent

  var context: ReportContext { content.context }
  var theme: Theme { context.theme }

  static let ledeRow = SheetHead.rows + 1
  static let tileRow = ledeRow + 3
  static let headRow = tileRow + 4
  static let bodyRow = headRow + 1

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    for (column, pixels) in OverviewGrid.pixels.enumerated() {
      try sheet.setColumns(column...column, width: .pixels(pixels))
    }
    try context.head(
      .overview, title: context.bookTitle, left: "填报单位（盖章）：\(context.plan.issuer)",
      right: "单位：项、%、百分点", ruled: true
    ).write(to: sheet, theme: theme, columns: OverviewGrid.printed, widths: OverviewGrid.widths)
    try writeLede(to: sheet)
    try writeTiles(to: sheet)
    let ranked = try writeRankings(to: sheet)
    try writeChart(to: sheet, through: ranked - 1)
    let listed = try writeLists(to: sheet, from: ranked)
    let end = try foot.write(
      to: sheet, theme: theme, row: listed, columns: OverviewGrid.printed, widths: OverviewGrid.widths)
    try writeUnitLinks(to: sheet, row: end + 1)
    try sheet.freezePanes(at: CellReference(row: 1, column: 0))
    try sheet.hideGridlines()
    try sheet.setTabColor(Palette.accent)
    try sheet.setPage(context.page(.overview, rows: end, columns: OverviewGrid.printed))
  }

  private func writeLede(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let words = OverviewWords(content: content)
    try sheet.setRow(Self.ledeRow - 1, height: 3.75)
    try writeRuns(words.lede, format: theme.lede, row: Self.ledeRow, floor: 24, to: sheet)
    try writeRuns(words.coverage, format: theme.paragraph, row: Self.ledeRow + 1, floor: 18, to: sheet)
    try sheet.setRow(Self.tileRow - 1, height: 5.25)
  }

  private func writeRuns(
    _ runs: [TextRun], format: CellFormat, row: Int, floor: Double, to sheet: WorksheetWriter
  ) throws(XLSXWriteError) {
    let text = RowMeasure.Text(
      runs.map(\.text).joined(), column: OverviewGrid.room(OverviewGrid.printed), size: format.font.size)
    try sheet.setRow(row, height: RowMeasure.height(of: [text], atLeast: floor))
    try sheet.merge(OverviewGrid.range(row, OverviewGrid.printed), .richText(runs), format: format)
  }

  // MARK: Tiles

  private func writeTiles(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    try sheet.setRowHeights([18, 30.75, 18, 6.75], from: Self.tileRow)
    for (index, tile) in OverviewTiles(content: content).tiles.enumerated() {
      let strip = OverviewGrid.strips[index]
      let body = OverviewGrid.bodies[index]
      for offset in 0...2 {
        try sheet.write(
          .blank, at: CellReference(row: Self.tileRow + offset, column: strip), format: theme.tileStrip(tile.strip))
      }
      try sheet.merge(OverviewGrid.range(Self.tileRow, body), .text(tile.label), format: theme.tileLabel)
      try sheet.merge(
        OverviewGrid.range(Self.tileRow + 1, body), tile.figure, format: theme.tileFigure(color: tile.color))
      try sheet.merge(OverviewGrid.range(Self.tileRow + 2, body), tile.note, format: theme.tileNote)
    }
  }

  // MARK: Chart

  private func writeChart(to sheet: WorksheetWriter, through last: Int) throws(XLSXWriteError) {
    let bars = CompletionBars(content: content)
    let items = bars.items
    let pace = context.yearPace.grouped(places: 1)
    let head =
      items.isEmpty ? "主要指标完成率与序时进度" : "主要指标完成率与序时进度（%；斜纹为距序时进度的缺口，年度序时\(pace)%，名称后为百分点差值）"
    try sheet.merge(OverviewGrid.range(Self.headRow, OverviewGrid.left), .text(head), format: theme.sectionHead)
    guard !items.isEmpty else {
      return try sheet.merge(
        OverviewGrid.range(Self.bodyRow, OverviewGrid.left), "本期没有报送可计算完成率的指标。", format: theme.paragraph)
    }
    let rows = MethodRows(context: context)
    func range(_ column: Int) -> SheetRange {
      SheetRange(
        SheetName.method.rawValue,
        CellRange(
          CellReference(row: rows.firstBar, column: column),
          CellReference(row: rows.firstBar + items.count - 1, column: column)))
    }
    let width = OverviewGrid.left.reduce(0) { $0 + OverviewGrid.pixels[$1] }
    let height = rankingHeight(rows: last - Self.bodyRow + 1) - 4
    var chart = Chart.completion(
      names: range(MethodRows.labelColumn), rates: range(MethodRows.rateColumn),
      gaps: range(MethodRows.missingColumn), width: width, height: height, fonts: context.fonts)
    chart.valueAxis.maximum = bars.axisEnd
    try sheet.insert(chart, at: CellReference(row: Self.bodyRow, column: 0), offsetY: 2)
  }

  /// Writes links to the units' own sheets, below what is printed.
  private func writeUnitLinks(to sheet: WorksheetWriter, row: Int) throws(XLSXWriteError) {
    let units = context.unitSheets.units
    guard !units.isEmpty else { return }
    let links = units.compactMap { unit in context.link(to: unit.id).map { SheetHead.Link(unit.short, $0) } }
    try sheet.write(.text("分单位："), at: CellReference(row: row, column: 1), format: theme.navigation)
    try SheetHead.write(
      links, to: sheet, theme: theme, row: row + 1, columns: OverviewGrid.printed, widths: OverviewGrid.widths)
  }

  // MARK: Foot

  private var foot: SheetFoot {
    let notes = [
      "占比按最大余数法取一位小数，合计100.0。",
      "达序时率=（已完成+超序时+达序时）÷考核指标数；县（市、区）按本县分解目标、每县目标和承办事项计，缺报、退回的不排名。",
      "口径和图数据见“口径说明”。",
    ]
    let numbered = notes.enumerated().map { "\($0 + 1).\($1)" }.joined()
    return SheetFoot(
      signatures: ["单位负责人：", "审核人：", "填表人：", "联系电话：", "报出日期：\(context.issued?.chinese ?? "")"],
      note: "注：\(numbered)")
  }
}
