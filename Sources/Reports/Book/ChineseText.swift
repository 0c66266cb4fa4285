import PlanModel

/// Words that several sheets form in the same way.
enum ChineseText {
  private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// Returns a text, or its first characters and … where it has more than a limit.
  static func beginning(of text: String, atMost limit: Int) -> String {
    text.count > limit ? text.prefix(limit - 1) + "…" : text
  }

  /// Returns a number in Chinese characters: 1 is 一, 12 is 十二, 20 is 二十; from 100 on it is in digits.
  static func ordinal(_ number: Int) -> String {
    guard (1...99).contains(number) else { return String(number) }
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    let head = tens == 0 ? "" : (tens == 1 ? "十" : digits[tens] + "十")
    return head + (ones == 0 ? "" : digits[ones])
  }

  /// Returns a day as 6月12日, with the year where it is not the period's.
  static func day(_ day: CivilDate, in period: Period) -> String {
    day.year == period.year ? "\(day.month)月\(day.day)日" : day.chinese
  }

  /// Returns how often a period of a kind comes: 每月, 每季度, 每半年, 每年.
  static func every(_ kind: Period.Kind) -> String {
    switch kind {
    case .month: "每月"
    case .quarter: "每季度"
    case .half: "每半年"
    case .year: "每年"
    }
  }

  /// Returns a gap in words: 低于序时进度12.4个百分点, 高于…, or 与序时进度持平.
  static func gap(_ gap: FixedDecimal) -> String {
    if gap.isZero { return "与序时进度持平" }
    return "\(gap.isNegative ? "低于" : "高于")序时进度\(gap.magnitude.grouped(places: 1))个百分点"
  }

  /// Returns the first few names, then 等N家.
  static func names(_ names: [String], atMost limit: Int = 6, counter: String = "家") -> String {
    guard names.count > limit else { return names.joined(separator: "、") }
    return names.prefix(limit).joined(separator: "、") + "等\(names.count)\(counter)"
  }

  /// Returns the sign that stands before a target: nothing for a plain sum, ≥ ≤ > < where it matters.
  static func sign(_ indicator: Indicator) -> String {
    switch indicator.comparator {
    case .atMost: "≤"
    case .lessThan: "<"
    case .moreThan: indicator.isPaced ? "" : ">"
    case .approximately: "≈"
    case .atLeast: indicator.isPaced ? "" : "≥"
    case .equal, .range, .complete: ""
    }
  }
}
