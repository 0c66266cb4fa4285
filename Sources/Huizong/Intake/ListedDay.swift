import PlanModel

/// A day in a list as somebody typed it or a spreadsheet program saved it.
enum ListedDay: Hashable {
  case day(CivilDate)
  /// Several days fit, and nothing tells which is meant.
  case several([CivilDate])
  /// A bare number that Excel would show as this day.
  case serial(CivilDate)
  case none

  /// Year first (2024-8-1, 2024/08/01, 2024.8.1, 2024年8月1日, 20240801) is one day; with the year behind or two digits of
  /// it, only where no other order fits. A time of day and a weekday that agrees may follow.
  init(_ text: String) {
    if let day = Self.plain(text) {
      self = .day(day)
      return
    }
    guard text.utf8.count <= 96 else {
      self = .none
      return
    }
    var clean = text.halfWidth.filter { $0 != "\u{200B}" }
    if clean.hasPrefix("'") { clean.removeFirst() }
    // 2024 年 8 月 1 日
    let parts = clean.split(separator: " ", omittingEmptySubsequences: true)
    clean = parts.reduce("") { joined, part in
      let glues = "年月日"
      let isOne = joined.last.map { glues.contains($0) } == true && part.first?.isNumber == true && joined.last != "日"
      return joined.isEmpty || isOne || part.first.map { glues.contains($0) } == true
        ? joined + part : "\(joined) \(part)"
    }
    var scan = Scan(clean)
    self = Self.read(&scan)
  }

