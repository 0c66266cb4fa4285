public import PlanModel

/// What a unit's earlier forms of the year came to, beside what this one has printed in; by indicator code.
public struct EarlierFigures: Hashable, Sendable {
  /// The cumulative figure that counts for the indicator's previous period.
  public var previous: [String: FixedDecimal]
  /// Those that counted for it before they were corrected.
  public var superseded: [String: [FixedDecimal]]
  /// What the earlier periods' own figures (本期) add up to, on top of what the year began with.
  public var sums: [String: FixedDecimal]

  public init(
    previous: [String: FixedDecimal] = [:], superseded: [String: [FixedDecimal]] = [:],
    sums: [String: FixedDecimal] = [:]
  ) {
    self.previous = previous
    self.superseded = superseded
    self.sums = sums
  }
}
