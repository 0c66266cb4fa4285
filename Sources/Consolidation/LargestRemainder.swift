public import PlanModel

/// Shares printed with one place that add up to exactly 100.0: 最大余数法.
public enum LargestRemainder {
  /// Returns the percentages of `counts` in their sum, with one place; all 0.0 if the counts are.
  ///
  /// Each share is cut to a tenth, and the tenths still missing go to the largest remainders; of equal ones to the
  /// earlier. No count may be negative.
  public static func percentages(of counts: [Int]) throws(FixedDecimalError) -> [FixedDecimal] {
    let sum = counts.reduce(0, +)
    var tenths = counts.map { sum > 0 ? $0 * 1000 / sum : 0 }
    let remainders = counts.map { sum > 0 ? $0 * 1000 % sum : 0 }
    let order = counts.indices.sorted { (remainders[$0], $1) > (remainders[$1], $0) }
    for index in order.prefix(sum > 0 ? 1000 - tenths.reduce(0, +) : 0) { tenths[index] += 1 }
    var shares: [FixedDecimal] = []
    for value in tenths { shares.append(try FixedDecimal(value).divided(by: 10, places: 1)) }
    return shares
  }
}
