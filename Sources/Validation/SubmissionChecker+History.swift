public import PlanModel

extension SubmissionChecker {
  /// What the unit's earlier forms say against this one.
  ///
  /// W20: 上期累计 on the form is not what the last period's counting file says; N09 where it is what that file said
  /// before it was corrected. W30: the periods' own figures do not add up to 累计, said only where 上期累计 ties.
  public func compare(_ submission: Submission, with earlier: EarlierFigures) -> [Finding] {
    plan.indicators(reportedBy: submission.unit, in: period).compactMap { indicator in
      guard indicator.measure != .level, let row = submission.row(indicator.code) else { return nil }
      return previous(row, indicator, submission, earlier) ?? sum(row, indicator, submission, earlier)
    }
  }

  private func previous(
    _ row: Submission.Row, _ indicator: Indicator, _ submission: Submission, _ earlier: EarlierFigures
  ) -> Finding? {
    guard let known = earlier.previous[indicator.code], let stated = row.previous.figure.number, stated != known else {
      return nil
    }
    let wasCorrected = earlier.superseded[indicator.code]?.contains(stated) ?? false
    let rule: BuiltInRule = wasCorrected ? .previousCorrected : .previousDiffers
    return rule.finding(
      in: submission, at: row.previous, indicator, .previous, value: stated.shortest, expected: known.shortest)
  }

  private func sum(
    _ row: Submission.Row, _ indicator: Indicator, _ submission: Submission, _ earlier: EarlierFigures
  ) -> Finding? {
    guard indicator.measure == .flow, !indicator.isDated, let before = earlier.sums[indicator.code],
      let current = row.current.figure.number, let stated = row.cumulative.figure.number,
      let sum = try? before.adding(current), sum != stated
    else { return nil }
    return BuiltInRule.monthsNotAdding.finding(
      in: submission, at: row.cumulative, indicator, .cumulative, value: stated.shortest, expected: sum.shortest)
  }
}
