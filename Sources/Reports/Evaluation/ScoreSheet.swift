import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 得分明细: every point of every county and department, with its formula and the cell that it comes from.
struct ScoreSheet: BookSheet {
  let content: SummaryContent
  let table: ScoreTable

  private var context: ReportContext { content.context }
  private var theme: Theme { context.theme }
  private var words: ScoreWords { ScoreWords(plan: context.plan, evaluation: table.evaluation) }

  private static let leastWidths: [Double] = [6, 40, 10, 8, 10, 10, 10, 30, 50]
  private static let printed = 0...8
  /// Zero-based.
  static let points = 6
  private static let weight = 3

  private var headers: [String] {
    [
      "序号", "考核事项", "状态", "权重", "完成率\n(%)", table.evaluation.period.kind == .year ? "应完成\n(%)" : "序时进度\n(%)", "得分",
      "算式", "来源",
    ]
  }

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let rows = table.entries.flatMap { self.rows(of: $0) }
    let body = Table(leastWidths: Self.leastWidths, rows: rows)
    let widths = body.widths
    try sheet.setColumnWidths(widths.map { .characters($0) })
    try context.head(.scores, title: "\(context.period.period.chinese)单项得分明细", right: "单位：分").write(
      to: sheet, theme: theme, columns: Self.printed, widths: widths)
    try sheet.setRow(ScoreTable.headerRow, height: 32.25)
    try sheet.writeRow(
      headers.map { .text($0) }, at: CellReference(row: ScoreTable.headerRow, column: 0), format: theme.tableHeader)
    let next = try body.write(to: sheet, from: ScoreTable.firstRow, widths: widths)
    let end = try SheetFoot(note: note).write(
      to: sheet, theme: theme, row: next, columns: Self.printed, widths: widths)
    try sheet.freezePanes(at: CellReference(row: ScoreTable.firstRow, column: 2))
    try sheet.hideGridlines()
    try sheet.setPage(
      context.page(.table, rows: end, columns: Self.printed, repeated: ScoreTable.headerRow...ScoreTable.headerRow))
  }

  private var note: String {
    "注：1.单位行的“得分”为指标得分=Σ单项分÷Σ权重×100。2.县（市、区）按本县分解目标、每县目标和本县承办事项计；科室按第一牵头事项的全市数计。3.未报送、待定的不得分；不适用、不考核的不计。"
  }

  private func rows(of entry: ScoreTable.Entry) -> [TableRow] {
    let score = entry.score
    var rows = [head(entry)]
    for (index, item) in score.items.enumerated() {
      rows.append(row(item, number: index + 1, at: entry.items.lowerBound + index))
    }
    for deduction in score.deductions.filter({ !$0.isLight }) + score.deductions.filter(\.isLight) {
      rows.append(
        row("扣分", words.cause(deduction), deduction.points.negated, words.rule(deduction), words.source(deduction)))
    }
    rows += score.adjustments.map { adjustment in
      row(
        adjustment.points.isNegative ? "扣分" : "加分", "\(adjustment.why)（\(adjustment.period.chineseShort)）",
        adjustment.points, "人工录入：\(adjustment.by)，\(adjustment.at)",
        "依据：\(adjustment.evidence)（SHA-256 \(adjustment.digest.prefix(12))）")
    }
    return rows
  }

  private func head(_ entry: ScoreTable.Entry) -> TableRow {
    let score = entry.score
    let place = score.rank.map { "第\($0)名" } ?? "不排名"
    func range(_ column: Int) -> String {
      let letters = CellReference.columnLetters(column)
      return "\(letters)\(entry.items.lowerBound + 1):\(letters)\(entry.items.upperBound)"
    }
    var cells = [TableCell](repeating: .blank(theme.sectionRow), count: Self.printed.count)
    cells[1] = .text(score.unit?.name ?? score.name, theme.sectionRow.with { $0.alignment.wraps = true })
    cells[7] = .text(place, theme.sectionRow)
    if let base = score.base {
      let weights = score.items.reduce(into: FixedDecimal.zero) { sum, item in
        sum = (try? sum.adding(item.weight)) ?? sum
      }
      let number = theme.sectionRow.with { $0.alignment.horizontal = .right }
      cells[Self.weight] = .formula(
        "SUM(\(range(Self.weight)))", weights, FigureStyle(places: 1),
        number.with { $0.numberFormat = NumberStyle.decimals(1).code })
      cells[Self.points] = .formula(
        "SUM(\(range(Self.points)))/SUM(\(range(Self.weight)))*100", base, FigureStyle(places: 2),
        number.with { $0.numberFormat = NumberStyle.score.code })
    }
    return TableRow(cells: cells)
  }

  private func row(_ item: Score.Item, number: Int, at row: Int) -> TableRow {
    let one = theme.figure(.rate)
    func rate(_ value: FixedDecimal?) -> TableCell {
      value.map { .number($0, .rate, one) } ?? .text("—", theme.dash)
    }
    let score = theme.figure(.score)
    let points: TableCell =
      item.rate == nil || item.pace == nil
      ? .number(item.points, FigureStyle(places: 2), score)
      : .formula(
        "D\(row + 1)*IF(F\(row + 1)>0,MAX(0,MIN(1,E\(row + 1)/F\(row + 1))),1)", item.points, FigureStyle(places: 2),
        score)
    var cells: [TableCell] = [
      .integer(number, theme.ordinal), .text(item.indicator.name, theme.text), .text(words.state(item), theme.status),
      .number(item.weight, FigureStyle(places: 1), theme.figure(.decimals(1))), rate(item.rate), rate(item.pace),
      points,
      .text(words.formula(item), theme.remark),
    ]
    cells.append(source(item))
    return TableRow(cells: cells)
  }

  /// Returns where an item's figure stands: the county's own cell, or the row of 指标汇总.
  private func source(_ item: Score.Item) -> TableCell {
    if let figure = item.figure { return .text(words.source(figure), theme.remark) }
    guard let row = content.table.items.first(where: { $0.indicator.code == item.indicator.code })?.row else {
      return .text("全市数", theme.remark)
    }
    var cell = TableCell.text("指标汇总 第\(row + 1)行", theme.link)
    cell.link = .cell(sheet: SheetName.indicators.rawValue, CellReference(row: row, column: 0))
    return cell
  }

  private func row(_ kind: String, _ cause: String, _ points: FixedDecimal, _ rule: String, _ source: String)
    -> TableRow
  {
    TableRow(cells: [
      .blank(theme.ordinal), .text(cause, theme.text), .text(kind, theme.status), .text("—", theme.dash),
      .text("—", theme.dash), .text("—", theme.dash), .number(points, FigureStyle(places: 2), theme.figure(.score)),
      .text(rule, theme.remark), .text(source, theme.remark),
    ])
  }
}
