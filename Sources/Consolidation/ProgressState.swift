public import PlanModel

/// Where an indicator stands: 进度状态.
public enum ProgressState: String, Hashable, Sendable, CaseIterable {
  case completed, ahead, onPace, behind, overdue, notReported, notAssessed

  /// True for what is completed or keeps up with the pace.
  public var isKept: Bool { self == .completed || self == .ahead || self == .onPace }

  /// The word that tables print.
  public var chinese: String {
    switch self {
    case .completed: "已完成"
    case .ahead: "超序时"
    case .onPace: "达序时"
    case .behind: "未达序时"
    case .overdue: "逾期"
    case .notReported: "未报送"
    case .notAssessed: "不考核"
    }
  }
}

/// The colour of a result; it never stands without its word.
public enum Light: Hashable, Sendable, ChineseWord {
  case green, yellow, red, grey

  public var chinese: String {
    switch self {
    case .green: "绿"
    case .yellow: "黄"
    case .red: "红"
    case .grey: "灰"
    }
  }
}
