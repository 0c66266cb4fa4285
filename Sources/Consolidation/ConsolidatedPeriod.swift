public import PlanModel
public import Validation

/// Everything that a summary of one period says, as values: the only thing reports are made from.
public struct ConsolidatedPeriod: Hashable, Sendable {
  public let plan: Plan
  /// Grades and words of the findings.
  public let rules: RuleCatalogue
  public let period: Period
  /// In table order; one for each unit that should report.
  public let units: [UnitReport]
  private let unitIndex: [String: Int]
  /// In the order of the plan; one for each indicator in force that is reported or computed.
  public let results: [IndicatorResult]
  /// By file name.
  public let refused: [RefusedFile]
  /// Ids of units whose stamped copy (盖章件) came in; `nil` where the plan wants none.
  public let stampedCopies: Set<String>?
  /// What people decided about the files.
  public let choices: FileChoices
  /// What earlier periods leave for this one.
  public let earlier: EarlierMonths
  /// Points given and taken by hand for the period or a part of it, in the order of their entry.
  public let adjustments: [Adjustment]

  public init(
    plan: Plan, period: Period, units: [UnitReport], results: [IndicatorResult], refused: [RefusedFile],
    stampedCopies: Set<String>? = nil, choices: FileChoices = FileChoices(),
    earlier: EarlierMonths = EarlierMonths(), adjustments: [Adjustment] = []
  ) {
    self.plan = plan
    rules = RuleCatalogue(plan: plan)
    self.period = period
    self.units = units
    unitIndex = Dictionary(units.enumerated().map { ($1.unit.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.results = results
    self.refused = refused
    self.stampedCopies = stampedCopies
    self.choices = choices
    self.earlier = earlier
    self.adjustments = adjustments
    // Once: a summary asks for them in many places.
    let replaced = Replaced(units)
    findings = allFindings
    settledFindings = findings.filter { replaced.contains($0) }
    openFindings = findings.filter { $0.isOpen && !replaced.contains($0) }
    answeredFindings = findings.filter { !$0.isOpen && !replaced.contains($0) }
  }

  /// Returns what became of a unit's duty to report; `nil` for one that has none.
  public func report(of unit: String) -> UnitReport? { unitIndex[unit].map { units[$0] } }

  public func result(code: String) -> IndicatorResult? { results.first { $0.indicator.code == code } }

  /// Results that are judged.
  public var assessed: [IndicatorResult] { results.filter(\.isAssessed) }

  public func count(_ states: ProgressState...) -> Int { results.count { states.contains($0.state) } }

  /// Findings that still need somebody or still concern a figure that counts.
  public private(set) var openFindings: [Finding] = []

  /// Findings about files that count which ask nothing of anybody: explained, waived, on trial.
  public private(set) var answeredFindings: [Finding] = []

  /// Findings about files that a later one has replaced (已更正): kept, since they happened, but nobody's business now.
  public private(set) var settledFindings: [Finding] = []

  /// Files that were replaced, or returned and sent again in order, and the rows of others that a later file replaced.
  private struct Replaced {
    private var files: Set<String> = []
    /// Files that count, by unit.
    private var counting: [String: CountingFiles] = [:]

    init(_ units: [UnitReport]) {
      for report in units {
        let open = report.openReturns
        for file in report.files.superseded + report.files.returned.filter({ !open.contains($0) }) {
          files.insert(file.submission.file)
        }
        if report.files.counting.count > 1 { counting[report.unit.id] = report.files }
      }
    }

    func contains(_ finding: Finding) -> Bool {
      if files.contains(finding.file) { return true }
      // Of a form that came in several files: somebody else reports the row.
      guard let code = finding.indicator, let own = finding.unit.flatMap({ counting[$0] }),
        own.counting.contains(where: { $0.submission.file == finding.file })
      else { return false }
      let contenders = own.contenders(for: code)
      return !contenders.isEmpty && !contenders.contains { $0.submission.file == finding.file }
    }
  }

  /// All findings about files of the period, refused files included: by grade, then file, then place in the form.
  public private(set) var findings: [Finding] = []

  private var allFindings: [Finding] {
    let candidates = units.flatMap { $0.files.counting + $0.files.superseded + $0.files.duplicates + $0.files.returned }
    let between = rules.settled(
      units.flatMap { $0.findings { code in plan.indicator(code: code)?.name ?? code } } + acrossUnits, in: period)
    let all = refused.flatMap(\.findings) + between + candidates.flatMap(\.findings)
    return all.enumerated().sorted { left, right in
      (left.element.grade, left.element.file, left.offset) < (right.element.grade, right.element.file, right.offset)
    }.map(\.element)
  }
}
