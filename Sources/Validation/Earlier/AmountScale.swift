/// Is an amount of the size that one expects of it, or was 元, 千元 or 亿元 written in a column for 万元?
///
/// A slip moves the figure by a power of ten; so do seasons and single large payments, by less. A figure is in doubt only
/// where nothing but a slip explains it well: it is out of all proportion to what the unit has to reach, or to every
/// earlier period; or the earlier periods are alike, and times a power of ten it is like them.
struct AmountScale {
  /// What the amount is out of proportion to.
  enum Doubt { case goal, months }

  /// The own amounts of the earlier periods, those above zero.
  let months: [Double]
  /// What is to be reached by the year's end; `nil` where nothing says so.
  let goal: Double?
  /// The goal is a floor, which a unit may pass many times.
  let isFloor: Bool
  /// What there is at the end of each period moves little: 650元/月, 8个.
  var isLevel = false

  /// By how much units of measure differ: 百, 千, 万, 亿.
  private static let slips: [Double] = [1e2, 1e3, 1e4, 1e8]

  /// Returns what is doubtful about an amount; `nil` for one like any other, and for what is below zero, which is
  /// another rule's.
  func doubt(_ amount: Double, cumulative: Double) -> Doubt? {
    if isLevel, isFarFromAll(amount) { return .months }
    // A flow may well be nothing in a month.
    guard amount > 0 else { return nil }
    if isTooLarge(amount, cumulative) || isTooSmall(amount) { return .months }
    // Past the goal many times within one period, and not as the earlier ones were.
    guard let goal, goal > 0, !isFloor, amount >= 5 * goal, amount >= 20 * (months.max() ?? 0) else { return nil }
    return .goal
  }

  /// Returns true for a level of eight times the earlier ones or more, or of an eighth or less: a digit too many or too
  /// few. Small numbers may move so; of them only what vanishes altogether is seen, from ten on.
  func isFarFromAll(_ amount: Double) -> Bool {
    guard amount >= 0, let least = months.min(), let most = months.max() else { return false }
    if amount == 0 { return least >= 10 }
    return max(amount, most) >= 50 && (amount >= 8 * most || amount * 8 <= least)
  }

  private func isTooLarge(_ amount: Double, _ cumulative: Double) -> Bool {
    guard let most = months.max() else { return false }
    // Within the goal one earlier period says nothing: a small advance may come before the main payment.
    if let goal, goal > 0, cumulative <= goal { return months.count > 1 && isSlip { amount / $0 } }
    return amount >= 1000 * most || goal != nil && amount >= 50 * most || isSlip { amount / $0 }
  }

  private func isTooSmall(_ amount: Double) -> Bool {
    guard let least = months.min() else { return false }
    let middle = months.sorted()[(months.count - 1) / 2]
    return amount * 1000 <= least || amount * 2000 <= middle || isSlip { amount * $0 }
  }

  /// Returns true if the earlier periods are alike, and the amount moved by one of the powers of ten is like them.
  private func isSlip(_ moved: (Double) -> Double) -> Bool {
    guard let least = months.min(), let most = months.max(), most <= 3 * least else { return false }
    // One period says little of what is usual.
    return Self.slips.dropFirst(months.count > 1 ? 0 : 1).contains { (least / 2...most * 2).contains(moved($0)) }
  }
}
