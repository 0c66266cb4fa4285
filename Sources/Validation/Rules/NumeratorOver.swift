import PlanModel

extension RowContext {
  /// E06: the part of a ratio is larger than its whole.
  @Sendable static func numeratorOver(_ context: RowContext) -> [Finding] {
    let indicator = context.indicator
    guard let ratio = context.plan.indicators.first(where: { $0.numerator == indicator.code }),
      // A ratio that may pass 100 % compares two standards; its parts are no part and whole.
      indicator.measure != .level || indicator.kind == .count, ratio.comparator != .atMost,
      let whole = ratio.denominator.flatMap({ context.submission.row($0) })?.cumulative.figure.number,
      let part = context.row.cumulative.figure.number, part > whole
    else { return [] }
    return [
      BuiltInRule.numeratorOver.finding(
        in: context.submission, at: context.row.cumulative, indicator, .cumulative, value: part.shortest,
        expected: whole.shortest)
    ]
  }
}
