public import PlanModel

/// What a unit's earlier forms of the year came to, beside what this one has printed in; by indicator code.
public struct EarlierFigures: Hashable, Sendable {
  /// A row of an earlier form of the year, as it counted.
  public struct Known: Hashable, Sendable {
    public let period: Period
    public let row: Submission.Row
    /// The objects that the indicator counts, if it has a list.
    public let list: [Submission.ListRow]

    public init(period: Period, row: Submission.Row, list: [Submission.ListRow] = []) {
      self.period = period
      self.row = row
      self.list = list
    }
  }

  /// The cumulative figure that counts for the indicator's previous period.
  public var previous: [String: FixedDecimal]
  /// Those that counted for it before they were corrected.
  public var superseded: [String: [FixedDecimal]]
  /// What the earlier periods' own figures (本期) add up to, on top of what the year began with.
  public var sums: [String: FixedDecimal]
  /// The rows of all periods of the year that are known, the latest first; a period of which nothing came is not there.
  public var known: [String: [Known]]
  /// True for the first form that the unit sends in the year: what was done before it was made is reported on it.
  public var isFirst: Bool

  public init(
    previous: [String: FixedDecimal] = [:], superseded: [String: [FixedDecimal]] = [:],
    sums: [String: FixedDecimal] = [:], known: [String: [Known]] = [:], isFirst: Bool = false
  ) {
    self.previous = previous
    self.superseded = superseded
    self.sums = sums
    self.known = known
    self.isFirst = isFirst
  }
}

extension EarlierFigures.Known {
  /// Returns where a figure of the row was reported: `2024年5月，东县.xlsx 填报表!J7`.
  func place(_ entry: Submission.Entry) -> String {
    guard let origin = entry.origin else { return period.chinese }
    return "\(period.chinese)，\(origin.file) \(origin.sheet)!\(origin.cell)"
  }
}
