public import PlanModel

/// A share as a number of wholes: 90 % of 55 towns are 50 towns.
public struct WholesNeeded: Hashable, Sendable {
  /// Rounded up.
  public let count: FixedDecimal
  /// The denominator over the units that reported both parts.
  public let whole: FixedDecimal
  /// The numerator over the same units.
  public let done: FixedDecimal
}

extension ConsolidatedPeriod {
  /// Returns how many wholes the target of a ratio comes to; `nil` for an indicator that is no share of a number of
  /// wholes. A share of the towns, as a number of towns, is rounded up: ××%的镇（街道）.
  public func wholesNeeded(for result: IndicatorResult) throws(FixedDecimalError) -> WholesNeeded? {
    let indicator = result.indicator
    guard indicator.kind == .ratio, indicator.role == .target, let target = result.target, target > 0,
      !indicator.isCeiling, let top = indicator.numerator.flatMap({ self.result(code: $0) }),
      let bottom = indicator.denominator.flatMap({ self.result(code: $0) }), bottom.indicator.aggregate == .sum,
      // 元/月 is counted too, but is no number of things.
      MeasureFamily.exponent(from: bottom.indicator.measure, to: "个") == 0
    else { return nil }
    let others = Dictionary(bottom.figures.map { ($0.unit.id, $0) }, uniquingKeysWith: { first, _ in first })
    var (done, whole) = (FixedDecimal.zero, FixedDecimal.zero)
    for figure in top.figures where !figure.isPart {
      guard let part = figure.cumulative, let all = others[figure.unit.id]?.cumulative else { continue }
      done = try done.adding(part)
      whole = try whole.adding(all)
    }
    guard whole > 0, whole.isInteger else { return nil }
    let exact = try whole.multiplied(by: target).divided(by: .hundred, places: 10)
    return WholesNeeded(count: try exact.roundedUp(), whole: whole, done: done)
  }
}