  /// Reads what nearly every line has, 2024-08-01 or 2024/8/1 and nothing else: lists may be long.
  private static func plain(_ text: String) -> CivilDate? {
    let bytes = Array(text.utf8.prefix(11))
    guard (8...10).contains(bytes.count), "-/.".utf8.contains(bytes[4]) else { return nil }
    let digits = bytes.split(separator: bytes[4], omittingEmptySubsequences: false)
    guard digits.count == 3, (1...2).contains(digits[1].count), (1...2).contains(digits[2].count),
      digits.joined().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let numbers = digits.map { $0.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
    return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private static func read(_ scan: inout Scan) -> ListedDay {
    guard let first = scan.digits() else { return .none }
    if first.count == 8 {
      let own = day(String(first.prefix(4)), String(first.dropFirst(4).prefix(2)), String(first.suffix(2)))
      return own.map { finished([$0], &scan) } ?? .none
    }
    if scan.isDone || (scan.rest.first == "." && scan.rest.dropFirst().allSatisfy(\.isNumber) && first.count == 5) {
      return serial(first)
    }
    guard let separator = scan.take("年/-."), let second = scan.digits(), second.count <= 2,
      scan.take(separator == "年" ? "月" : String(separator)) != nil, let third = scan.digits()
    else { return .none }
    if separator == "年" { _ = scan.take("日号") }
    let days: [CivilDate?] =
      switch (first.count, third.count) {
      case (4, 1...2): [day(first, second, third)]
      case (1...2, 4) where separator != "年": [day(third, second, first), day(third, first, second)]
      case (2, 1...2) where separator == "年": [day("20" + first, second, third)]
      case (1...2, 1...2):
        [
          first.count == 2 ? day("20" + first, second, third) : nil,
          third.count == 2 ? day("20" + third, second, first) : nil,
          third.count == 2 ? day("20" + third, first, second) : nil,
        ]
      default: []
      }
    var distinct: [CivilDate] = []
    for case let day? in days where !distinct.contains(day) { distinct.append(day) }
    return finished(distinct, &scan)
  }

  private static func day(_ year: String, _ month: String, _ day: String) -> CivilDate? {
    guard let year = Int(year), let month = Int(month), let day = Int(day) else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// Returns the day that Excel counts so from 1900 on, as far as an office may mean it.
  private static func serial(_ digits: String) -> ListedDay {
    guard let number = Int(digits), (36_526...73_050).contains(number) else { return .none }
    return CivilDate(dayNumber: number - 25_569).map { .serial($0) } ?? .none
  }

  /// Reads what may stand behind the day, and returns the day if nothing contradicts it.
  private static func finished(_ days: [CivilDate], _ scan: inout Scan) -> ListedDay {
    guard let first = days.first else { return .none }
    let weekday = scan.weekday()
    guard weekday != -1 else { return .none }
    if let weekday, days.count == 1, weekday != (first.dayNumber + 3) % 7 { return .none }
    let possible = weekday.map { weekday in days.filter { ($0.dayNumber + 3) % 7 == weekday } } ?? days
    guard let shift = scan.time() else { return .none }
    guard scan.isDone else { return .none }
    if shift != 0, let day = possible.first, let other = CivilDate(dayNumber: day.dayNumber + shift) {
      return .several([day, other])
    }
    switch possible.count {
    case 0: return .none
    case 1: return .day(possible[0])
    default: return .several(possible.sorted())
    }
  }

  /// Returns whether a text is a time of day and nothing else.
  static func isTime(_ text: String) -> Bool {
    guard text.utf8.count <= 48, text.contains(where: { ":：时点".contains($0) }) else { return false }
    var scan = Scan(text.halfWidth)
    return scan.time() != nil && scan.isDone
  }
}

/// Takes a short text to pieces from its front.
private struct Scan {
  private(set) var rest: Substring

  init(_ text: String) { rest = text[...] }

  var isDone: Bool { rest.allSatisfy(\.isWhitespace) }

  /// Takes ASCII digits; returns `nil` for none.
  mutating func digits() -> String? {
    let found = rest.prefix { $0.isASCII && $0.isNumber }
    guard !found.isEmpty else { return nil }
    rest = rest.dropFirst(found.count)
    return String(found)
  }

  mutating func take(_ possible: String) -> Character? {
    guard let first = rest.first, possible.contains(first) else { return nil }
    rest = rest.dropFirst()
    return first
  }

  mutating func take(words: [String]) -> Int? {
    for (index, word) in words.enumerated() where rest.lowercased().hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      return index
    }
    return nil
  }

  private mutating func skipSpaces() { rest = rest.drop(while: \.isWhitespace) }

  /// Takes a day of the week, `（周四）`, counted from Monday as 0; returns `nil` for none, −1 for one that nobody knows.
  mutating func weekday() -> Int? {
    let before = rest
    skipSpaces()
    let bracket = take("(")
    guard take(words: ["星期", "周", "礼拜"]) != nil else {
      rest = before
      return nil
    }
    guard let day = take("一二三四五六日天") else { return -1 }
    if bracket != nil, take(")") == nil { return -1 }
    return ["一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6][day]
  }

  /// Reads a time of day, where one stands.
  ///
  /// - Returns: days by which an hour of another zone lies off here, 0 for most; `nil` for what is no time.
  mutating func time() -> Int? {
    if rest.first == "T" || rest.first == "t" { rest = rest.dropFirst() } else { skipSpaces() }
    guard !rest.isEmpty else { return 0 }
    let words = ["上午", "凌晨", "早上", "am", "下午", "晚上", "中午", "pm"]
    let before = take(words: words)
    skipSpaces()
    guard var hour = digits().flatMap({ $0.count <= 2 ? Int($0) : nil }), hour <= 24, let sign = take(":时点") else {
      return nil
    }
    var minute = 0
    let text = digits()
    if sign == ":", text == nil { return nil }
    if let text {
      guard text.count == 2 || rest.first == "分", let value = Int(text), value < 60 else { return nil }
      minute = value
      if take(":") != nil || (take("分") != nil && rest.first?.isNumber == true) {
        guard let second = digits().flatMap({ Int($0) }), second < 60 else { return nil }
        _ = take("秒")
        if take(".") != nil, digits() == nil { return nil }
      }
    }
    skipSpaces()
    let behind = take(words: ["am", "pm"])
    if (before ?? 0) >= 4 || behind == 1, hour < 12 { hour += 12 }
    return rest.first.map { "Zz+-".contains($0) } == true ? zone(hour * 60 + minute) : 0
  }

  /// Returns how many days off the minute of a day is in Beijing, by the zone behind it; `nil` for what is no zone.
  private mutating func zone(_ minutes: Int) -> Int? {
    var offset = 0
    if take("Zz") == nil {
      guard let sign = take("+-"), var digits = digits() else { return nil }
      if take(":") != nil { digits += self.digits() ?? "" }
      guard digits.count == 2 || digits.count == 4, let hours = Int(digits.prefix(2)),
        let rest = digits.count == 2 ? 0 : Int(digits.suffix(2))
      else { return nil }
      offset = (hours * 60 + rest) * (sign == "-" ? -1 : 1)
    }
    let here = minutes - offset + 8 * 60
    return here < 0 ? -1 : here / 1440
  }
}
