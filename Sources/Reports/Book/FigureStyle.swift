import Consolidation
import OfficeStyle
import PlanModel

/// How figures of one indicator are printed: places, a sign before a target, 示例 behind what was made for a sample.
struct FigureStyle {
  let places: Int
  var sign = ""
  var isIllustrative = false
  /// A person entered the figure by hand.
  var isManual = false

  static let illustrativeMark = "示例"
  static let manualMark = "人工"
  static let count = FigureStyle(places: 0)
  static let rate = FigureStyle(places: 1)

  init(places: Int, sign: String = "", illustrative: Bool = false) {
    self.places = places
    self.sign = sign
    isIllustrative = illustrative
  }

  /// Counts as whole numbers, rates with one place, money with two, lengths as the document has them.
  init(_ indicator: Indicator) {
    let least =
      switch indicator.kind {
      case .ratio: 1
      case .money: 2
      default: 0
      }
    self.init(places: max(least, indicator.places))
  }

  /// The most places that a page shows.
  static let mostPlaces = 6

  /// The same with as many places as the figures beside each other have, so that what is shown adds up.
  init(_ indicator: Indicator, showing values: some Sequence<FixedDecimal>) {
    let places = values.reduce(0) { max($0, $1.normalized.places) }
    self.init(places: max(FigureStyle(indicator).places, min(places, Self.mostPlaces)))
  }

  /// How a result's figures are printed. A ratio is computed, and has the places of its kind.
  init(_ result: IndicatorResult) {
    let indicator = result.indicator
    guard indicator.numerator == nil else {
      self.init(indicator)
      return
    }
    self.init(indicator, showing: result.figures.lazy.compactMap(\.cumulative))
    // Where units share a cell, it holds a total too.
    let extra = indicator.aggregate.extraPlaces
    if extra > 0, let total = result.total {
      self.init(places: max(places, min(total.normalized.places, places + extra)))
    }
  }

  /// How the total of a result is printed, and its target: of a floor per unit as a number of units.
  init(totalOf result: IndicatorResult) {
    if result.indicator.aggregate.countsUnits { self.init(places: 0) } else { self.init(result) }
  }

  var number: NumberStyle {
    let style = sign.isEmpty ? NumberStyle.decimals(places) : NumberStyle.target(sign, places: places)
    return mark.map { style.marked($0) } ?? style
  }

  private var mark: String? {
    let words = [isIllustrative ? Self.illustrativeMark : nil, isManual ? Self.manualMark : nil].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: "、")
  }

  /// The same for a figure that a person entered.
  var manual: FigureStyle {
    var style = self
    style.isManual = true
    return style
  }

  func shown(_ value: FixedDecimal) -> String {
    sign + value.grouped(places: places) + (mark.map { "（\($0)）" } ?? "")
  }
}
