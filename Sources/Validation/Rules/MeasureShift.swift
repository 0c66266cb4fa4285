import PlanModel

extension RowContext {
  /// W04: the figure looks like 元 where 万元 is asked for, 亿元 where 万元 is, or the like. It is never changed.
  @Sendable static func measureShift(_ context: RowContext) -> [Finding] {
    guard context.isShifted else { return [] }
    return [
      BuiltInRule.measureShift.finding(
        in: context.submission, at: context.entry, context.indicator, context.entryColumn,
        value: context.entry.figure.number?.shortest, expected: context.indicator.unit)
    ]
  }

  /// True if the figure is a thousand times the last one or the goal, or a thousandth of the last one.
  var isShifted: Bool {
    guard indicator.kind == .money, let done = row.cumulative.figure.number, done > 0 else { return false }
    let last = row.previous.figure.number.flatMap { $0 > 0 ? $0 : nil }
    guard let reference = last ?? goal, reference > 0 else { return false }
    // One month can neither multiply a year's money by a thousand nor divide it so.
    guard let ratio = try? done.divided(by: reference, places: 12) else { return true }
    if ratio >= 1_000 { return true }
    return last != nil && ratio <= FixedDecimal.thousandth
  }
}

extension FixedDecimal {
  fileprivate static let thousandth = FixedDecimal("0.001") ?? .zero
}
