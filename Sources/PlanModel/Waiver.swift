/// 豁免: somebody may leave a rule unmet until a day.
public struct Waiver: Hashable, Sendable {
  /// The rule's id or name.
  public let rule: String
  /// The unit's id; `nil`: every unit.
  public let unit: String?
  /// The indicator's code; `nil`: every indicator.
  public let indicator: String?
  public let askedBy: String
  public let approvedBy: String
  public let why: String
  /// The last day; it holds for periods that end by then.
  public let until: CivilDate
  /// Where the plan file has it.
  public let place: RuleSource.Place

  public init(
    rule: String, unit: String?, indicator: String?, askedBy: String, approvedBy: String, why: String,
    until: CivilDate, place: RuleSource.Place
  ) {
    self.rule = rule
    self.unit = unit
    self.indicator = indicator
    self.askedBy = askedBy
    self.approvedBy = approvedBy
    self.why = why
    self.until = until
    self.place = place
  }

  /// Returns true if it no longer holds for `period`.
  public func isExpired(in period: Period) -> Bool { until < period.lastDay }

  /// Returns true if it lets this finding about `period` be.
  public func covers(_ finding: Finding, in period: Period) -> Bool {
    guard !isExpired(in: period), rule == finding.id || rule == finding.rule else { return false }
    if let unit, unit != finding.unit { return false }
    if let indicator, indicator != finding.indicator { return false }
    return true
  }
}
