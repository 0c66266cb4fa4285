import OfficeStyle
import PlanModel

/// How figures of one indicator are printed: places, a sign before a target, 示例 behind what was made for a sample.
struct FigureStyle {
  let places: Int
  var sign = ""
  var isIllustrative = false

  static let illustrativeMark = "示例"
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

  var number: NumberStyle {
    let style = sign.isEmpty ? NumberStyle.decimals(places) : NumberStyle.target(sign, places: places)
    return isIllustrative ? style.marked(Self.illustrativeMark) : style
  }

  func shown(_ value: FixedDecimal) -> String {
    sign + value.grouped(places: places) + (isIllustrative ? "（\(Self.illustrativeMark)）" : "")
  }
}
