import PlanModel

/// A period as people write it on forms: 2024年6月, 2024-06, 2024年1—6月, 二季度, 上半年, 截至2024年6月30日.
package struct PeriodText {
  let period: Period
  /// True where the words only say up to when: 1—6月, a day, a year for a form with a column for each month.
  let isUntil: Bool

  private static let year = Pattern(/20[0-9]{2}年/)
  private static let month = Pattern(/([0-9]{1,2}|[一二三四五六七八九十元]{1,2})月/)
  /// The month that a span begins with.
  private static let beginning = Pattern(/([0-9]{1,2}|[一二三四五六七八九十]{1,2})月?[-—–~～至到]/)
  private static let january = Pattern(/([1一])月?[-—–~～至到]/)
  private static let spanned = Pattern(/([0-9]{1,2}|[一二三四五六七八九十]{1,2})月?[-—–~～至]/)
  private static let day = Pattern(/([0-9]{1,2})[日号]/)
  private static let dayOfMonth = Pattern(/月([0-9]{1,2})[日号]/)
  private static let part = Pattern(/第?[一二三四1-4]季度[底末]?|上半年|下半年/)

  /// - Parameter year: of the plan, where the words name none.
  init?(_ text: String, year planned: Int) {
    guard Self.mayName(text) else { return nil }
    let clean = Self.westernYear(CellTextCleaner.compact(text))
      .replacing("元月", with: "1月")
    // Two months, or two years, are no period.
    guard Self.isOne(clean) else { return nil }
    let numbers = Self.numbers(clean)
    let year =
      numbers.first.flatMap { $0.text.count == 4 ? Int($0.text) : nil } ?? Self.compact(numbers)?.year
    // 4190.4 is a figure.
    if let year, !(1990...2100).contains(year) { return nil }
    let named = year ?? planned
    func found(_ kind: Period.Kind, _ ordinal: Int, isUntil: Bool = false) -> (Period, Bool)? {
      Period(kind: kind, year: named, ordinal: ordinal).map { ($0, isUntil) }
    }
    let result: (Period, Bool)? =
      if clean.includes("上半年") {
        found(.half, 1)
      } else if clean.includes("下半年") {
        found(.half, 2)
      } else if let quarter = Self.quarter(clean) {
        found(.quarter, quarter)
      } else if let month = Self.month(clean) {
        found(.month, month, isUntil: Self.isSpan(clean) || clean.includes("日"))
      } else if let compact = Self.compact(numbers) {
        found(.month, compact.month)
      } else if year != nil, numbers.count >= 2, let month = Int(numbers[1].text) {
        found(.month, month, isUntil: numbers.count > 2)
      } else if year != nil, numbers.count == 1 {
        found(.year, 1, isUntil: true)
      } else {
        nil
      }
    guard let result, Self.hasWholeMonths(clean, result.0) else { return nil }
    // 2—3月 is no period; 4—6月 is a quarter.
    if Self.isSpan(clean), let first = Self.firstOfSpan(clean), first != 1 {
      guard first % 3 == 1, let quarter = Period(kind: .quarter, year: named, ordinal: (first + 2) / 3),
        quarter.lastMonth == result.0.lastMonth
      else { return nil }
      (period, isUntil) = (quarter, false)
      return
    }
    (period, isUntil) = result
  }

  /// A period that is the whole text, and no part of one: 6月, 2024年6月底, 截至6月30日, 1—6月, 二季度, 上半年; not 去年6月, 2—6月 or
  /// 6月20日.
  init?(whole text: String, year planned: Int) {
    guard ["月", "季", "半年"].contains(where: { text.includes($0) }) else { return nil }
    let clean = Self.westernYear(CellTextCleaner.compact(text))
    var rest = clean[...]
    for label in ["截至", "截止", "至"] where rest.hasPrefix(label) { rest = rest.dropFirst(label.count) }
    if let year = rest.prefixMatch(of: Self.year.regex) { rest = rest[year.range.upperBound...] }
    let month = Self.month.regex
    guard let found = PeriodText(clean, year: planned) else { return nil }
    // 4-6月 is a quarter, and every other span begins with January.
    let first = (found.period.kind == .quarter ? Self.beginning : Self.january).regex
    if let span = rest.prefixMatch(of: first), rest[span.range.upperBound...].prefixMatch(of: month) != nil {
      rest = rest[span.range.upperBound...]
    }
    if let named = rest.prefixMatch(of: month) {
      rest = rest[named.range.upperBound...]
      if let day = rest.wholeMatch(of: Self.day.regex) {
        guard Int(day.1) == found.period.lastDay.day else { return nil }
      } else if !["", "份", "底", "末", "份底"].contains(String(rest)) {
        return nil
      }
    } else if rest.wholeMatch(of: Self.part.regex) == nil {
      return nil
    }
    self = found
  }

  /// Returns false for a text without a digit and without a word that names a period, as most are.
  private static func mayName(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar {
      case "0"..."9", "０"..."９", "年", "月", "季", "Q", "q", "Ｑ", "ｑ": true
      default: false
      }
    }
  }

  /// Returns true for a text that names periods and days, and says nothing else: not 2024年3月计划.
  static func isNothingElse(_ text: String) -> Bool {
    var rest = CellTextCleaner.compact(text)
    // 期间：2024年2月.
    if let colon = rest.firstIndex(of: ":"), rest[..<colon].count <= 6 {
      rest = String(rest[rest.index(after: colon)...])
    }
    for ending in ["月报", "季报", "年报", "报"] where rest.hasSuffix(ending) { rest.removeLast() }
    return rest.allSatisfy {
      ("0"..."9").contains($0) || "年度月份日号季第一二三四五六七八九十元〇○上下半全截至止到底末-—–~～/.()Qq".contains($0)
    }
  }

  /// Returns what the form is for, when `wanted` is asked for.
  func period(wanted: Period?, isMonthly: Bool) -> Period {
    guard let wanted, wanted.year == period.year else { return period }
    // The year's sheet with a column for each month is for whichever of them is asked for.
    if isMonthly, period.kind == .year { return wanted }
    if isUntil, period.lastMonth == wanted.lastMonth { return wanted }
    return period
  }

  /// Returns the text with a year such as 二〇二四年 written as 2024年.
  package static func westernYear(_ text: String) -> String {
    guard text.includes("年"), text.includes("二") || text.includes("两") else { return text }
    guard let year = text.firstMatch(of: /[二两][〇零○][一二三四五六七八九〇零○]{2}(?=年)/) else { return text }
    let digits = year.output.compactMap { "〇一二三四五六七八九".firstIndex(of: "零○".contains($0) ? "〇" : $0 == "两" ? "二" : $0) }
      .map { "〇一二三四五六七八九".distance(from: "〇一二三四五六七八九".startIndex, to: $0) }
    return text.replacing(year.output, with: digits.map(String.init).joined())
  }

  /// Returns false where the text names days that are not the month's first and last: 2月20日 is no period's end.
  private static func hasWholeMonths(_ text: String, _ period: Period) -> Bool {
    let days = text.matches(of: dayOfMonth.regex).compactMap { Int($0.output.1) }
    guard let last = days.last else { return true }
    return last == period.lastDay.day && days.dropLast().allSatisfy { $0 == 1 }
  }

  /// Returns false where the text names more than one month or year, and is no span such as 1—6月.
  private static func isOne(_ text: String) -> Bool {
    let months = Set(text.indices.filter { text[$0] == "月" }.compactMap { month(String(text[...$0])) })
    let years = Set(numbers(text).map(\.text).filter { $0.count == 4 })
    return years.count <= 1 && (months.count <= 1 || isSpan(text) && months.count == 2)
  }

  private typealias Number = (text: Substring, range: Range<String.Index>)

  private static func numbers(_ text: String) -> [Number] {
    text.split { !("0"..."9").contains($0) }.map { ($0, $0.startIndex..<$0.endIndex) }
  }

  /// Returns the year and the month in 202406.
  private static func compact(_ numbers: [Number]) -> (year: Int, month: Int)? {
    guard numbers.count == 1, let text = numbers.first?.text, text.count == 6, let year = Int(text.prefix(4)),
      let month = Int(text.suffix(2)), (1...12).contains(month)
    else { return nil }
    return (year, month)
  }

  /// Returns the number of the quarter in 第二季度, 2季度, Q2.
  private static func quarter(_ text: String) -> Int? {
    if let mark = text.firstIndex(of: "季"), mark > text.startIndex {
      return MonthWords.month(text[text.index(before: mark)...].prefix(1)).flatMap { $0 <= 4 ? $0 : nil }
    }
    guard let mark = text.firstIndex(where: { $0 == "Q" || $0 == "q" }) else { return nil }
    return Int(text[text.index(after: mark)...].prefix(1)).flatMap { (1...4).contains($0) ? $0 : nil }
  }

  /// Returns the number before the last 月.
  private static func month(_ text: String) -> Int? {
    guard let mark = text.lastIndex(of: "月") else { return nil }
    let before = text[..<mark]
    let digits = String(before.reversed().prefix { ("0"..."9").contains($0) }.reversed())
    if !digits.isEmpty { return Int(digits).flatMap { (1...12).contains($0) ? $0 : nil } }
    let words = String(before.reversed().prefix { "一二三四五六七八九十".contains($0) }.reversed())
    return MonthWords.month(words)
  }

  /// Returns the month that a span begins with: 4 of 4—6月.
  private static func firstOfSpan(_ text: String) -> Int? {
    text.matches(of: spanned.regex).last.flatMap { MonthWords.month($0.output.1) }
  }

  /// Returns true for a span of months, such as 1—6月.
  private static func isSpan(_ text: String) -> Bool {
    guard let mark = text.lastIndex(of: "月") else { return false }
    let rest = text[..<mark].reversed().drop { ("0"..."9").contains($0) }
    return rest.first.map { "-—–~～至".contains($0) } == true
  }
}
