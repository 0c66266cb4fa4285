/// A day counted the way spreadsheets store it.
public struct SerialDate: Hashable, Sendable {
  /// Days since the epoch of `system`; the fraction is the time of day.
  public let value: Double
  public let system: DateSystem

  public init(_ value: Double, system: DateSystem = .from1900) {
    self.value = value
    self.system = system
  }

  /// What a date format shows of it: a date, a time where the day part is zero, or the number where
  /// no day exists (negative, or past 9999-12-31, where spreadsheets show `#####`).
  ///
  /// Rounded half up to the millisecond, so that a serial a hair below midnight is midnight.
  public var dateValue: CellValue {
    guard value >= 0, value < Double(system.lastDay + 2) else { return .number(value) }
    let milliseconds = Int((value * Double(TimeOfDay.millisecondsPerDay) + 0.5).rounded(.down))
    let (day, rest) = milliseconds.quotientAndRemainder(dividingBy: TimeOfDay.millisecondsPerDay)
    let time = TimeOfDay(unchecked: rest)
    guard day > 0 else { return .time(time) }
    guard day <= system.lastDay else { return .number(value) }
    return .date(CalendarMoment(day: Self.calendarDay(day, system: system), time: time))
  }

  /// What an elapsed-time format shows of it; the number where it is too long to count in milliseconds.
  public var durationValue: CellValue {
    let milliseconds = (value.magnitude * Double(TimeOfDay.millisecondsPerDay) + 0.5).rounded(.down)
    guard milliseconds < 9e18 else { return .number(value) }
    return .duration(ElapsedTime(milliseconds: value < 0 ? -Int(milliseconds) : Int(milliseconds)))
  }

  /// Returns the name of a serial day, 1 to `system.lastDay`.
  /// - Source: ECMA-376 Part 1, 18.17.4.1; day 60 of the 1900 system is shown as 1900-02-29.
  static func calendarDay(_ day: Int, system: DateSystem) -> CalendarDay {
    switch system {
    case .from1904: CalendarDay(daysSince1970: day - 24_107)
    case .from1900 where day == 60: .leapDayOf1900
    case .from1900: CalendarDay(daysSince1970: day - (day < 60 ? 25_568 : 25_569))
    }
  }
}
