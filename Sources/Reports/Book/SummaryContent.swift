import Consolidation
import PlanModel

/// All that the sheets say, computed before anything is written.
struct SummaryContent {
  private(set) var context: ReportContext
  let table: IndicatorTable
  let counties: PaceRanking
  let leads: PaceRanking
  let shares: StateShares
  /// How each unit stands by its own share, by indicator code.
  let unitResults: [String: [UnitResult]]
  /// Points and ranks; `nil` for a month.
  let scores: ScoreTable?
  let trends: TrendTable
  let comparisons: [ComparedResult]
  let lives: [ListLife]
  let findings: ListedFindings
  let provenance: ListedProvenance

  /// - Parameter limit: as many lines as 审核问题 and 数据来源 may list.
  init(
    period: ConsolidatedPeriod, issued: CivilDate?, listing limit: Int = SummaryBook.listLimit,
    units: SummaryBook.UnitSheets = .inBook
  ) throws(FixedDecimalError) {
    table = IndicatorTable(period)
    scores = try period.evaluation().map { ScoreTable($0) }
    trends = TrendTable(table)
    comparisons = try period.comparisons()
    lives = period.listLives
    findings = ListedFindings(period, atMost: limit)
    provenance = ListedProvenance(ProvenanceList(table: table), atMost: limit)
    var longLists: [String] = []
    if !findings.isWhole {
      longLists.append("审核问题共\(findings.all.count)条，簿中只列须改正或核实的\(findings.lines.count)条，全部另存为同名的 .findings.csv。")
    }
    if !provenance.isWhole {
      longLists.append("数据来源共\(provenance.count)条，簿中只列规整、人工、沿用、更正的\(provenance.lines.count)条，全部另存为同名的 .provenance.csv。")
    }
    let reporting = period.units.map(\.unit)
    switch units {
    case .apart: longLists.append("各单位的分表另存在同名的“-分单位”文件夹中，每个单位一本。")
    case .inBook where reporting.count > UnitSheetNames.limit:
      longLists.append("报送单位共\(reporting.count)家，多于\(UnitSheetNames.limit)家，本簿不附分单位表；可用 --split unit 每个单位另出一本。")
    case .inBook: break
    }
    context = ReportContext(
      period: period, issued: issued, longLists: longLists,
      unitSheets: UnitSheetNames(units == .inBook && reporting.count <= UnitSheetNames.limit ? reporting : []))
    counties = try period.countyRanking()
    leads = period.leadRanking
    shares = try StateShares(table.items.map(\.result))
    unitResults = Dictionary(grouping: try period.unitResults(), by: \.indicator.code)
    // The sheets name each other, and none that is left out.
    context.sheets = SheetName.allCases.filter { $0.sheet(of: self) != nil }
  }

  /// Returns the content of a period; throws the errors of a report.
  static func of(
    _ period: ConsolidatedPeriod, issued: CivilDate?, listing limit: Int = SummaryBook.listLimit,
    units: SummaryBook.UnitSheets = .inBook
  ) throws(ReportError) -> SummaryContent {
    do throws(FixedDecimalError) {
      return try SummaryContent(period: period, issued: issued, listing: limit, units: units)
    } catch {
      throw .arithmetic(error)
    }
  }

  var period: ConsolidatedPeriod { context.period }

  func remarks(_ result: IndicatorResult) -> String {
    IndicatorRemarks(
      period: period, result: result, units: unitResults[result.indicator.code] ?? []
    ).text
  }
}
