extension RuleSource {
  /// A cell of the form that a finding can point to; the raw value is the name in the rule language.
  public enum Spot: String, Sendable, CaseIterable {
    case previous, current, cumulative, entry, target, allocation, rate, pace, progress, problems
    case nextSteps = "measures"
    case explanation
    case preparer, reviewer, phone, signedOn

    /// The name in a plan file, of either language.
    public init?(named name: String) {
      guard let spot = Self(rawValue: name) ?? Self.allCases.first(where: { $0.chinese == name }) else { return nil }
      self = spot
    }

    public var chinese: String {
      switch self {
      case .previous: "上期累计"
      case .current: "本期"
      case .cumulative: "累计"
      case .entry: "填报值"
      case .target: "目标"
      case .allocation: "分解数"
      case .rate: "完成率"
      case .pace: "序时进度"
      case .progress: "进展情况"
      case .problems: "存在问题"
      case .nextSteps: "下一步措施"
      case .explanation: "核实说明"
      case .preparer: "填报人"
      case .reviewer: "审核人"
      case .phone: "联系电话"
      case .signedOn: "填报日期"
      }
    }
  }
}
