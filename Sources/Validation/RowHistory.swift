public import PlanModel

/// What a unit's earlier submissions came to, by the code of this year's indicator.
public struct RowHistory: Hashable, Sendable {
  /// The indicator's previous period, as it counted: 上期.
  public var last: [String: Submission.Row]
  /// The same period of last year, as it counted: 去年同期.
  public var lastYear: [String: Submission.Row]

  public init(last: [String: Submission.Row] = [:], lastYear: [String: Submission.Row] = [:]) {
    self.last = last
    self.lastYear = lastYear
  }
}
