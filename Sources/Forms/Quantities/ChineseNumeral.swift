/// Numbers written in Chinese characters.
///
/// A number is taken only in the form in which it is spoken in full (一千二百, 三百零五), or digit by digit with a zero among
/// them (二〇二四, 一八〇). 一百二 may be 120 or 102, and 三五 is three to five: neither is a number.
enum ChineseNumeral {
  enum Reading: Hashable {
    case number(Int)
    /// The place of the last digit is left out: 一百二.
    case ambiguous(Int, Int)
    /// Two digits next to each other: 三五, 二三十, 十七八.
    case range
    /// No number; so many characters at its start are one.
    case none(prefix: Int)
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let places: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000]
  private static let names: [Unicode.Scalar] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  /// Longer runs are no figures.
  private static let longest = 24

  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { digits[scalar] != nil || places[scalar] != nil }

  /// Returns the value of a single digit 一 to 九.
  static func digit(_ scalar: Unicode.Scalar) -> Int? { digits[scalar].flatMap { $0 > 0 && scalar != "两" ? $0 : nil } }

  /// Reads a run of numerals.
  static func read(_ run: ArraySlice<Unicode.Scalar>) -> Reading {
    guard run.count <= longest else { return .none(prefix: 0) }
    if let value = spoken(run) ?? byDigits(run) { return .number(value) }
    if let (low, high) = shortened(run) { return .ambiguous(low, high) }
    if isPair(run) { return .range }
    let prefix = (0..<run.count).reversed().first { length in
      length > 0 && (spoken(run.prefix(length)) ?? byDigits(run.prefix(length))) != nil
    }
    return .none(prefix: prefix ?? 0)
  }

  /// Returns the number as it is spoken in full; `nil` for every other way of writing.
  static func spoken(_ run: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let value = value(run) else { return nil }
    var plain: [Unicode.Scalar] = []
    for index in run.indices {
      switch run[index] {
      case "〇": plain.append("零")
      // 两 stands for 二 before a place, and alone.
      case "两":
        let next = run.index(after: index)
        guard run.count == 1 || (next < run.endIndex && "百千万亿".unicodeScalars.contains(run[next])) else { return nil }
        plain.append("二")
      case let scalar: plain.append(scalar)
      }
    }
    return words(value) == plain ? value : nil
  }

  /// Returns the value of a number written digit by digit, such as 一八〇 and 二〇二四: two digits and more, a zero among them
  /// and not at the start.
  private static func byDigits(_ run: ArraySlice<Unicode.Scalar>) -> Int? {
    let values = run.map { $0 == "两" ? nil : digits[$0] }
    guard (2...9).contains(run.count), let first = values.first ?? nil, first > 0, values.contains(0) else {
      return nil
    }
    var value = 0
    for digit in values {
      guard let digit else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// Returns both values of a number without its last place: 一百二 is 102 or 120.
  private static func shortened(_ run: ArraySlice<Unicode.Scalar>) -> (Int, Int)? {
    guard run.count >= 3, let last = run.last.flatMap(digit), let place = run.dropLast().last.flatMap({ places[$0] }),
      place >= 100, let whole = spoken(run.dropLast())
    else { return nil }
    return (whole + last, whole + last * place / 10)
  }

  /// Returns true if two digits stand next to each other and either of them alone would make a number.
  private static func isPair(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
    run.indices.dropLast().contains { index in
      let next = run.index(after: index)
      guard (digits[run[index]] ?? 0) > 0, (digits[run[next]] ?? 0) > 0 else { return false }
      var first = Array(run)
      var second = first
      first.remove(at: index - run.startIndex)
      second.remove(at: next - run.startIndex)
      return spoken(first[...]) != nil && spoken(second[...]) != nil
    }
  }

  /// Returns the value of a run in which digits and places alternate; `nil` where they do not.
  private static func value(_ run: ArraySlice<Unicode.Scalar>) -> Int? {
    var total = 0
    var section = 0
    var digit: Int?
    for scalar in run {
      if let place = places[scalar] {
        switch place {
        case 10, 100, 1000:
          guard let times = digit ?? (place == 10 ? 1 : nil) else { return nil }
          section += times * place
        default:
          guard section + (digit ?? 0) > 0 else { return nil }
          total += (section + (digit ?? 0)) * place
          section = 0
        }
        digit = nil
      } else if let value = digits[scalar] {
        if digit ?? 0 > 0 { return nil }
        digit = value
      } else {
        return nil
      }
      guard total < 1_000_000_000_000, section < 10_000 else { return nil }
    }
    return total + section + (digit ?? 0)
  }

  /// Returns a number below 10¹² as it is spoken.
  private static func words(_ value: Int) -> [Unicode.Scalar] {
    if value == 0 { return ["零"] }
    let sections = [value / 100_000_000, value / 10_000 % 10_000, value % 10_000]
    let marks: [[Unicode.Scalar]] = [["亿"], ["万"], []]
    var out: [Unicode.Scalar] = []
    var skipped = false
    for (section, mark) in zip(sections, marks) {
      guard section > 0 else {
        skipped = !out.isEmpty
        continue
      }
      if !out.isEmpty, skipped || section < 1000 { out.append("零") }
      out += sectionWords(section, isFirst: out.isEmpty) + mark
      skipped = false
    }
    return out
  }

  private static func sectionWords(_ section: Int, isFirst: Bool) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    var gap = false
    for (place, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] as [(Int, String)] {
      let digit = section / place % 10
      guard digit > 0 else {
        gap = !out.isEmpty
        continue
      }
      if gap { out.append("零") }
      gap = false
      // 十五, and 一百一十五.
      if !(place == 10 && digit == 1 && out.isEmpty && isFirst) { out.append(names[digit]) }
      out += Array(name.unicodeScalars)
    }
    return out
  }
}
