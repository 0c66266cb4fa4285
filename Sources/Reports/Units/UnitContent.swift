import Consolidation
import PlanModel
import Validation

/// What concerns one unit alone.
struct UnitContent {
  /// An item that the unit reports.
  struct Line {
    let result: IndicatorResult
    let figure: UnitFigure
    /// How the unit stands by its own share; `nil` where nothing says what it by itself should reach.
    let own: UnitResult?
    /// The row of 指标汇总; `nil` in a workbook of the unit alone.
    let row: Int?
  }

  let report: UnitReport
  /// In the order of the plan.
  let lines: [Line]
  /// What the unit leads, in the order of the plan.
  let led: [IndicatorResult]
  /// Merged, worst first: what the unit is asked, then what it has answered.
  let findings: [Finding]
  /// Whether it stands in the book of all units, whose cells it refers to.
  let isLinked: Bool

  var unit: Unit { report.unit }
}

/// The content of every unit's sheet, made one unit at a time.
struct UnitContents {
  let content: SummaryContent
  /// Places in `period.results` and their figures, by unit.
  private let places: [String: [(result: Int, figure: Int)]]
  private let rows: [String: Int]
  private let led: [String: [IndicatorResult]]
  private let findings: [String: [Finding]]
  private let results: [String: [String: UnitResult]]

  init(_ content: SummaryContent) {
    self.content = content
    let period = content.period
    var places: [String: [(result: Int, figure: Int)]] = [:]
    for (index, result) in period.results.enumerated() {
      for (place, figure) in result.figures.enumerated() where figure.state != .notApplicable {
        places[figure.unit.id, default: []].append((index, place))
      }
    }
    self.places = places
    var rows: [String: Int] = [:]
    for item in content.table.items {
      rows[item.indicator.code] = item.row
      for part in item.parts { rows[part.result.indicator.code] = part.row }
    }
    self.rows = rows
    led = Dictionary(
      period.leadGroups.compactMap { group in group.unit.map { ($0.id, group.results) } },
      uniquingKeysWith: { first, _ in first })
    findings = Dictionary(
      grouping: FindingWords.merged(period.openFindings) + FindingWords.merged(period.answeredFindings),
      by: { $0.unit ?? "" })
    results = content.unitResults.mapValues { own in
      Dictionary(own.map { ($0.figure.unit.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// - Parameter linked: whether the figures refer to 指标汇总 of the same book.
  func content(of report: UnitReport, linked: Bool) -> UnitContent {
    let id = report.unit.id
    let lines = (places[id] ?? []).map { place in
      let result = content.period.results[place.result]
      let figure = result.figures[place.figure]
      let code = result.indicator.code
      return UnitContent.Line(
        result: result, figure: figure, own: results[code]?[id], row: linked ? rows[code] : nil)
    }
    return UnitContent(report: report, lines: lines, led: led[id] ?? [], findings: findings[id] ?? [], isLinked: linked)
  }
}
