import PlanModel

extension RowContext {
  /// W01: more than the whole share was done. Often true, sometimes a slip of a digit.
  @Sendable static func overTarget(_ context: RowContext) -> [Finding] {
    guard context.indicator.isPaced, context.indicator.aggregate != .eachUnitMeets, let goal = context.goal,
      let done = context.row.cumulative.figure.number, done > goal, !context.isShifted,
      !Explanation.isReal(context.row.explanation.figure)
    else { return [] }
    return [
      BuiltInRule.overTarget.finding(
        in: context.submission, at: context.row.cumulative, context.indicator, .cumulative, value: done.shortest,
        expected: goal.shortest)
    ]
  }
}
