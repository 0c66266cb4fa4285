import Consolidation
import PlanModel

/// All that the sheets say, computed before anything is written.
struct SummaryContent {
  let context: ReportContext
  let table: IndicatorTable
  let counties: PaceRanking
  let leads: PaceRanking
  let shares: StateShares
  /// How each unit stands by its own share, by indicator code.
  let unitStandings: [String: [UnitStanding]]
  /// Points and ranks; `nil` for a month.
  let scores: ScoreTable?
  let trends: TrendTable
  let comparisons: [ComparedStanding]
  let lives: [ListLife]

  init(period: ConsolidatedPeriod, issued: CivilDate?) throws(FixedDecimalError) {
    table = IndicatorTable(period)
    scores = try period.evaluation().map { ScoreTable($0) }
    trends = TrendTable(table)
    comparisons = try period.comparisons()
    lives = period.listLives
    var out: Set<SheetName> = scores == nil ? [.ranking, .scores] : []
    if !trends.isShown { out.insert(.trends) }
    if comparisons.isEmpty { out.insert(.comparisons) }
    if lives.isEmpty { out.insert(.lists) }
    context = ReportContext(period: period, issued: issued, leaving: out)
    counties = try period.countyRanking()
    leads = period.leadRanking
    shares = try StateShares(table.items.map(\.standing))
    unitStandings = Dictionary(grouping: try period.unitStandings(), by: \.indicator.code)
  }

  var period: ConsolidatedPeriod { context.period }

  func remarks(_ standing: Standing) -> String {
    IndicatorRemarks(
      period: period, standing: standing, units: unitStandings[standing.indicator.code] ?? []
    ).text
  }
}
