import PlanModel

/// What a text in the head of a form says of times, beside the form's own period.
///
/// It need not be understood: one word of another month, year or day, or of figures that are none of what was done, is enough
/// for nobody to know what the form is of.
enum PeriodMention {
  private static let others = [
    "上月", "上期", "上季", "去年", "上年", "往年", "历年", "同期", "计划数", "预计", "预估", "作废", "草稿", "上旬", "中旬", "下旬",
  ]

  private static let year = Pattern(/20[0-9]{2}/)
  private static let yearAndMonth = Pattern(/20[0-9]{2}[-.\/]?([0-9]{1,2})/)
  private static let quarter = Pattern(/([一二三四1-4])季/)
  private static let span = Pattern(
    /([0-9]{1,2}|[一二三四五六七八九十]{1,2})月?[-—–~～至到]([0-9]{1,2}|[一二三四五六七八九十]{1,2})月/)
  private static let day = Pattern(/([0-9]{1,2})[日号]/)

  /// Returns true if the text speaks of another time than the period.
  static func isOfAnother(_ text: String, than period: Period) -> Bool {
    let clean = CellTextCleaner.compact(text).replacing("元月", with: "1月")
    let end = period.lastDay
    return hasOtherWords(clean) || hasAnotherYear(clean, end) || hasAnotherMonth(clean, period)
      || hasAnotherDay(clean, end)
  }

  /// Returns true if the text speaks of another year than that of a day; 2023-2024年 does.
  static func isOfAnotherYear(_ text: String, than end: CivilDate) -> Bool {
    CellTextCleaner.halfWidth(text).matches(of: year.regex).contains { Int($0.output) != end.year }
  }

  /// Returns true for words of other figures than those of what was done.
  static func hasOtherWords(_ text: String) -> Bool {
    if others.contains(where: { text.includes($0) }) { return true }
    // 重点工作计划表 holds plans, 计划完成情况表 what came of them.
    let title = HeadText(text).base
    return ["计划表", "目标表", "分解表"].contains { title.hasSuffix($0) }
      && !["完成", "进展", "执行", "落实"].contains { title.includes($0) }
  }

  private static func hasAnotherYear(_ text: String, _ end: CivilDate) -> Bool {
    guard text.includes("20") else { return false }
    if text.matches(of: year.regex).contains(where: { Int($0.output) != end.year }) { return true }
    // 2024-05, 2024.5, 202405
    return text.matches(of: yearAndMonth.regex).contains { Int($0.output.1) != end.month }
  }

  private static func hasAnotherMonth(_ text: String, _ period: Period) -> Bool {
    let end = period.lastDay
    // Looking for a word costs far less than a pattern does.
    guard ["季", "半年", "月"].contains(where: { text.includes($0) }) else { return false }
    let quarters =
      text.includes("季") ? text.matches(of: quarter.regex).compactMap { MonthWords.month($0.output.1) } : []
    if quarters.contains(where: { $0 * 3 != end.month }) { return true }
    if text.includes("上半年"), end.month != 6 { return true }
    if text.includes("下半年"), end.month != 12 { return true }
    guard text.includes("月") else { return false }
    var rest = text[...]
    // 1—6月 begins with January, and 4—6月 is a quarter's own; every other span is of other months.
    let maySpan = text.unicodeScalars.contains { "-—–~～至到".unicodeScalars.contains($0) }
    for span in maySpan ? text.matches(of: span.regex) : [] {
      let first = MonthWords.month(span.output.1)
      guard first == 1 || first == period.firstDay.month && period.kind == .quarter,
        MonthWords.month(span.output.2) == end.month
      else { return true }
      rest = text[span.range.upperBound...]
    }
    return months(in: rest).contains { $0 != end.month }
  }

  /// Returns the months before each 月, one or two digits or Chinese numerals: 12 of 12月; `nil` for numerals that are no
  /// month.
  private static func months(in text: Substring) -> [Int?] {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.filter { scalars[$0] == "月" }.compactMap { place in
      let before = scalars[..<place]
      let digits = before.suffix(2).reversed().prefix { ("0"..."9").contains($0) }
      let word =
        digits.isEmpty ? before.suffix(2).reversed().prefix { "一二三四五六七八九十".unicodeScalars.contains($0) } : digits
      guard !word.isEmpty else { return nil }
      return .some(MonthWords.month(Substring(String(String.UnicodeScalarView(word.reversed())))))
    }
  }

  private static func hasAnotherDay(_ text: String, _ end: CivilDate) -> Bool {
    ["日", "号"].contains { text.includes($0) }
      && text.matches(of: day.regex).contains { Int($0.output.1) != end.day }
  }
}
