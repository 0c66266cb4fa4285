/// The columns of a list that an indicator counts (明细表), in the order of the sheet.
public enum ListColumn: String, Hashable, Sendable, CaseIterable {
  case code, number, object, previousState, state, date, note, selfCheck

  /// The words in the head of the column; by these the rule language names it: `清单.本期状态`.
  public var chinese: String {
    switch self {
    case .code: "编码"
    case .number: "序号"
    case .object: "对象"
    case .previousState: "上期状态"
    case .state: "本期状态"
    case .date: "办结日期"
    case .note: "办理情况"
    case .selfCheck: "自检"
    }
  }

  /// What the unit fills; a row in which all of them are blank is no row.
  public static let entries: [ListColumn] = [.object, .state, .date, .note]
}

/// How far an object of a list has come.
public enum ListState: Hashable, Sendable, ChineseWord {
  case notStarted, inProgress, done
  /// The object turned out not to be this unit's, or not to be one.
  case notConcerned

  public var chinese: String {
    switch self {
    case .notStarted: "未启动"
    case .inProgress: "推进中"
    case .done: "已办结"
    case .notConcerned: "不涉及"
    }
  }

  /// True for an object that the next form carries on.
  public var isOpen: Bool { self == .notStarted || self == .inProgress }
}
