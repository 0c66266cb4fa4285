import PlanModel

extension RowContext {
  /// E09: a thing was done on a day that has not come, or, for a recurring duty, outside the period.
  @Sendable static func dateInFuture(_ context: RowContext) -> [Finding] {
    guard context.indicator.isDated, let day = context.entry.figure.date else { return [] }
    let isOutside =
      context.indicator.isRecurring
      ? day > context.period.lastDay || day < context.firstDayOfOwnPeriod : day > context.latest
    guard isOutside else { return [] }
    let expected =
      context.indicator.isRecurring
      ? "\(context.firstDayOfOwnPeriod)至\(context.period.lastDay)" : "不晚于\(context.latest)"
    return [
      BuiltInRule.dateInFuture.finding(
        in: context.submission, at: context.entry, context.indicator, context.entryColumn, value: day.description,
        expected: expected)
    ]
  }

  private var firstDayOfOwnPeriod: CivilDate {
    (period.ending(indicator.frequency) ?? period).firstDay
  }
}
