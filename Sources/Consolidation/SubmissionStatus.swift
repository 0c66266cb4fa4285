/// What became of a unit's duty to report for a period: 报送情况.
public enum SubmissionStatus: String, Hashable, Sendable, CaseIterable {
  case onTime, late
  /// In, but nobody recorded when: 已报(时间不详).
  case undated
  /// Only files that must be mended came in.
  case returned
  /// Several files, none of which supersedes the others, with different figures.
  case conflict
  case missing

  public var chinese: String {
    switch self {
    case .onTime: "按时"
    case .late: "迟报"
    case .undated: "已报（时间不详）"
    case .returned: "退回"
    case .conflict: "多份待定"
    case .missing: "缺报"
    }
  }

  /// True if the unit's figures are in the totals, at least those that are not disputed.
  public var counts: Bool {
    switch self {
    case .onTime, .late, .undated, .conflict: true
    case .returned, .missing: false
    }
  }
}
