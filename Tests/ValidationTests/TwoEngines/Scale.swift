import PlanModel

@testable import Validation

/// Numbers that lie so close to one another that a rule over them is as likely broken as kept.
struct Scale {
  /// What figures of a family are drawn around, in its smallest unit.
  private let bases: [String: FixedDecimal]

  private static let factors = [
    "1", "1", "1", "1", "1", "0", "0.5", "2", "3", "0.1", "10", "1.1", "0.9999", "1.000001", "-1", "10000", "0.0001",
  ]
  private static let additions = [
    "0", "0", "0", "0", "0", "0.01", "-0.01", "0.1", "1", "-1", "0.05", "0.0049", "0.0000004", "0.0000006", "-0.000001",
    "1234.5678",
  ]

  init(_ random: inout Scrambler) {
    // One submission in fifteen has figures larger than any office's.
    let large = random.next(below: 15) == 0
    func base(_ exponents: ClosedRange<Int>, _ places: Int) -> FixedDecimal {
      let exponent = large ? Int.random(in: 9...14, using: &random) : Int.random(in: exponents, using: &random)
      let digits = Int.random(in: 1...9999, using: &random)
      return FixedDecimal("\(digits)e\(exponent - 4)").flatMap { try? $0.rounded(to: places) } ?? 1
    }
    bases = [
      "元": base(3...10, 2), "户": base(0...5, random.next(below: 4) == 0 ? 2 : 0), "": base(0...2, 2), "天": 30,
    ]
  }

  /// The name of the family of a unit.
  static func family(_ unit: String) -> String {
    if unit.isEmpty || unit == "天" { return unit }
    return MeasureFamily.exponent(from: unit, to: "元") == nil ? "户" : "元"
  }

  /// A number in the unit, of at most 15 digits.
  func number(in unit: String, _ random: inout Scrambler) -> FixedDecimal {
    let family = Self.family(unit)
    let factor = FixedDecimal(Self.factors[random.next(below: Self.factors.count)]) ?? 1
    let addition = FixedDecimal(Self.additions[random.next(below: Self.additions.count)]) ?? 0
    let smallest = try? bases[family, default: 1].multiplied(by: factor).adding(addition)
    let exponent = family == "元" ? MeasureFamily.exponent(from: "元", to: unit) ?? 0 : 0
    let value = smallest?.timesPowerOfTen(exponent) ?? 1
    return FixedDecimal.fifteenDigits(value.double)?.value ?? 1
  }
}
