import Consolidation
import PlanModel

/// How many judged items are in each state, with shares that add up to 100.0.
struct StateShares {
  /// The states that a line of the table counts together.
  enum Group: String, CaseIterable {
    case completed = "已完成"
    case onPace = "达序时（含超序时）"
    case behind = "未达序时"
    case overdue = "逾期"
    case notReported = "未报送"

    /// The words of 进度状态 that are counted.
    var states: [ProgressState] {
      switch self {
      case .completed: [.completed]
      case .onPace: [.ahead, .onPace]
      case .behind: [.behind]
      case .overdue: [.overdue]
      case .notReported: [.notReported]
      }
    }
  }

  /// In the order of `Group.allCases`.
  let counts: [Int]
  /// In per cent, one place.
  let percentages: [FixedDecimal]
  /// Items that are not judged.
  let notAssessed: Int
  let lights: [Light: Int]

  init(_ results: [IndicatorResult]) throws(FixedDecimalError) {
    counts = Group.allCases.map { group in results.count { group.states.contains($0.state) } }
    percentages = try LargestRemainder.percentages(of: counts)
    notAssessed = results.count { !$0.isAssessed }
    lights = Dictionary(grouping: results, by: \.light).mapValues(\.count)
  }

  /// Returns the groups' shares together, in per cent with one place; `nil` where nothing is judged.
  func percentage(_ groups: Group...) -> FixedDecimal? {
    guard assessed > 0 else { return nil }
    return zip(Group.allCases, percentages).filter { groups.contains($0.0) }.map(\.1).sum
  }

  var assessed: Int { counts.reduce(0, +) }

  subscript(group: Group) -> Int { counts[Group.allCases.firstIndex(of: group) ?? 0] }
  /// Completed, ahead or on pace.
  var kept: Int { self[.completed] + self[.onPace] }
}
