import PlanModel

extension ProgressLine {
  /// Returns how many files are done in a second.
  static func rate(_ shown: String, _ language: Language) -> String { language("\(shown)个/秒", "\(shown) files/s") }

  /// Returns how long it will take.
  static func remaining(_ seconds: Int, _ language: Language) -> String {
    let (hours, minutes) = (seconds / 3600, seconds % 3600 / 60)
    if hours > 0 { return language("还要\(hours)小时\(minutes)分", "\(hours) h \(minutes) min left") }
    if minutes > 0 { return language("还要\(minutes)分\(seconds % 60)秒", "\(minutes) min \(seconds % 60) s left") }
    return language("还要\(seconds)秒", "\(seconds) s left")
  }
}
