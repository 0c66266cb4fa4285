/// A length of time, as a format such as `[h]:mm` shows it. May be negative.
public struct ElapsedTime: Hashable, Sendable {
  public let milliseconds: Int

  public init(milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  /// `PT36H0M0S`, `PT1H2M3.500S`, `-PT12H0M0S`; hours are not limited to a day.
  public var isoText: String {
    let length = milliseconds.magnitude
    let fraction = length % 1000
    return (milliseconds < 0 ? "-" : "")
      + "PT\(length / 3_600_000)H\(length / 60_000 % 60)M\(length / 1000 % 60)"
      + (fraction == 0 ? "S" : ".\(padded(Int(fraction), 3))S")
  }
}

extension ElapsedTime {
  /// `36:00:00`, as `[h]:mm:ss` shows it, without fractions of a second.
  public var clockText: String {
    let seconds = milliseconds.magnitude / 1000
    return (milliseconds < 0 ? "-" : "")
      + "\(seconds / 3600):\(padded(Int(seconds / 60 % 60), 2)):\(padded(Int(seconds % 60), 2))"
  }
}

extension ElapsedTime: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
}

extension ElapsedTime: CustomStringConvertible {
  public var description: String { isoText }
}
