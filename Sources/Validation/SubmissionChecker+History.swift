public import PlanModel

extension SubmissionChecker {
  /// W20: 上期累计 on the form is not what the last period's counting file says.
  ///
  /// - Parameter previous: the ledger's figures by indicator code.
  public func compare(_ submission: Submission, with previous: [String: FixedDecimal]) -> [Finding] {
    plan.indicators(reportedBy: submission.unit, in: period).flatMap { indicator -> [Finding] in
      guard let known = previous[indicator.code], let row = submission.row(indicator.code),
        indicator.measure != .level, let stated = row.previous.figure.number, stated != known
      else { return [] }
      return [
        BuiltInRule.previousDiffers.finding(
          in: submission, at: row.previous, indicator, .previous, value: stated.shortest, expected: known.shortest)
      ]
    }
  }
}
