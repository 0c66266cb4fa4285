import PlanModel

extension RowContext {
  /// E04: the figure since the start of the year is less than the one printed on this form, and nobody says why.
  ///
  /// With a real explanation it stands as W15. A state (level) may fall.
  @Sendable static func cumulativeFell(_ context: RowContext) -> [Finding] {
    let (row, indicator) = (context.row, context.indicator)
    guard indicator.measure != .level, !indicator.isDated, let now = row.cumulative.figure.number,
      let before = row.previous.figure.number, now < before
    else { return [] }
    let rule: BuiltInRule = Explanation.isReal(row.explanation.figure) ? .fellExplained : .cumulativeFell
    return [
      rule.finding(
        in: context.submission, at: row.cumulative, indicator, .cumulative, value: now.shortest,
        expected: before.shortest)
    ]
  }
}
