import PlanModel

/// Reads what a clerk typed for a day: the whole text, or not at all.
///
/// The README of this target has the ways of writing as a table. A day is taken only if the text has one reading.
package struct DayGrammar: Sendable {
  /// The year of days that name none, and the one beside which years of two digits are read.
  package let year: Int

  package init(year: Int) { self.year = year }

  package func read(_ text: String) -> DayReading {
    let clean = QuantityGrammar.clean(text)
    guard !clean.isEmpty, clean.utf8.count <= 120 else { return .notADay }
    var reader = DayTextReader(clean, year: year)
    return reader.read()
  }
}

/// Goes once through a cleaned text by the grammar of days.
private struct DayTextReader {
  private var scanner: QuantityScanner
  private let year: Int

  init(_ text: String, year: Int) {
    scanner = QuantityScanner(text)
    self.year = year
  }

  mutating func read() -> DayReading {
    let attempts: [(inout DayTextReader) -> DayReading?] = [
      { $0.compact() }, { $0.span() }, { $0.words() }, { $0.marked() },
    ]
    for attempt in attempts {
      scanner.move(to: 0)
      if let reading = attempt(&self) { return reading }
    }
    return .notADay
  }

  // MARK: Ways of writing

  /// Reads a day without marks: 20240118.
  private mutating func compact() -> DayReading? {
    guard scanner.run(\.isDigit) == 8, let number = number() else { return nil }
    return day(number / 10_000, number / 100 % 100, number % 100)
  }

  /// Reads the last day of a span: 一季度, 第2季度, 上半年, 年底, 2024年末.
  private mutating func span() -> DayReading? {
    let named = yearBeforeMark()
    let year = named ?? year
    var month: Int?
    var precision = Figure.DatePrecision.quarter
    let start = scanner.position
    _ = take(["第"])
    if let digit = numeral(), (1...4).contains(digit), take(["季度"]) {
      month = digit * 3
    } else {
      scanner.move(to: start)
      if take(["上半年"]) {
        month = 6
      } else if take(["年底", "年末"]) || named != nil && take(["底", "末"]) {
        (month, precision) = (12, .year)
      }
    }
    guard scanner.isAtEnd, let month, let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    return .day(first.endOfMonth, precision: precision)
  }

  /// Reads a day or a month in words: 2024年1月18日, 1月18号, 二〇二四年元月, 6月底.
  private mutating func words() -> DayReading? {
    let year = yearBeforeMark() ?? year
    scanner.skipSpaces()
    let month = take(["元"]) ? 1 : numeral()
    guard let month else { return nil }
    scanner.skipSpaces()
    guard take(["月"]) else { return nil }
    _ = take(["份"])
    if scanner.isAtEnd || take(["底", "末"]) && scanner.isAtEnd {
      guard let first = CivilDate(year: year, month: month, day: 1) else { return .notADay }
      return .day(first.endOfMonth, precision: .month)
    }
    scanner.skipSpaces()
    guard let number = numeral() else { return nil }
    scanner.skipSpaces()
    _ = take(["日", "号"])
    return ended(year, month, number)
  }

  /// Reads a day or a month with marks between its digits: 2024-1-18, 2024/1/18, 2024.1.18, 24.1.18, 2024.6.
  private mutating func marked() -> DayReading? {
    let digits = scanner.run(\.isDigit)
    guard digits > 0, digits <= 4, let first = number(), let mark = scanner.next,
      mark == "-" || mark == "/" || mark == "." || mark == " "
    else { return nil }
    scanner.advance(by: 1)
    guard (1...2).contains(scanner.run(\.isDigit)), let second = number() else { return nil }
    if scanner.isAtEnd {
      guard digits == 4 else { return nil }
      return month(first, second, mark: mark)
    }
    guard scanner.next == mark else { return nil }
    scanner.advance(by: 1)
    let last = scanner.run(\.isDigit)
    guard last == 1 || last == 2 || last == 4 && digits < 4, let third = number() else { return nil }
    if digits == 4 { return ended(first, second, third) }
    return short(first, second, third, lastDigits: last)
  }

