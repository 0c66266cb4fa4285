public import PlanModel

extension SubmissionChecker {
  /// W20: 上期累计 on the form is not what the last period's counting file says; N09 where it is what that file said
  /// before it was corrected.
  ///
  /// - Parameters:
  ///   - previous: the figures that count, by indicator code.
  ///   - superseded: those that counted before, by indicator code.
  public func compare(
    _ submission: Submission, with previous: [String: FixedDecimal], superseded: [String: [FixedDecimal]] = [:]
  ) -> [Finding] {
    plan.indicators(reportedBy: submission.unit, in: period).flatMap { indicator -> [Finding] in
      guard let known = previous[indicator.code], let row = submission.row(indicator.code),
        indicator.measure != .level, let stated = row.previous.figure.number, stated != known
      else { return [] }
      let wasCorrected = superseded[indicator.code]?.contains(stated) ?? false
      let rule: BuiltInRule = wasCorrected ? .previousCorrected : .previousDiffers
      return [
        rule.finding(
          in: submission, at: row.previous, indicator, .previous, value: stated.shortest, expected: known.shortest)
      ]
    }
  }
}
