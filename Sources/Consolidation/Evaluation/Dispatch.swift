public import PlanModel

/// What a month's dispatch (月调度) leaves for the evaluation of a longer period: who reported how, and which lights were lit.
public struct Dispatch: Hashable, Sendable {
  /// A yellow or red light of an item; a red one for want of a report is the report's matter, not the item's.
  public struct LitItem: Hashable, Sendable {
    /// The indicator's code.
    public let code: String
    public let light: Light
    /// Rate less pace in percentage points; `nil` where days decide.
    public let gap: FixedDecimal?

    public init(code: String, light: Light, gap: FixedDecimal?) {
      self.code = code
      self.light = light
      self.gap = gap
    }
  }

  /// A county by its own figures and shares, or a department by what it leads.
  public struct Line: Hashable, Sendable {
    /// The unit's id, or the name as written of a lead that is no unit.
    public let id: String
    /// `nil` for a lead that does not report.
    public let status: SubmissionStatus?
    /// True if a file of the unit had to go back, mended since or not.
    public let wasReturned: Bool
    public let lit: [LitItem]

    public init(id: String, status: SubmissionStatus?, wasReturned: Bool, lit: [LitItem]) {
      self.id = id
      self.status = status
      self.wasReturned = wasReturned
      self.lit = lit
    }
  }

  public let period: Period
  /// In the plan's order.
  public let counties: [Line]
  public let departments: [Line]

  public init(period: Period, counties: [Line], departments: [Line]) {
    self.period = period
    self.counties = counties
    self.departments = departments
  }

  /// What a period's consolidation leaves.
  public init(_ consolidated: ConsolidatedPeriod) throws(FixedDecimalError) {
    period = consolidated.plan.formPeriod(closing: consolidated.period)
    var counties: [Line] = []
    for id in consolidated.plan.reporting.counties {
      let own = try consolidated.unitStandings(of: id)
      counties.append(
        Self.line(id, consolidated.report(of: id), own.map { ($0.indicator.code, $0.state, $0.light, $0.gap) }))
    }
    self.counties = counties
    departments = consolidated.leadGroups.map { group in
      Self.line(
        group.unit?.id ?? group.name, group.unit.flatMap { consolidated.report(of: $0.id) },
        group.standings.map { ($0.indicator.code, $0.state, $0.light, $0.gap) })
    }
  }

  private static func line(
    _ id: String, _ report: UnitReport?,
    _ items: [(code: String, state: ProgressState, light: Light, gap: FixedDecimal?)]
  ) -> Line {
    Line(
      id: id, status: report?.status, wasReturned: !(report?.files.returned.isEmpty ?? true),
      lit: items.filter { item in
        item.light == .yellow || item.light == .red && (item.state == .behind || item.state == .overdue)
      }.map { LitItem(code: $0.code, light: $0.light, gap: $0.gap) })
  }
}

extension ConsolidatedPeriod {
  func report(of unit: String) -> UnitReport? { units.first { $0.unit.id == unit } }
}
