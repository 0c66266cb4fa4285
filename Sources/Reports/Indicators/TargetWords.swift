import Consolidation
import PlanModel

/// 目标值 and 计量单位 of an item, as the tables print them.
struct TargetWords {
  let period: Period
  let result: IndicatorResult

  private var indicator: Indicator { result.indicator }

  /// The target if it is one number.
  var number: (FixedDecimal, FigureStyle)? {
    // A floor per unit counts units, whatever the figures are compared with.
    let isRange = indicator.comparator == .range && !indicator.aggregate.countsUnits
    guard indicator.isNumeric, !isRange, let target = result.target else { return nil }
    let isMade = ["value", "targets"].contains { indicator.illustrative.covers($0) }
    let places = indicator.aggregate.countsUnits ? 0 : FigureStyle(indicator, showing: [target]).places
    let sign = indicator.role == .target || indicator.role == .workload ? ChineseText.sign(indicator) : ""
    return (target, FigureStyle(places: places, sign: sign, illustrative: isMade))
  }

  /// The target in words, where it is no number; — for none.
  var word: String {
    if indicator.isRecurring { return "\(ChineseText.every(indicator.frequency))1次" }
    if indicator.isDated { return "完成" }
    if indicator.isBenchmark { return "比照性" }
    guard let range = indicator.range, indicator.comparator == .range else { return "—" }
    let style = FigureStyle(indicator, showing: [range.lowerBound, range.upperBound])
    return "\(style.shown(range.lowerBound))—\(style.shown(range.upperBound))"
  }

  var measure: String {
    if indicator.aggregate.countsUnits { return "达标单位" }
    return indicator.measure.isEmpty ? "—" : indicator.measure
  }
}