  /// Returns the end of a month; with a point, January and October are ambiguous, as 2024.1 was 2024.10 before a
  /// spreadsheet took it for a number.
  private func month(_ year: Int, _ month: Int, mark: Unicode.Scalar) -> DayReading {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return .notADay }
    if mark == ".", month == 1 || month == 10, let january = CivilDate(year: year, month: 1, day: 1),
      let october = CivilDate(year: year, month: 10, day: 1)
    {
      return .ambiguous([january.endOfMonth, october.endOfMonth])
    }
    return .day(first.endOfMonth, precision: .month)
  }

  /// Returns the day of 24.6.30 and 6/7/24: the parts may stand as year, month, day, or as month and day in either
  /// order before the year.
  private mutating func short(_ first: Int, _ second: Int, _ third: Int, lastDigits: Int) -> DayReading? {
    guard endsHere() else { return nil }
    func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
      CivilDate(year: year < 100 ? 2000 + year : year, month: month, day: day)
    }
    let yearFirst = lastDigits == 4 ? nil : date(first, second, third)
    let others = [date(third, first, second), date(third, second, first)].compactMap(\.self)
    let all = Set(others + [yearFirst].compactMap(\.self))
    let near = all.filter { abs($0.year - year) <= 1 }
    if near.count == 1, let only = near.first, only == yearFirst { return .day(only, precision: .day) }
    if all.count == 1, let only = all.first { return .day(only, precision: .day) }
    return all.isEmpty ? .notADay : .ambiguous((near.count > 1 ? near : all).sorted())
  }

  // MARK: What may follow

  private mutating func ended(_ year: Int, _ month: Int, _ number: Int) -> DayReading? {
    guard let ending = ending() else { return nil }
    guard let date = CivilDate(year: year, month: month, day: number) else { return .notADay }
    // 1月18日（周五） where that day is a Thursday: one of the two is wrong.
    if let weekday = ending.weekday, weekday != date.weekday { return .notADay }
    return .day(date, precision: .day)
  }

  private func day(_ year: Int, _ month: Int, _ number: Int) -> DayReading? {
    guard scanner.isAtEnd else { return nil }
    return CivilDate(year: year, month: month, day: number).map { .day($0, precision: .day) } ?? .notADay
  }

  private mutating func endsHere() -> Bool { ending().map { $0.weekday == nil } ?? false }

  /// What stands behind the day.
  private struct Ending {
    /// Monday is 1.
    var weekday: Int?
  }

  /// Reads a time of the day and a day of the week, if any, up to the end of the text; returns `nil` where something
  /// else follows.
  private mutating func ending() -> Ending? {
    scanner.skipSpaces()
    var weekday = self.weekday()
    scanner.skipSpaces()
    guard skipTime() else { return nil }
    scanner.skipSpaces()
    if weekday == nil { weekday = self.weekday() }
    return scanner.isAtEnd ? Ending(weekday: weekday) : nil
  }

  /// Reads a day of the week, of which Monday is 1: 周一, (周一), 星期日.
  private mutating func weekday() -> Int? {
    let start = scanner.position
    let isBracketed = take(["("])
    guard take(["周", "星期"]), let scalar = scanner.next,
      let found = "一二三四五六日天".unicodeScalars.map(\.self).firstIndex(of: scalar)
    else {
      scanner.move(to: start)
      return nil
    }
    scanner.advance(by: 1)
    if isBracketed, !take([")"]) {
      scanner.move(to: start)
      return nil
    }
    return min(found, 6) + 1
  }

  /// Passes over a time of the day: 9:30, T09:30:00, 00:00:00.000; returns false where it begins as a time and is none.
  private mutating func skipTime() -> Bool {
    _ = take(["T"])
    let hours = scanner.run(\.isDigit)
    guard hours > 0 else { return true }
    guard hours <= 2, let hour = number(), hour < 24, take([":"]), scanner.run(\.isDigit) == 2, let minute = number(),
      minute < 60
    else { return false }
    if take([":"]) {
      guard scanner.run(\.isDigit) == 2, let second = number(), second < 60 else { return false }
      if take(["."]) { scanner.advance(by: scanner.run(\.isDigit)) }
    }
    _ = take(["Z"])
    return true
  }

  // MARK: Parts

  private mutating func take(_ words: [String]) -> Bool { scanner.take(words.map { Array($0.unicodeScalars) }) != nil }

  private mutating func number() -> Int? {
    let length = scanner.run(\.isDigit)
    guard (1...8).contains(length) else { return nil }
    var value = 0
    for _ in 0..<length {
      value = value * 10 + Int(scanner.next?.value ?? 48) - 48
      scanner.advance(by: 1)
    }
    return value
  }

  /// Reads a number in digits, or in Chinese characters as it is spoken.
  private mutating func numeral() -> Int? {
    if scanner.next?.isDigit == true { return scanner.run(\.isDigit) <= 2 ? number() : nil }
    let length = scanner.run { ChineseNumeral.isNumeral($0) }
    guard length > 0, let value = ChineseNumeral.spoken(scanner.scalars[scanner.position..<scanner.position + length])
    else { return nil }
    scanner.advance(by: length)
    return value
  }

  /// Reads the year in 2024年 or 二〇二四年; returns `nil` and takes nothing where none stands here.
  private mutating func yearBeforeMark() -> Int? {
    let start = scanner.position
    var year: Int?
    if scanner.run(\.isDigit) == 4 {
      year = number()
    } else {
      let length = scanner.run { ChineseNumeral.isNumeral($0) }
      let digits = scanner.scalars[scanner.position..<scanner.position + length].map {
        ["〇": 0, "零": 0][$0] ?? ChineseNumeral.digit($0)
      }
      if length == 4, digits.allSatisfy({ $0 != nil }) {
        year = digits.compactMap(\.self).reduce(0) { $0 * 10 + $1 }
        scanner.advance(by: length)
      }
    }
    scanner.skipSpaces()
    if let year, year > 1900, scanner.next == "年" {
      // The 年 of 年底 belongs to the year.
      scanner.advance(by: 1)
      return year
    }
    scanner.move(to: start)
    return nil
  }
}
