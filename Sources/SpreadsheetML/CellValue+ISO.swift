extension CellValue {
  /// Reads the ISO 8601 text of a cell of type `d`: a date, a date and time, or a time, as wall-clock time.
  ///
  /// An offset or `Z` is dropped. Seconds may be missing; fractions round half up to the millisecond.
  /// `nil` for anything else.
  /// - Source: ECMA-376 Part 1, 18.18.11 (ST_CellType, `d`).
  public init?(isoDateText text: some StringProtocol) {
    var digits = ISODigits(Array(text.utf8))
    if digits.looksLikeTime {
      guard let (time, carry) = digits.time(), carry == 0, digits.zoneAndEnd() else { return nil }
      self = .time(time)
      return
    }
    guard let day = digits.day() else { return nil }
    if digits.atEnd {
      self = .date(CalendarMoment(day: day))
      return
    }
    guard digits.take(UInt8(ascii: "T")), let (time, carry) = digits.time(), digits.zoneAndEnd(),
      let actual = carry == 0 ? day : day.next
    else { return nil }
    self = .date(CalendarMoment(day: actual, time: time))
  }
}

/// Walks the bytes of an ISO 8601 text.
private struct ISODigits {
  let bytes: [UInt8]
  var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var atEnd: Bool { position == bytes.count }
  var looksLikeTime: Bool { bytes.count > 2 && bytes[2] == UInt8(ascii: ":") }

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

  /// The time, and 1 where rounding made it midnight of the next day.
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

  /// Any number of digits after the point, rounded to milliseconds.
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

  mutating func zoneAndEnd() -> Bool {
    if take(UInt8(ascii: "Z")) { return atEnd }
    guard take(UInt8(ascii: "+")) || take(UInt8(ascii: "-")) else { return atEnd }
    guard let hours = number(2), hours < 15, take(UInt8(ascii: ":")), let minutes = number(2), minutes < 60
    else { return false }
    return atEnd
  }
}
