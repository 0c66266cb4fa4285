import Huizong
import PlanModel

extension CivilDate {
  /// Returns the day that somebody typed; `nil` where nothing was typed.
  static func typed(_ text: String?) throws(JobError) -> CivilDate? {
    guard let text else { return nil }
    guard let day = CivilDate(text) else { throw JobError(.unreadableDate, text) }
    return day
  }
}

extension OfficeClock {
  /// Returns the time that somebody typed; the system's where nothing was typed.
  static func typed(_ text: String?) throws(JobError) -> OfficeClock {
    if let text { try OfficeClock(now: text) } else { .system }
  }
}
