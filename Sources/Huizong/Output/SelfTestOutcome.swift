public import Forms

/// What the self-test of a period's forms came to.
public struct SelfTestOutcome: Sendable {
  /// In the order of the units.
  public let reports: [TemplateSelfTest.Report]
  /// Of all forms together: what each alone found, then the rules that never spoke.
  public let failures: [TemplateSelfTest.Failure]
  let plan: OpenPlan

  init(reports: [TemplateSelfTest.Report], plan: OpenPlan) {
    self.reports = reports
    self.plan = plan
    failures = reports.flatMap(\.failures) + TemplateSelfTest.neverFired(reports)
  }

  public var passed: Bool { failures.isEmpty }
}
