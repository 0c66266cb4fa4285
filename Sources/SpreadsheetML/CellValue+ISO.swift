extension CellValue {
  /// Reads the ISO 8601 text of a cell of type `d`: a date, a date and time, or a time, as wall-clock time; or a duration
  /// of days, hours, minutes and seconds.
  ///
  /// An offset or `Z` is dropped. Seconds may be missing; fractions round half up to the millisecond.
  ///
  /// Programs that write such cells count the days before 1900-03-01 from 1899-12-30, as the serial dates of the 1900
  /// system are counted, so these go through the serial: `1899-12-31` is 1900-01-01, and `1899-12-30T08:30:00` is the time
  /// 08:30:00. A day before that has no serial and is a date as it stands.
  /// `nil` for anything else.
  /// - Source: ECMA-376 Part 1, 18.18.11 (ST_CellType, `d`).
  public init?(isoDateText text: some StringProtocol) {
    var digits = ISODigits(Array(text.utf8))
    if digits.looksLikeDuration {
      guard let duration = digits.duration() else { return nil }
      self = .duration(duration)
      return
    }
    if digits.looksLikeTime {
      guard let (time, carry) = digits.time(), carry == 0, digits.zoneAndEnd() else { return nil }
      self = .time(time)
      return
    }
    guard let day = digits.day() else { return nil }
    if digits.atEnd {
      self = Self.moment(day, .midnight)
      return
    }
    guard digits.take(UInt8(ascii: "T")), let (time, carry) = digits.time(), digits.zoneAndEnd(),
      let actual = carry == 0 ? day : day.next
    else { return nil }
    self = Self.moment(actual, time)
  }

  private static func moment(_ day: CalendarDay, _ time: TimeOfDay) -> CellValue {
    // 1900-03-01 is 25,508 days before 1970, and day 0 is 25,569.
    let days = day.daysSince1970
    guard (-25_569 ..< -25_508).contains(days) else { return .date(CalendarMoment(day: day, time: time)) }
    let part = Double(time.milliseconds) / Double(TimeOfDay.millisecondsPerDay)
    return SerialDate(Double(days + 25_569) + part).dateValue
  }
}

/// Walks the bytes of an ISO 8601 text.
private struct ISODigits {
  let bytes: [UInt8]
  var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var atEnd: Bool { position == bytes.count }
  var looksLikeTime: Bool { bytes.count > 2 && bytes[2] == UInt8(ascii: ":") }
  var looksLikeDuration: Bool {
    bytes.first == UInt8(ascii: "P") || bytes.starts(with: [UInt8(ascii: "-"), UInt8(ascii: "P")])
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func number(_ width: Int) -> Int? {
    guard position + width <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + width] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte & 15)
    }
    position += width
    return value
  }

  mutating func day() -> CalendarDay? {
    guard let year = number(4), take(UInt8(ascii: "-")), let month = number(2), take(UInt8(ascii: "-")),
      let day = number(2)
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// Reads the time, and 1 where rounding made it midnight of the next day.
  mutating func time() -> (TimeOfDay, carry: Int)? {
    guard let hour = number(2), hour < 24, take(UInt8(ascii: ":")), let minute = number(2), minute < 60
    else { return nil }
    var milliseconds = (hour * 60 + minute) * 60_000
    if take(UInt8(ascii: ":")) {
      guard let second = number(2), second < 60 else { return nil }
      milliseconds += second * 1000
      if take(UInt8(ascii: ".")) {
        guard let fraction = fraction() else { return nil }
        milliseconds += fraction
      }
    }
    let (carry, rest) = milliseconds.quotientAndRemainder(dividingBy: TimeOfDay.millisecondsPerDay)
    return (TimeOfDay(unchecked: rest), carry)
  }

  /// Reads any number of digits after the point, rounded to milliseconds.
  private mutating func fraction() -> Int? {
    let start = position
    var value = 0
    while let digit = number(1) {
      switch position - start {
      case 1...3: value = value * 10 + digit
      case 4: value += digit >= 5 ? 1 : 0
      default: break
      }
    }
    switch position - start {
    case 0: return nil
    case 1: return value * 100
    case 2: return value * 10
    default: return value
    }
  }

  /// Reads `PT24H0M0.000S`, `-P1DT2H`: each part once, in this order, at least one of them. Years and months have no
  /// length.
  mutating func duration() -> ElapsedTime? {
    let isNegative = take(UInt8(ascii: "-"))
    guard take(UInt8(ascii: "P")) else { return nil }
    var milliseconds = 0
    var parts = 0
    var isTime = false
    let units: [(letter: Unicode.Scalar, length: Int)] = [
      ("D", 86_400_000), ("T", 0), ("H", 3_600_000), ("M", 60_000), ("S", 1000),
    ]
    for (letter, length) in units {
      if letter == "T" {
        isTime = take(UInt8(ascii: letter))
        if isTime { parts = 0 }
        continue
      }
      let start = position
      guard letter == "D" || isTime, let amount = amount() else { continue }
      guard amount.fraction == nil || letter == "S", take(UInt8(ascii: letter)) else {
        position = start
        continue
      }
      let (product, isOver) = amount.whole.multipliedReportingOverflow(by: length)
      let (sum, isTooLarge) = milliseconds.addingReportingOverflow(product)
      let (total, isOverAll) = sum.addingReportingOverflow(amount.fraction ?? 0)
      guard !isOver, !isTooLarge, !isOverAll else { return nil }
      milliseconds = total
      parts += 1
    }
    guard parts > 0, atEnd else { return nil }
    return ElapsedTime(milliseconds: isNegative ? -milliseconds : milliseconds)
  }

  /// Reads up to nine digits, and what stands behind a point, in thousandths.
  private mutating func amount() -> (whole: Int, fraction: Int?)? {
    var whole = 0
    var count = 0
    while count < 9, let digit = number(1) {
      whole = whole * 10 + digit
      count += 1
    }
    guard count > 0 else { return nil }
    guard take(UInt8(ascii: ".")) else { return (whole, nil) }
    return fraction().map { (whole, $0) }
  }

  mutating func zoneAndEnd() -> Bool {
    if take(UInt8(ascii: "Z")) { return atEnd }
    guard take(UInt8(ascii: "+")) || take(UInt8(ascii: "-")) else { return atEnd }
    guard let hours = number(2), hours < 15, take(UInt8(ascii: ":")), let minutes = number(2), minutes < 60
    else { return false }
    return atEnd
  }
}
