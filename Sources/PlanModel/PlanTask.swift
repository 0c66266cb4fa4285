/// One task of the plan: the smallest entry with its own leads and responsible units.
public struct PlanTask: Hashable, Sendable {
  /// `2.5.1`, from `path`.
  public var id: String
  /// The numbering as the document has it, outermost first.
  public var path: [String]
  public var heading: String
  /// As written.
  public var text: String
  /// Names as written: 牵头科室, in order.
  public var leads: [String]
  /// Names as written: 责任科室(单位); a group is one name.
  public var responsible: [String]
  public var source: SourceSpan?
  public var from: Period?
  public var until: Period?
  /// Why it was added or dropped during the year.
  public var reason: String?
  public var indicators: [Indicator]

  public init(
    id: String, path: [String] = [], heading: String, text: String, leads: [String], responsible: [String],
    source: SourceSpan? = nil, from: Period? = nil, until: Period? = nil, reason: String? = nil,
    indicators: [Indicator]
  ) {
    self.id = id
    self.path = path
    self.heading = heading
    self.text = text
    self.leads = leads
    self.responsible = responsible
    self.source = source
    self.from = from
    self.until = until
    self.reason = reason
    self.indicators = indicators
  }

  /// Returns true if the task was in force at some time of the period.
  public func isInForce(in period: Period) -> Bool {
    if let from, from.firstDay > period.lastDay { return false }
    if let until, until.lastDay < period.firstDay { return false }
    return true
  }
}
