import PlanModel

extension CivilDate {
  /// A day as somebody typed it on the command line; `nil` where nothing was typed.
  static func typed(_ text: String?) throws(JobError) -> CivilDate? {
    guard let text else { return nil }
    guard let day = CivilDate(text) else { throw JobError(.unreadableDate, text) }
    return day
  }
}
