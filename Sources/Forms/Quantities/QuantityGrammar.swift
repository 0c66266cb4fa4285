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
    if clean.isEmpty { return .blank }
    if let word = Self.words[clean] { return word }
    var reader = QuantityReader(clean, self)
    return reader.read()
  }

  /// The text without what carries no meaning: marks for width, spaces and line breaks at the ends, the apostrophe that makes
  /// a program keep a number as text, the full stop behind it.
  static func clean(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: out.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x09: out.append(" ")
      case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF, 0xAD: continue
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

  /// Texts that stand for themselves.
  private static let words: [String: QuantityReading] = {
    var words: [String: QuantityReading] = ["空": .blank]
    for word in ["无", "零", "没有", "暂无"] { words[word] = .nilReturn }
    for word in ["/", "—", "——", "-", "--", "―", "─", "不适用", "N/A", "n/a"] { words[word] = .notApplicable }
    return words
  }()

  // MARK: Units of measure

  /// What a number in a unit of measure comes to in the column's; `nil` where it does not convert.
  ///
  /// - Parameter written: as it stands behind the number; empty where none does.
  func convert(_ value: FixedDecimal, written: String) -> FixedDecimal? {
    let source = written.isEmpty ? bareMeasure ?? "" : written
    if source.isEmpty || source == measure { return value }
    if let power = MeasureFamily.multiplier(source), isMultiplied(by: source) {
      return value.timesPowerOfTen(power)?.normalized
    }
    return MeasureFamily.convert(value, from: source, to: measure)
  }

  /// True if 万 and the like before the column's own unit, or alone, multiply the number: not of money, where 万 is 万元, nor of rates.
  private func isMultiplied(by source: String) -> Bool {
    let own = String(source.dropFirst())
    return own == measure || (own.isEmpty && measure != "%" && !isMoney)
  }

  var isRate: Bool { measure == "%" }
  var isMoney: Bool { MeasureFamily.exponent(from: measure, to: "元") != nil }
  /// True if what is counted comes whole.
  var countsWhole: Bool { MeasureFamily.isCounter(measure) }
}
