public import PlanModel

extension SubmissionChecker {
  /// Returns what the unit's earlier forms say against this one.
  ///
  /// Each item is compared with the last period that is known, also where one in between is not. In the order of the
  /// form: figures, days and amounts of the rows, then the objects of their lists.
  public func compare(_ submission: Submission, with earlier: EarlierFigures) -> [Finding] {
    plan.indicators(reportedBy: submission.unit, in: period).flatMap { indicator -> [Finding] in
      guard let row = submission.row(indicator.code) else { return [] }
      let comparison = EarlierComparison(
        submission: submission, period: period, indicator: indicator, row: row, earlier: earlier)
      return comparison.findings
        + ListedObjects(
          submission: submission, period: period, indicator: indicator,
          known: earlier.known[indicator.code] ?? [], isFirst: earlier.isFirst
        ).findings
    }
  }
}
