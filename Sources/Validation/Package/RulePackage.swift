public import PlanModel

/// The rules of one plan, ready to run. Made once for a run; cheap to ask for each row.
public struct RulePackage: Sendable {
  public let plan: Plan
  public let catalogue: RuleCatalogue
  /// Everything that is wrong in the plan's rules; with problems the package must not be used.
  public let problems: [RuleProblem]

  public init(plan: Plan) {
    self.plan = plan
    catalogue = RuleCatalogue(plan: plan)
    problems = catalogue.problems
  }

  /// Findings of reading and checking together, as the rules have them.
  public func settled(_ findings: [Finding], of submission: Submission) -> [Finding] {
    let explanations = Explanations(submission)
    return catalogue.settled(findings, in: submission.period) { $0.indicator.flatMap { explanations.text(of: $0) } }
  }
}
