public import PlanModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The time of a run, in the office's own time zone.
public struct OfficeClock: Hashable, Sendable {
  /// `2024-07-05T08:30:00+08:00`.
  public let at: String
  public let day: CivilDate

  /// - Parameter now: a day, or a moment as `at` has it.
  /// - Throws: `JobError` for any other text.
  public init(now: String) throws(JobError) {
    let at = now.count == 10 ? "\(now)T00:00:00" : now
    guard let day = CivilDate(String(at.prefix(10))), at.dropFirst(10).first == "T", at == at.onOneLine else {
      throw JobError(.unreadableDate, now)
    }
    self.at = at
    self.day = day
  }

  private init(at: String, day: CivilDate) {
    self.at = at
    self.day = day
  }

  /// The time that the system's clock shows now.
  public static var system: OfficeClock {
    var seconds = time_t()
    _ = unsafe time(&seconds)
    // The system's zone, and its name, which is where the unsafe part of the value lies; nobody looks at that.
    var parts = unsafe tm()
    _ = unsafe localtime_r(&seconds, &parts)
    let offset = unsafe Int(parts.tm_gmtoff) / 60
    let (year, month, day) = unsafe (Int(parts.tm_year) + 1_900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    let clock = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec].map { two(Int($0)) }.joined(separator: ":")
    let zone = "\(offset < 0 ? "-" : "+")\(two(abs(offset) / 60)):\(two(abs(offset) % 60))"
    return OfficeClock(
      at: "\(year)-\(two(month))-\(two(day))T\(clock)\(zone)",
      day: CivilDate(year: year, month: month, day: day) ?? CivilDate(firstOfYear: 2000, month: 1))
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
