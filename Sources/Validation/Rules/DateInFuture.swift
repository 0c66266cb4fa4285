import PlanModel

extension RowContext {
  /// E09: a thing was done after the period's end, on which the form reports, or, for a recurring duty, outside the period.
  @Sendable static func dateInFuture(_ context: RowContext) -> [Finding] {
    guard context.indicator.isDated, let day = context.entry.figure.date else { return [] }
    let isEarly = context.indicator.isRecurring && day < context.firstDayOfOwnPeriod
    guard day > context.period.lastDay || isEarly else { return [] }
    let expected =
      context.indicator.isRecurring
      ? "\(context.firstDayOfOwnPeriod)至\(context.period.lastDay)之间的日期，没有开展的填“未开展”"
      : "不晚于\(context.period.lastDay)的日期，到期末没有办结的填“推进中”"
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
