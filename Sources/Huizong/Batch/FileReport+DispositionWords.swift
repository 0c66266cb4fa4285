public import PlanModel

extension FileReport.Disposition {
  /// Returns what becomes of a file, in a few words.
  public func words(in language: Language) -> String {
    switch self {
    case .accepted: language("收下", "accepted")
    case .incomplete: language("收下（有漏报项）", "accepted, incomplete")
    case .returned: language("退回", "return for correction")
    case .refused: language("不能收下", "refused")
    }
  }
}
