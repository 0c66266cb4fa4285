extension Plan {
  /// What the plan file says and no calculation follows: read and kept, and named wherever it might be expected to act.
  public struct Unapplied: Hashable, Sendable {
    /// As the plan file spells it.
    public let field: String
    /// How often it stands there.
    public let count: Int
  }

  /// In the order of the plan file; entries that are not there are not listed.
  public var unapplied: [Unapplied] {
    let counts: [(String, Int)] = [
      ("reporting.weights", reporting.weights.count),
      ("reporting.deductions", reporting.deductions == .standard ? 0 : 1), ("revisions", revisions.count),
    ]
    return counts.filter { $0.1 > 0 }.map { Unapplied(field: $0.0, count: $0.1) }
  }
}
