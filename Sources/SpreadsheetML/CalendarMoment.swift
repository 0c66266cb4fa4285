/// A day and a time of that day, without a time zone.
public struct CalendarMoment: Hashable, Sendable {
  public let day: CalendarDay
  public let time: TimeOfDay

  public init(day: CalendarDay, time: TimeOfDay = .midnight) {
    self.day = day
    self.time = time
  }

  /// `2024-01-31` at midnight, else `2024-01-31T08:30:00` or `2024-01-31T08:30:00.125`.
  public var isoText: String {
    time == .midnight ? day.isoText : "\(day.isoText)T\(time.isoText)"
  }
}

extension CalendarMoment: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    (left.day, left.time) < (right.day, right.time)
  }
}

extension CalendarMoment: CustomStringConvertible {
  public var description: String { isoText }
}
