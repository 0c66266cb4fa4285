import Consolidation
import PlanModel

/// The items in the overview's chart: all that are behind, then those the plan gives weight, then the rest.
struct CompletionBars {
  let content: SummaryContent

  /// Programs drop names beyond that many.
  static let limit = 14

  /// Worst first.
  var items: [IndicatorItem] {
    let weights = content.period.plan.reporting.weights
    func rank(_ item: IndicatorItem) -> Int {
      if item.result.gap?.isNegative == true { return 0 }
      return (weights[item.indicator.code] ?? 1) > 1 ? 1 : 2
    }
    func gap(_ item: IndicatorItem) -> FixedDecimal { item.result.gap ?? 0 }
    let paced = content.table.items.filter { $0.result.gap != nil }
    let chosen = paced.sorted { left, right in
      if rank(left) != rank(right) { return rank(left) < rank(right) }
      return gap(left) == gap(right) ? left.number < right.number : gap(left) < gap(right)
    }.prefix(Self.limit)
    return chosen.sorted { gap($0) == gap($1) ? $0.number < $1.number : gap($0) < gap($1) }
  }

  /// The greatest rate, raised to the next quarter of the target, 100 to 200.
  var axisEnd: Double {
    let greatest = items.compactMap { $0.result.rate?.double }.max() ?? 0
    return min(200, max(100, (greatest / 25).rounded(.up) * 25))
  }

  /// Returns what lacks to the pace, as far as a chart can show it: from zero where the rate is below.
  static func drawnGap(_ result: IndicatorResult) -> FixedDecimal {
    guard let gap = result.gap, gap.isNegative else { return 0 }
    return max(0, min(gap.negated, result.pace ?? 0))
  }

  /// Returns the name of an indicator, cut where it is long: long names leave no room for the bars.
  static func name(_ indicator: Indicator) -> String {
    indicator.name.count > 16 ? indicator.name.prefix(15) + "…" : indicator.name
  }

  static func label(_ name: String, _ gap: FixedDecimal) -> String {
    let text = gap.isZero ? "0.0" : (gap.isNegative ? "−" : "+") + gap.magnitude.grouped(places: 1)
    return "\(name)  \(text)"
  }
}
