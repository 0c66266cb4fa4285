import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

extension OverviewSheet {
  /// Of a long ranking, only the two ends are shown.
  private static let shown = (best: 10, worst: 6)
  /// Heights of a line and of the space between the rankings, in points.
  private static let line = 17.25
  private static let gutter = 6.75

  /// Returns the height of `rows` of the rankings in pixels.
  func rankingHeight(rows: Int) -> Int {
    let gutters = content.counties.lines.isEmpty ? 0 : 1
    return Int((Double(rows - gutters) * Self.line + Double(gutters) * Self.gutter) / 0.75)
  }

  /// Writes the rankings of counties and leads; returns the first free row below.
  func writeRankings(to sheet: WorksheetWriter) throws(XLSXWriteError) -> Int {
    try sheet.setRow(Self.headRow, height: 20.25)
    try sheet.merge(
      OverviewGrid.range(Self.headRow, OverviewGrid.right), "分单位达序时率排名", format: theme.sectionHead)
    var row = Self.bodyRow
    let changes = ChangeWords(content)
    if !content.counties.lines.isEmpty {
      row = try write(
        content.counties.lines, head: "县（市、区）", from: row, sections: nil, changes: changes?.countyChanges, to: sheet)
      try sheet.setRow(row, height: Self.gutter)
      row += 1
    }
    row = try write(
      content.leads.lines, head: "牵头科室", from: row, sections: sections, changes: changes?.leadChanges, to: sheet)
    // The chart beside needs room for its bars.
    let least = Self.bodyRow + max(9, CompletionBars(content: content).items.count + 4)
    while row < least {
      try sheet.setRow(row, height: Self.line)
      row += 1
    }
    return row
  }

  /// The states of each lead's items, as a range of 指标汇总.
  private var sections: [String: String] {
    var ranges: [String: String] = [:]
    let items = Set(content.table.items.map(\.indicator.code))
    let groups = content.period.leadGroups.filter { group in
      group.results.contains { items.contains($0.indicator.code) }
    }
    for (group, section) in zip(groups, content.table.sections) {
      ranges[group.unit?.short ?? group.name] =
        SheetName.indicators.rawValue.quotedAsSheetName + "!" + content.table.states(section.rows)
    }
    return ranges
  }

  private func write(
    _ lines: [PaceRanking.Line], head: String, from first: Int, sections: [String: String]?,
    changes: [String: FixedDecimal]?, to sheet: WorksheetWriter
  ) throws(XLSXWriteError) -> Int {
    try sheet.setRow(first, height: Self.line)
    let spans = OverviewGrid.ranking(compared: changes != nil)
    let titles = ["名次", head, "考核", "达序时", "达序时率", "较\(ChangeWords(content)?.lastWord ?? "")"]
    let sides: [CellAlignment.Horizontal] = [.center, .left, .right, .right, .right, .right]
    for (index, span) in spans.enumerated() {
      try sheet.merge(
        OverviewGrid.range(first, span), .text(titles[index]), format: theme.listHeader(sides[index]))
    }
    let kept = Self.ends(lines)
    // Of a ranking that is not shown whole, ranks cannot be counted from what is shown.
    let rates = kept.count == lines.count ? "$T$\(first + 2):$T$\(first + 1 + kept.count)" : nil
    for (offset, line) in kept.enumerated() {
      let row = first + 1 + offset
      try sheet.setRow(row, height: Self.line)
      try write(line, spans: spans, row: row, rates: rates, states: line.flatMap { sections?[$0.name] }, to: sheet)
      guard let changes, let line else { continue }
      try sheet.merge(
        OverviewGrid.range(row, spans[5]), changes[line.id].map { .number($0.double) } ?? "—",
        format: theme.listFigure(.gap))
    }
    let bars = CellRange(
      CellReference(row: first + 1, column: spans[4].lowerBound),
      CellReference(row: first + max(1, kept.count), column: spans[4].lowerBound))
    try sheet.conditionalFormat(.rateBar, on: bars)
    return first + 1 + kept.count
  }

  /// Returns the lines to show; `nil` stands for those left out in the middle.
  private static func ends(_ lines: [PaceRanking.Line]) -> [PaceRanking.Line?] {
    guard lines.count > shown.best + shown.worst + 1 else { return lines }
    let best: [PaceRanking.Line?] = Array(lines.prefix(shown.best))
    return best + [nil] + Array(lines.suffix(shown.worst))
  }

  private func write(
    _ line: PaceRanking.Line?, spans: [ClosedRange<Int>], row: Int, rates: String?, states: String?,
    to sheet: WorksheetWriter
  ) throws(XLSXWriteError) {
    guard let line else {
      return try sheet.merge(OverviewGrid.range(row, OverviewGrid.right), "……", format: theme.listRow(.center))
    }
    let rate = "T\(row + 1)"
    var rank: CellContent = line.rank.map { .integer($0) } ?? "—"
    if let place = line.rank, let rates {
      rank = .formula("IF(ISNUMBER(\(rate)),RANK(\(rate),\(rates)),\"—\")", .number(Double(place)))
    }
    try sheet.merge(OverviewGrid.range(row, spans[0]), rank, format: theme.listFigure(.count, .center))
    let name = OverviewGrid.range(row, spans[1])
    if let link = context.link(to: line.id) {
      try sheet.write(.text(line.name), at: name.topLeft, format: theme.listLink, link: link)
    } else {
      try sheet.write(.text(line.name), at: name.topLeft, format: theme.listRow())
    }
    var assessed: CellContent = .integer(line.assessed)
    var onPace: CellContent = .integer(line.onPace)
    if let states {
      let count = StateCount(states: states)
      assessed = .formula(count.assessed, .number(Double(line.assessed)))
      onPace = .formula(count.count([.completed, .ahead, .onPace]), .number(Double(line.onPace)))
    }
    try sheet.merge(OverviewGrid.range(row, spans[2]), assessed, format: theme.listFigure(.count))
    try sheet.merge(OverviewGrid.range(row, spans[3]), onPace, format: theme.listFigure(.count))
    try sheet.merge(OverviewGrid.range(row, spans[4]), rateContent(line, row: row), format: theme.listFigure(.rate))
  }

  private func rateContent(_ line: PaceRanking.Line, row: Int) -> CellContent {
    guard let rate = line.rate else { return "—" }
    guard line.rank != nil else { return "不排名" }
    return .formula("IF(P\(row + 1)=0,\"—\",S\(row + 1)*100/P\(row + 1))", .number(rate.double))
  }
}
