public import PlanModel

extension Finding.Resolution {
  /// Returns why a finding asks nothing any more; `nil` for an open one.
  public func words(in language: Language) -> String? {
    switch self {
    case .open: nil
    case .trial(let until):
      language("试行至\(until.chinese)，不计", "on trial until \(until), not counted")
    case .explained(let text):
      language("已说明：\(PersonalData.masked(text))", "explained: \(PersonalData.masked(text))")
    case .waived(let who, let until):
      language("已由\(who)同意豁免至\(until.chinese)", "waived by \(who) until \(until)")
    }
  }

  /// The name in output for programs; `nil` for an open finding.
  public var name: String? {
    switch self {
    case .open: nil
    case .trial: "trial"
    case .explained: "explained"
    case .waived: "waived"
    }
  }
}
