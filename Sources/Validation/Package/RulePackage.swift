public import PlanModel

/// The rules of one plan, ready to run. Made once for a run; cheap to ask for each row.
public struct RulePackage: Sendable {
  public let plan: Plan
  public let catalogue: RuleCatalogue
  /// Everything that is wrong in the plan's rules; with problems the package must not be used.
  public let problems: [RuleProblem]
  /// What is asked of each indicator's row, by code, in the order in which it is asked.
  let rows: [String: [Rule]]
  /// What is asked of a form as a whole.
  let forms: [Rule]
  /// Of the plan, by code.
  let indicators: [String: Indicator]

  public init(plan: Plan) {
    self.plan = plan
    catalogue = RuleCatalogue(plan: plan)
    var compiler = RuleCompiler(plan: plan, catalogue: catalogue)
    for rule in catalogue.rules where !rule.isObserved { compiler.add(rule) }
    indicators = Dictionary(plan.indicators.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    rows = compiler.rows
    forms = compiler.forms
    problems = (catalogue.problems + compiler.problems).sorted()
  }

  /// Returns the findings of reading and checking together, as the rules have them.
  public func settled(_ findings: [Finding], of submission: Submission) -> [Finding] {
    settled(findings, in: submission.period, Explanations(submission))
  }

  func settled(_ findings: [Finding], in period: Period, _ explanations: Explanations) -> [Finding] {
    catalogue.settled(findings, in: period) { $0.indicator.flatMap { explanations.text(of: $0) } }
  }
}
