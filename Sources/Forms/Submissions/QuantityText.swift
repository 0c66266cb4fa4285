import PlanModel

/// Takes apart what people type into a cell for a number: `1,780户`, `约8成`, `已完成1205户`, `(45)`, `4-5家`.
struct QuantityText {
  struct Quantity: Hashable {
    var value: FixedDecimal
    /// As written; empty if none was.
    var measure = ""
    var isApproximate = false
    /// Words that are neither a unit nor a degree stand around the number.
    var isInWords = false
    /// Written as (45) for −45.
    var isBracketed = false
    /// A point that may be meant to part thousands.
    var isAmbiguous = false
    var isRange = false
  }

  private static let before = ["大约", "约", "近", "超过", "超", "逾", "不足", "共计", "合计", "共", "达到", "达"]
  private static let exactBefore: Set<String> = ["共计", "合计", "共", "达到", "达"]
  private static let after = ["左右", "以上", "余", "多"]

  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  /// The one number of the text, or `nil` if there is none, or several that are no range.
  mutating func quantity() -> Quantity? {
    var result = Quantity(value: 0)
    if rest.hasPrefix("("), rest.hasSuffix(")"), let value = FixedDecimal(String(rest.dropFirst().dropLast())) {
      return Quantity(value: value.negated, isBracketed: true)
    }
    skipSpaces()
    while let word = Self.before.first(where: { rest.hasPrefix($0) }) {
      rest.removeFirst(word.count)
      if !Self.exactBefore.contains(word) { result.isApproximate = true }
      skipSpaces()
    }
    if rest.first.map(Self.isNumeric) != true {
      guard skipWords() else { return nil }
      result.isInWords = true
    }
    guard let number = number() else { return nil }
    (result.value, result.isAmbiguous) = number
    skipSpaces()
    return tail(&result) ? result : nil
  }

  /// What follows the number; false if it spoils the reading.
  private mutating func tail(_ result: inout Quantity) -> Bool {
    skipAfter(&result)
    // 3百户: a digit with a Chinese power of ten.
    if let power = rest.first.flatMap({ ["百": FixedDecimal(100), "千": 1000][$0] }), !rest.hasPrefix("千米"),
      let product = try? result.value.multiplied(by: power)
    {
      rest.removeFirst()
      result.value = product
    }
    if rest.hasPrefix("成"), let tenfold = try? result.value.multiplied(by: 10) {
      rest.removeFirst()
      (result.value, result.measure) = (tenfold, "%")
      // 六成五 is 65 %.
      if let digit = rest.first.flatMap({ Self.chineseDigits[$0] }), digit < 10 {
        rest.removeFirst()
        result.value = (try? tenfold.adding(FixedDecimal(digit))) ?? tenfold
      }
    } else if let unit = MeasureFamily.unit(at: rest) {
      rest.removeFirst(unit.count)
      result.measure = unit
      // 4.2万户 is a multiplied count.
      if unit == "万" || unit == "亿", let counter = MeasureFamily.unit(at: rest), counter != "%" {
        rest.removeFirst(counter.count)
      }
    }
    skipAfter(&result)
    if isRangeMark, hasNumber(rest.dropFirst()) {
      result.isRange = true
      return true
    }
    guard !rest.isEmpty else { return true }
    guard !rest.contains(where: { $0.isNumber || Self.chineseDigits[$0] != nil }) else { return false }
    result.isInWords = true
    return true
  }

  private var isRangeMark: Bool { ["-", "—", "~", "～", "至", "到", "或", ","].contains { rest.hasPrefix($0) } }

  private func hasNumber(_ text: Substring) -> Bool { text.first.map(Self.isNumeric) ?? false }

  private mutating func skipAfter(_ result: inout Quantity) {
    skipSpaces()
    while let word = Self.after.first(where: { rest.hasPrefix($0) }) {
      rest.removeFirst(word.count)
      result.isApproximate = true
      skipSpaces()
    }
  }

  private mutating func skipSpaces() {
    while rest.first?.isWhitespace == true { rest.removeFirst() }
  }

  /// Skips to the first digit; false if there is none. Chinese digits inside words are no numbers here.
  private mutating func skipWords() -> Bool {
    guard let start = rest.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return false }
    rest = rest[start...]
    return true
  }

  private static func isNumeric(_ character: Character) -> Bool {
    (character.isASCII && character.isNumber) || character == "." || character == "-" || character == "+"
      || chineseDigits[character] != nil
  }

  static let chineseDigits: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    "百": 100, "千": 1000,
  ]

  /// A number with or without thousands parted; `nil` where the grouping makes no sense.
  private mutating func number() -> (FixedDecimal, isAmbiguous: Bool)? {
    if let first = rest.first, Self.chineseDigits[first] != nil { return chineseNumber().map { ($0, false) } }
    let token = rest.prefix { ($0.isASCII && $0.isNumber) || ".,-+ ".contains($0) }
    let run = numberRun(String(token))
    rest = rest.dropFirst(run.count)
    let plain = run.filter { $0 != "," && $0 != " " }
    if run.contains(","), !Self.isGrouped(run) { return nil }
    guard let value = FixedDecimal(plain) else { return nil }
    // 1.780: three digits behind a point after at most three before may be a thousand in another hand.
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    return (value, parts.count == 2 && parts[1].count == 3 && parts[0].count <= 3 && parts[1].hasSuffix("0"))
  }

  /// The longest start of the token that is one number: a sign only at the start, commas and spaces only in groups of three.
  private func numberRun(_ token: String) -> String {
    var run = ""
    var pending = ""
    var sawPoint = false
    for (index, character) in token.enumerated() {
      if character.isNumber {
        run += pending + String(character)
        pending = ""
      } else if (character == "-" || character == "+") && index == 0 {
        run.append(character)
      } else if character == ".", !sawPoint {
        sawPoint = true
        pending.append(character)
      } else if character == "," || character == " ", !sawPoint, followsThree(token, index) {
        pending.append(character)
      } else {
        break
      }
    }
    return run
  }

  private func followsThree(_ token: String, _ index: Int) -> Bool {
    let digits = token.dropFirst(index + 1).prefix { $0.isNumber }
    return digits.count == 3
  }

  private static func isGrouped(_ run: String) -> Bool {
    let whole = run.split(separator: ".", omittingEmptySubsequences: false)[0].filter { $0 != "-" && $0 != "+" }
    let groups = whole.split(whereSeparator: { $0 == "," || $0 == " " })
    return groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups.first?.count ?? 0)
  }

  /// 三十五, 一百二十, 八: below ten thousand.
  private mutating func chineseNumber() -> FixedDecimal? {
    var total = 0
    var digit: Int?
    while let character = rest.first, let value = Self.chineseDigits[character] {
      rest.removeFirst()
      if value >= 10 {
        total += (digit ?? 1) * value
        digit = nil
      } else {
        digit = value
      }
    }
    return FixedDecimal(total + (digit ?? 0))
  }
}
