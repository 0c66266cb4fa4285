import PlanModel

/// A number as it stands, before its unit of measure is applied. Positive until the whole of it is read.
struct QuantityAmount {
  var value: FixedDecimal
  /// The unit of measure; empty where none is written.
  var measure = ""
  /// The unit as it is written, where that is another word: 成 for %.
  var written: String?
  var isApproximate = false
  var isNegative = false
  var isMarkedNegative = false
  /// What the number may also mean.
  var others: [FixedDecimal] = []
  /// The power of ten of the 百 or 千 at its end.
  var power = 0
  /// That 百 or 千 stands behind digits: 3千.
  var isShort = false
  /// Chinese characters with 万 or 亿 among them: 一万二千.
  var hasInnerMultiplier = false
  /// Three digits behind the point, in a column of things that come whole.
  var mayBeThousands: FixedDecimal?
  /// Several numbers in one: 三五.
  var isPair = false

  mutating func multiply(byPowerOfTen power: Int) {
    (self.power, isShort) = (power, true)
    value = value.timesPowerOfTen(power)?.normalized ?? value
    others = others.compactMap { $0.timesPowerOfTen(power)?.normalized }
    mayBeThousands = mayBeThousands?.timesPowerOfTen(power)?.normalized
  }
}
