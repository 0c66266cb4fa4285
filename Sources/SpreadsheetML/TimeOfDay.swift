/// A time of day by the wall clock, to the millisecond.
public struct TimeOfDay: Hashable, Sendable {
  /// Milliseconds since midnight, below `millisecondsPerDay`.
  public let milliseconds: Int

  public static let millisecondsPerDay = 86_400_000
  public static let midnight = TimeOfDay(unchecked: 0)

  /// `nil` outside a day.
  public init?(milliseconds: Int) {
    guard (0..<Self.millisecondsPerDay).contains(milliseconds) else { return nil }
    self.milliseconds = milliseconds
  }

  init(unchecked milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  public var hour: Int { milliseconds / 3_600_000 }
  public var minute: Int { milliseconds / 60_000 % 60 }
  public var second: Int { milliseconds / 1000 % 60 }
  public var millisecond: Int { milliseconds % 1000 }

  /// `08:30:00`, or `08:30:00.125` where there are milliseconds.
  public var isoText: String {
    "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
      + (millisecond == 0 ? "" : ".\(padded(millisecond, 3))")
  }
}

extension TimeOfDay: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
}

extension TimeOfDay: CustomStringConvertible {
  public var description: String { isoText }
}
