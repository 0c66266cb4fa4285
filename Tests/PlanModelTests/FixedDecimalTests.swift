import Foundation
import PlanModel
import Testing

@Suite struct FixedDecimalTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("1780", "1780"), ("49.207", "49.207"), ("-12.40", "-12.40"), ("+3", "3"), (".5", "0.5"),
    ("5.", "5"), ("1e3", "1000"), ("12.5E-2", "0.125"), ("0.0000001", "0.0000001"),
    ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
  ])
  func `plain decimal text reads exactly`(text: String, printed: String) {
    #expect(FixedDecimal(text)?.description == printed)
  }

  @Test(arguments: [
    "", " 1", "1 ", "１", "1,780", "0x10", "1..2", "--1", "1e", "e5", "1e999", "约30", "NaN", "1.2.3",
    "999999999999999999999999999999999999999",
  ])
  func `anything else is no number`(text: String) {
    #expect(FixedDecimal(text) == nil)
  }

  @Test func `equal values are equal however they are written`() {
    #expect(FixedDecimal("1.50") == FixedDecimal("1.5"))
    #expect(Set([FixedDecimal("1.50"), FixedDecimal("1.5"), FixedDecimal("15e-1")]).count == 1)
  }

  @Test(arguments: [
    ("0.5", 0, "1"), ("-0.5", 0, "-1"), ("2.5", 0, "3"), ("62.449999", 1, "62.4"), ("62.45", 1, "62.5"),
    ("-62.45", 1, "-62.5"), ("7", 2, "7.00"), ("0.04", 1, "0.0"),
  ])
  func `rounding is half away from zero`(text: String, places: Int, expected: String) throws {
    let value = try #require(FixedDecimal(text))
    #expect(try value.rounded(to: places).description == expected)
  }

  @Test(arguments: [("49.5", "50"), ("50", "50"), ("-49.5", "-49"), ("0.0001", "1")])
  func `rounding up gives whole towns`(text: String, expected: String) throws {
    #expect(try #require(FixedDecimal(text)).roundedUp().description == expected)
  }

  @Test func `what does not fit is thrown, not wrapped`() throws {
    let large = try #require(FixedDecimal("99999999999999999999999999999999999999"))
    #expect(throws: FixedDecimalError.overflow) { try large.multiplied(by: large) }
    #expect(throws: FixedDecimalError.overflow) {
      _ = try large.adding(large).adding(large).adding(large)
    }
    #expect(throws: FixedDecimalError.divisionByZero) { try large.divided(by: 0, places: 2) }
  }

  @Test func `a double becomes what its shortest text says`() throws {
    #expect(FixedDecimal(shortest: 0.1)?.description == "0.1")
    #expect(FixedDecimal(shortest: 1780)?.description == "1780")
    #expect(FixedDecimal(shortest: 1e21)?.description == "1000000000000000000000")
    #expect(FixedDecimal(shortest: .infinity) == nil)
    #expect(FixedDecimal(shortest: .nan) == nil)
    let sum = try #require(FixedDecimal.fifteenDigits(0.1 + 0.2))
    #expect(sum.value.description == "0.3" && sum.changed)
    let plain = try #require(FixedDecimal.fifteenDigits(21386.42))
    #expect(plain.value.description == "21386.42" && !plain.changed)
  }

  @Test(arguments: [("1234567.891", 2, "1,234,567.89"), ("-1000", 0, "−1,000"), ("999", 0, "999"), ("0", 1, "0.0")])
  func `printed figures have their thousands apart`(text: String, places: Int, expected: String) throws {
    #expect(try #require(FixedDecimal(text)).grouped(places: places) == expected)
  }

  /// Foundation's Decimal is the oracle: slower, written by others.
  @Test(arguments: [UInt64(1), 2, 3])
  func `sums, products, quotients and order agree with Foundation`(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    for _ in 0..<2000 {
      let (a, b) = (random.decimalText(), random.decimalText())
      let (x, y) = (try #require(FixedDecimal(a)), try #require(FixedDecimal(b)))
      let (p, q) = (try #require(Decimal(string: a)), try #require(Decimal(string: b)))
      #expect(try Decimal(string: x.adding(y).description) == p + q, "\(a) + \(b), seed \(seed)")
      #expect(try Decimal(string: x.subtracting(y).description) == p - q, "\(a) - \(b), seed \(seed)")
      #expect(try Decimal(string: x.multiplied(by: y).description) == p * q, "\(a) * \(b), seed \(seed)")
      #expect((x < y) == (p < q) && (x == y) == (p == q), "\(a) ? \(b), seed \(seed)")
      guard !y.isZero else { continue }
      var exact = p / q
      var rounded = Decimal()
      unsafe NSDecimalRound(&rounded, &exact, 4, .plain)
      #expect(try Decimal(string: x.divided(by: y, places: 4).description) == rounded, "\(a) / \(b), seed \(seed)")
    }
  }
}

/// SplitMix64: the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func decimalText() -> String {
    let whole = Int64.random(in: -9_999_999...9_999_999, using: &self)
    let places = Int.random(in: 0...4, using: &self)
    guard places > 0 else { return String(whole) }
    let fraction = String(Int.random(in: 0..<10_000, using: &self))
    return "\(whole).\(String(repeating: "0", count: 4 - fraction.count) + fraction)".dropLast(4 - places).description
  }
}
