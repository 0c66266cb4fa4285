extension RuleSource {
  /// What a rule looks at.
  public enum Subject: String, Sendable, CaseIterable {
    /// Each indicator's row.
    case row
    /// The submission as a whole.
    case form
    /// All submissions of a period.
    case period
    /// What the reader of forms remarked on.
    case reading
  }

  /// How an indicator hangs together with others of the plan.
  public enum Link: String, Sendable, CaseIterable {
    /// The upper or lower part of a ratio.
    case numerator, denominator
    /// The upper part of a ratio that cannot pass 100 %.
    case share
    /// An indicator with parts or of-which rows, and such a row.
    case total, part
    /// A total whose parts' targets add up to its own.
    case divided
  }

  /// Where a rule is asked; an empty list means everywhere.
  public struct Scope: Hashable, Sendable {
    public var subject: Subject
    /// Codes.
    public var indicators: [String]
    public var unitKinds: [Unit.Kind]
    public var periods: [Period.Kind]
    public var roles: [Indicator.Role]
    public var kinds: [Indicator.Kind]
    public var accumulations: [Indicator.Accumulation]
    public var aggregates: [Indicator.Aggregate]
    public var links: [Link]
    /// Only indicators with (or without) a number that figures add up to; `nil`: either.
    public var isPaced: Bool?
    /// Only recurring duties, or none of them; `nil`: either.
    public var isRecurring: Bool?

    public init(
      _ subject: Subject = .row, indicators: [String] = [], unitKinds: [Unit.Kind] = [], periods: [Period.Kind] = [],
      roles: [Indicator.Role] = [], kinds: [Indicator.Kind] = [], accumulations: [Indicator.Accumulation] = [],
      aggregates: [Indicator.Aggregate] = [], links: [Link] = [], isPaced: Bool? = nil, isRecurring: Bool? = nil
    ) {
      self.subject = subject
      self.indicators = indicators
      self.unitKinds = unitKinds
      self.periods = periods
      self.roles = roles
      self.kinds = kinds
      self.accumulations = accumulations
      self.aggregates = aggregates
      self.links = links
      self.isPaced = isPaced
      self.isRecurring = isRecurring
    }
  }
}

extension RuleSource.Scope {
  /// Returns true if the rule is asked of this indicator; `links` are those that the plan gives it.
  public func covers(_ indicator: Indicator, links own: Set<RuleSource.Link>) -> Bool {
    if !indicators.isEmpty, !indicators.contains(indicator.code) { return false }
    if !roles.isEmpty, !roles.contains(indicator.role) { return false }
    if !kinds.isEmpty, !kinds.contains(indicator.kind) { return false }
    if !accumulations.isEmpty, !accumulations.contains(indicator.accumulation) { return false }
    if !aggregates.isEmpty, !aggregates.contains(indicator.aggregate) { return false }
    if !links.isEmpty, own.isDisjoint(with: links) { return false }
    if let isPaced, isPaced != indicator.isPaced { return false }
    if let isRecurring, isRecurring != indicator.isRecurring { return false }
    return true
  }

  /// Returns true if the rule is asked of forms of such a unit and period.
  public func covers(_ unit: Unit.Kind?, _ period: Period.Kind) -> Bool {
    if !periods.isEmpty, !periods.contains(period) { return false }
    guard !unitKinds.isEmpty else { return true }
    return unit.map { unitKinds.contains($0) } ?? false
  }
}
