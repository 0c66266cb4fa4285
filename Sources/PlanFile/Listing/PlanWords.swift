internal import PlanModel

extension Indicator.Role {
  /// Returns the role in the words that plans use.
  func word(in language: Language) -> String {
    guard language == .chinese else { return rawValue }
    return switch self {
    case .target: "目标"
    case .workload: "存量任务"
    case .criterion: "达标标准"
    case .direction: "方向要求"
    case .mechanism: "经常性制度"
    case .param: "政策参数"
    case .context: "背景数"
    }
  }
}

extension Period.Kind {
  func word(in language: Language) -> String {
    guard language == .chinese else { return rawValue }
    return switch self {
    case .month: "月"
    case .quarter: "季"
    case .half: "半年"
    case .year: "年"
    }
  }
}

extension Indicator.Comparator {
  /// The sign before a target; empty for what has no number.
  var sign: String {
    switch self {
    case .atLeast: "≥"
    case .moreThan: ">"
    case .atMost: "≤"
    case .lessThan: "<"
    case .equal: "="
    case .approximately: "≈"
    case .range, .complete: ""
    }
  }
}

extension Unit.Kind {
  func word(in language: Language) -> String {
    guard language == .chinese else { return rawValue }
    return switch self {
    case .section: "科室"
    case .county: "县级单位"
    case .affiliated: "直属单位"
    case .group: "集合"
    }
  }
}
