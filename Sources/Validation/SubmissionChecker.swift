public import PlanModel

/// Checks a submission against the plan: everything that can be said from the figures themselves.
///
/// What reading found out about the cells (a text that is no number, a merged figure) is said by the reader of forms;
/// both kinds of finding go the same way.
public struct SubmissionChecker: Sendable {
  public let plan: Plan
  public let period: Period

  public init(plan: Plan, period: Period) {
    self.plan = plan
    self.period = period
  }

  /// Findings in the order of the form; `known` are those that reading made, so that nothing is said twice.
  public func check(_ submission: Submission, known: [Finding] = []) -> [Finding] {
    let spoiled = Set(known.flatMap { finding in finding.cells.map { "\(finding.sheet ?? "")!\($0)" } })
    var findings: [Finding] = []
    for indicator in plan.indicators(reportedBy: submission.unit, in: period) {
      guard let row = submission.row(indicator.code) else { continue }
      let context = RowContext(
        plan: plan, period: period, submission: submission, indicator: indicator, row: row,
        spoiled: spoiled)
      for rule in RowContext.rules { findings += rule(context) }
    }
    return findings + signature(submission)
  }

  private func signature(_ submission: Submission) -> [Finding] {
    let signature = submission.signature
    let missing = [
      ("填报人", signature.preparer.isEmpty), ("审核人", signature.reviewer.isEmpty), ("联系电话", signature.phone.isEmpty),
    ].filter(\.1).map(\.0)
    if !missing.isEmpty {
      let places = missing.compactMap { signature.places[$0] }
      return [
        BuiltInRule.signatureMissing.finding(
          unit: submission.unit, file: submission.file, sheet: places.first?.sheet, cells: places.map(\.cell),
          expected: missing.joined(separator: "、"))
      ]
    }
    guard signature.preparer == signature.reviewer else { return [] }
    let place = signature.places["审核人"]
    return [
      BuiltInRule.preparerIsReviewer.finding(
        unit: submission.unit, file: submission.file, sheet: place?.sheet, cells: place.map { [$0.cell] } ?? [],
        text: signature.preparer)
    ]
  }
}
