import PlanModel

/// Reads what a clerk typed into a cell for numbers: the whole text, or not at all.
///
/// The grammar is closed, and the README of this target has it as a table. A text that it does not match is never searched for a
/// number: what stands around a number (还差31户, 计划2个, 31华里) changes what it says.
package struct QuantityGrammar: Sendable {
  /// The column's unit of measure; empty where it has none.
  package let measure: String
  /// The unit of measure of numbers that name none, where it is not the column's.
  package var bareMeasure: String?
  /// False for a column of the period's own figures, in which 累计 contradicts the head.
  package var takesCumulative = true

  package init(measure: String, bareMeasure: String? = nil, takesCumulative: Bool = true) {
    self.measure = measure
    self.bareMeasure = bareMeasure
    self.takesCumulative = takesCumulative
  }

  /// Figures are below this; sums of any number of units stay exact.
  static let limit = FixedDecimal("1000000000000000") ?? 0

  package func read(_ text: String) -> QuantityReading {
    let clean = Self.clean(text)
    guard let first = clean.unicodeScalars.first else { return .blank }
    if let (_, reading) = Self.words.first(where: { $0.word.hasSameBytes(as: clean) }) { return reading }
    // Names and sentences, as most cells hold, begin with nothing that a quantity begins with.
    guard QuantityReader.mayBegin(with: first) else { return .unfit(Character(first)) }
    var reader = QuantityReader(clean, self)
    return reader.read()
  }

  /// Returns the text without what carries no meaning: marks for width, spaces and line breaks at the ends, the
  /// apostrophe that makes a program keep a number as text, the full stop behind it.
  static func clean(_ text: String) -> String {
    if isClean(text) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: out.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x09: out.append(" ")
      case 0x200B...0x200F, 0x202A...0x202D, 0x2060, 0xFEFF, 0xAD: continue
      case 0x2212, 0x2013, 0x2010, 0x2011, 0xFE63: out.append("-")
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: out.append("\n")
      default: out.append(scalar)
      }
    }
    var rest = out[...]
    func isSpace(_ scalar: Unicode.Scalar?) -> Bool { scalar == " " || scalar == "\n" }
    while isSpace(rest.first) { rest.removeFirst() }
    while let first = rest.first, first == "'" || first == "’" || first == "`" { rest.removeFirst() }
    while isSpace(rest.first) { rest.removeFirst() }
    while let last = rest.last, isSpace(last) || last == "。" || last == ";" { rest.removeLast() }
    return String(rest)
  }

  /// Returns true for a text in which `clean` changes nothing, as it does in most; told by its bytes alone.
  private static func isClean(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return true }
    guard first != UInt8(ascii: "'"), first != UInt8(ascii: "`"), last != UInt8(ascii: ";"),
      first > UInt8(ascii: " "), last > UInt8(ascii: " ")
    else { return false }
    // The other spaces, dashes, quotation marks and marks of full width begin with C2, E2, E3 and EF.
    return bytes.allSatisfy { $0 >= 0x20 && $0 != 0xC2 && $0 != 0xE2 && $0 != 0xE3 && $0 != 0xEF }
  }

  /// Texts that stand for themselves.
  ///
  /// By bytes: characters that look alike are equal to Swift, and are not the same to us.
  private static let words: [(word: String, reading: QuantityReading)] =
    [("空", .blank)] + ["无", "零", "没有", "暂无"].map { ($0, .nilReturn) }
    + ["/", "—", "——", "-", "--", "―", "─", "不适用", "N/A", "n/a"].map { ($0, .notApplicable) }

  // MARK: Units of measure

  /// Returns what a stored or bare number comes to in the column's unit; `nil` where its own does not convert.
  func convert(_ value: FixedDecimal) -> FixedDecimal? { converted(value, from: stated) }

  private func converted(_ value: FixedDecimal, from unit: String) -> FixedDecimal? {
    if unit == measure { return value }
    // 万 alone is neither money nor a count by itself.
    if Self.multipliers.contains(measure) || Self.multipliers.contains(unit) && !isMoney { return nil }
    if let multiplier = MeasureFamily.multiplier(unit), unit.dropFirst() == measure {
      return value.timesPowerOfTen(multiplier)
    }
    return MeasureFamily.convert(value, from: unit, to: measure)
  }

  /// Returns what a number may mean in the column's unit, one value or two; `nil` where its unit does not convert.
  ///
  /// - Parameters:
  ///   - written: its unit of measure; empty where it names none.
  ///   - power: of ten of a 百 or 千 at the end of its digits.
  func values(_ value: FixedDecimal, _ written: String, power: Int) -> [FixedDecimal]? {
    if !written.isEmpty, written == measure { return [value] }
    if !written.isEmpty, Self.multipliers.contains(measure) { return nil }
    let isAlone = Self.multipliers.contains(written)
    guard isAlone, let multiplier = MeasureFamily.multiplier(written) else {
      guard let plain = converted(value, from: written.isEmpty ? stated : written) else { return nil }
      // 5千 where thousands are asked for: 千米, 千克.
      return written.isEmpty && power > 0 && statedPower > 0
        ? [plain, plain.timesPowerOfTen(-power)].compactMap(\.self) : [plain]
    }
    // 万 and 亿 alone: of money they are 万元 and 亿元.
    if stated == "%" { return nil }
    if bareIsMoney { return converted(value, from: written + "元").map { [$0] } }
    guard let many = value.timesPowerOfTen(multiplier), let plain = convert(many) else { return nil }
    // 5万 where 万人 are asked for is five of them, or fifty thousand.
    guard let asked = MeasureFamily.multiplier(stated) else { return [plain] }
    return [plain, plain.timesPowerOfTen(-asked)].compactMap(\.self)
  }

  /// Returns the number read as yuan, in the column's unit, where that is money and so is what a bare number stands in;
  /// else `nil`.
  func inYuan(_ value: FixedDecimal) -> FixedDecimal? {
    bareIsMoney ? MeasureFamily.convert(value, from: "元", to: measure) : nil
  }

  /// Returns what a number in Chinese characters with 万 or 亿 inside may mean besides, where it names no unit: 三万五千 in a
  /// column for 万元 may be yuan, and in one for 万户 households.
  func otherMeaning(ofNumber value: FixedDecimal) -> FixedDecimal? {
    if let asked = MeasureFamily.multiplier(stated), !bareIsMoney {
      return convert(value)?.timesPowerOfTen(-asked)
    }
    return inYuan(value)
  }

  /// The power of ten of 千 or 百 at the start of the unit of numbers that name none: of 千米, not of 百分点.
  private var statedPower: Int {
    if stated.hasPrefix("千") { return 3 }
    return stated.hasPrefix("百") && MeasureFamily.known.contains(String(stated.dropFirst())) ? 2 : 0
  }

  private static let multipliers: Set<String> = ["万", "亿"]

  private var isMoney: Bool { MeasureFamily.exponent(from: measure, to: "元") != nil }

  /// The unit of measure of numbers that name none.
  private var stated: String { bareMeasure.flatMap { $0.isEmpty ? nil : $0 } ?? measure }

  var isRate: Bool { measure == "%" }
  var bareIsMoney: Bool { stated.hasSuffix("元") && MeasureFamily.exponent(from: stated, to: "元") != nil }
  /// True if what is counted comes whole.
  var countsWhole: Bool { MeasureFamily.isCounter(measure) }
}
