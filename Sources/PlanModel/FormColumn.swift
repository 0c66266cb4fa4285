/// The columns of a form, in the order of the form. The raw value is the key in layouts, CSV files and JSON.
public enum FormColumn: String, Hashable, Sendable, CaseIterable, Codable {
  case code, number, task, indicator
  case measure = "unit"
  case target, allocation, previous, current, cumulative, rate, pace
  case progress, problems
  case nextSteps = "measures"
  case explanation, selfCheck
  /// In returns only: which findings are about the row.
  case findingNumbers

  /// The columns of a form as it is sent out.
  public static let sentOut = allCases.filter { $0 != .findingNumbers }

  /// The place in `allCases`.
  var place: UInt8 {
    switch self {
    case .code: 0
    case .number: 1
    case .task: 2
    case .indicator: 3
    case .measure: 4
    case .target: 5
    case .allocation: 6
    case .previous: 7
    case .current: 8
    case .cumulative: 9
    case .rate: 10
    case .pace: 11
    case .progress: 12
    case .problems: 13
    case .nextSteps: 14
    case .explanation: 15
    case .selfCheck: 16
    case .findingNumbers: 17
    }
  }

  /// Hashes the place: an enumeration with texts behind it is hashed by its text otherwise, which costs more.
  public func hash(into hasher: inout Hasher) { hasher.combine(place) }

  /// The words in the head of the column, without line breaks.
  public var chinese: String {
    switch self {
    case .code: "编码"
    case .number: "序号"
    case .task: "工作任务"
    case .indicator: "指标"
    case .measure: "计量单位"
    case .target: "全市目标值"
    case .allocation: "本单位分解数"
    case .previous: "上期累计"
    case .current: "本期完成"
    case .cumulative: "累计完成"
    case .rate: "完成率(%)"
    case .pace: "序时进度(%)"
    case .progress: "进展情况"
    case .problems: "存在问题"
    case .nextSteps: "下一步措施"
    case .explanation: "核实说明"
    case .selfCheck: "自检"
    case .findingNumbers: "退回序号"
    }
  }
}
