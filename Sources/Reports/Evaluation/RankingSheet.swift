import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 排名考评: the counties and the departments by points.
struct RankingSheet: BookSheet {
  let context: ReportContext
  let table: ScoreTable

  private var theme: Theme { context.theme }
  private var period: Period { table.evaluation.period }
  private static let widths: [Double] = [6, 28, 9, 9, 11, 8, 10, 10, 12, 52]
  private static let printed = 0...9
  private static let headers = ["名次", "单位", "上期\n名次", "名次\n升降", "指标\n得分", "加减分", "报送\n扣分", "灯色\n扣分", "总分", "主要失分项"]

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    try sheet.setColumnWidths(Self.widths.map { .characters($0) })
    let title = period.kind == .year ? "\(period.year)年度重点工作考核排名" : "\(period.chinese)重点工作考评排名"
    try context.head(.ranking, title: title, right: "单位：分").write(
      to: sheet, theme: theme, columns: Self.printed, widths: Self.widths)
    var next = SheetHead.rows
    let groups = [("县（市、区）", table.counties), ("市局科室及直属单位", table.departments)].filter { !$1.isEmpty }
    for (index, group) in groups.enumerated() {
      if index > 0 { next += 1 }
      next = try write(group.0, number: index + 1, group.1, to: sheet, from: next)
    }
    let end = try SheetFoot(
      signatures: ["单位负责人：", "审核人：", "填表人：", "联系电话：", "报出日期：\(context.issued?.chinese ?? "")"], note: note
    ).write(to: sheet, theme: theme, row: next, columns: Self.printed, widths: Self.widths)
    try sheet.hideGridlines()
    try sheet.setPage(context.page(.onePage, rows: end, columns: Self.printed))
  }

  private var note: String {
    let rules = context.plan.reporting.deductions
    let base = period.kind == .year ? "完成率" : "完成率÷序时进度"
    var parts = [
      "1.总分=指标得分+加减分+报送扣分+灯色扣分；指标得分=Σ（权重×min（1，\(base)））÷Σ权重×100，逐项见《\(SheetName.scores.rawValue)》。",
      "2.迟报−\(rules.late.shortest)、缺报−\(rules.missing.shortest)、退回−\(rules.returned.shortest)（每月）；同一事项黄灯累计2次−\(rules.yellowTwice.shortest)、亮过红灯−\(rules.red.shortest)；未报送只按缺报扣，不再按红灯扣；加减分限人工录入并附佐证。",
      "3.按未舍入的总分排，并列同名次，下一名次顺延；缺报、退回未改的单位单列不排。",
    ]
    if !table.evaluation.unknown.isEmpty {
      let months = table.evaluation.unknown.map(\.chineseShort).joined(separator: "、")
      parts.append("4.\(months)没有收件记录，未计报送和灯色扣分。")
    }
    return "注：" + parts.joined()
  }

  private func write(
    _ name: String, number: Int, _ entries: [ScoreTable.Entry], to sheet: WorksheetWriter, from first: Int
  ) throws(XLSXWriteError) -> Int {
    try sheet.setRow(first, height: 20.25)
    try sheet.merge(
      CellRange(CellReference(row: first, column: 0), CellReference(row: first, column: Self.printed.upperBound)),
      .text("\(ChineseText.ordinal(number))、\(name)"), format: theme.sectionHead)
    try sheet.setRow(first + 1, height: 32.25)
    try sheet.writeRow(
      Self.headers.map { .text($0) }, at: CellReference(row: first + 1, column: 0), format: theme.tableHeader)
    let rows = entries.enumerated().map { row($1, at: first + 2 + $0) }
    let next = try Table(leastWidths: Self.widths, rows: rows).write(to: sheet, from: first + 2, widths: Self.widths)
    if !entries.isEmpty {
      try sheet.conditionalFormat(
        .rateBar,
        on: CellRange(CellReference(row: first + 2, column: 8), CellReference(row: next - 1, column: 8)))
    }
    return next
  }

  private func row(_ entry: ScoreTable.Entry, at row: Int) -> TableRow {
    let score = entry.score
    let words = ScoreWords(plan: context.plan, evaluation: table.evaluation)
    let dash = TableCell.text("—", theme.dash)
    let center = theme.centeredText
    let line = row + 1
    var cells: [TableCell] = [
      score.rank.map { .integer($0, theme.ordinal.with { $0.font.isBold = true }) } ?? .text("—", center),
      .text(score.unit?.name ?? score.name, score.rank == nil ? theme.text : theme.strongText),
      score.previousRank.map { .integer($0, theme.ordinal) } ?? .text("—", center), .text(change(score), center),
    ]
    if let base = score.base, score.rank != nil {
      cells.append(
        .formula(
          SheetName.scores.reference(row: entry.head, column: ScoreSheet.points), base, FigureStyle(places: 2),
          theme.figure(.score)))
      cells.append(sum(entry.adjustments, score.adjustments.map(\.points)))
      cells.append(sum(entry.reports, score.deductions.filter { !$0.isLight }.map(\.points.negated)))
      cells.append(sum(entry.lights, score.deductions.filter(\.isLight).map(\.points.negated)))
      cells.append(
        .formula("SUM(E\(line):H\(line))", score.total ?? base, FigureStyle(places: 2), theme.strongFigure(.score)))
    } else {
      cells += [
        dash, dash, sum(entry.reports, score.deductions.filter { !$0.isLight }.map(\.points.negated)), dash, dash,
      ]
    }
    cells.append(.text(words.lost(score), theme.remark))
    return TableRow(cells: cells)
  }

  /// Returns the sum of the points of some rows of 得分明细, live; 0 without rows.
  private func sum(_ rows: Range<Int>, _ points: [FixedDecimal]) -> TableCell {
    let format = theme.figure(.points)
    let total = points.reduce(into: FixedDecimal.zero) { sum, value in sum = (try? sum.adding(value)) ?? sum }
    guard let last = rows.last else { return .number(0, FigureStyle(places: 1), format) }
    let letters = CellReference.columnLetters(ScoreSheet.points)
    return .formula(
      "SUM(\(SheetName.scores.rawValue.quotedAsSheetName)!\(letters)\(rows.lowerBound + 1):\(letters)\(last + 1))",
      total,
      FigureStyle(places: 1), format)
  }

  private func change(_ score: Score) -> String {
    guard let rank = score.rank, let previous = score.previousRank else { return "—" }
    return rank == previous ? "持平" : rank < previous ? "升\(previous - rank)" : "降\(rank - previous)"
  }
}
