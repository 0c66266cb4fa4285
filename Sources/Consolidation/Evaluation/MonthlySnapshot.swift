public import PlanModel

/// What a month's snapshot (月调度) leaves for later periods: who reported how, which lights were lit, how the items stood,
/// and which figures were corrected.
public struct MonthlySnapshot: Hashable, Sendable {
  /// A yellow or red light of an item; a red one for want of a report is the report's matter, not the item's.
  public struct LitItem: Hashable, Sendable {
    /// The indicator's code.
    public let code: String
    public let light: Light
    /// Rate less pace in percentage points; `nil` where days decide.
    public let gap: FixedDecimal?
    /// The county's cell; `nil` for a department, whose items have many.
    public let place: Place?

    public init(code: String, light: Light, gap: FixedDecimal?, place: Place? = nil) {
      self.code = code
      self.light = light
      self.gap = gap
      self.place = place
    }
  }

  /// A cell of a submission.
  public struct Place: Hashable, Sendable {
    public let file: String
    public let sheet: String
    /// A1 form; empty for what a person entered.
    public let cell: String

    public init(file: String, sheet: String, cell: String) {
      self.file = file
      self.sheet = sheet
      self.cell = cell
    }
  }

  /// A county by its own figures and shares, or a department by what it leads.
  public struct Line: Hashable, Sendable {
    /// The unit's id, or the name as written of a lead that is no unit.
    public let id: String
    /// `nil` for a lead that does not report.
    public let status: SubmissionStatus?
    /// The day of the first acceptable file.
    public let received: CivilDate?
    public let due: CivilDate?
    /// Files of the unit that had to go back, mended since or not.
    public let returned: [String]
    public let lit: [LitItem]
    /// Items judged, and of these completed, ahead or on pace.
    public let assessed: Int
    public let onPace: Int

    public init(
      id: String, status: SubmissionStatus?, received: CivilDate? = nil, due: CivilDate? = nil, returned: [String] = [],
      lit: [LitItem] = [], assessed: Int = 0, onPace: Int = 0
    ) {
      self.id = id
      self.status = status
      self.received = received
      self.due = due
      self.returned = returned
      self.lit = lit
      self.assessed = assessed
      self.onPace = onPace
    }
  }

  /// How an item stood at the period's end.
  public struct Item: Hashable, Sendable {
    /// The indicator's code.
    public let code: String
    public let state: ProgressState
    public let target: FixedDecimal?
    public let total: FixedDecimal?
    /// 完成率 in per cent, unrounded (10 places).
    public let rate: FixedDecimal?
    /// 序时进度 in per cent, one place.
    public let pace: FixedDecimal?

    public init(
      code: String, state: ProgressState, target: FixedDecimal? = nil, total: FixedDecimal? = nil,
      rate: FixedDecimal? = nil, pace: FixedDecimal? = nil
    ) {
      self.code = code
      self.state = state
      self.target = target
      self.total = total
      self.rate = rate
      self.pace = pace
    }

    public init(_ result: IndicatorResult) {
      self.init(
        code: result.indicator.code, state: result.state, target: result.target, total: result.total,
        rate: result.rate, pace: result.pace)
    }

    /// Rate less pace in percentage points, one place; `nil` where one is missing.
    public var gap: FixedDecimal? {
      guard let rate, let pace else { return nil }
      return try? rate.subtracting(pace).rounded(to: 1)
    }
  }

  public let period: Period
  /// In the plan's order.
  public let counties: [Line]
  public let departments: [Line]
  /// In the plan's order; all that had a line in the summary.
  public let items: [Item]
  /// What became of each unit's duty to report, by its id.
  public let reports: [String: SubmissionStatus]
  public let corrections: [Correction]

  public init(
    period: Period, counties: [Line], departments: [Line], items: [Item] = [],
    reports: [String: SubmissionStatus] = [:], corrections: [Correction] = []
  ) {
    self.period = period
    self.counties = counties
    self.departments = departments
    self.items = items
    self.reports = reports
    self.corrections = corrections
  }

  /// The same without the units of which nothing was read: of a month with files that could not be read nobody can say that
  /// they did not report.
  var withoutUnreported: MonthlySnapshot {
    MonthlySnapshot(
      period: period, counties: counties.filter { $0.status != .missing },
      departments: departments.filter { $0.status != .missing }, items: items,
      reports: reports.filter { $0.value != .missing }, corrections: corrections)
  }

  public func item(_ code: String) -> Item? { items.first { $0.code == code } }

  /// What a period's consolidation leaves.
  public init(_ consolidated: ConsolidatedPeriod) throws(FixedDecimalError) {
    period = consolidated.plan.formPeriod(closing: consolidated.period)
    let results = try consolidated.resultsByUnit()
    var counties: [Line] = []
    for id in consolidated.plan.reporting.counties {
      let own = results[id] ?? []
      counties.append(
        Self.line(
          id, consolidated.report(of: id),
          own.map {
            JudgedItem(code: $0.indicator.code, state: $0.state, light: $0.light, gap: $0.gap, row: $0.figure.row)
          }))
    }
    self.counties = counties
    departments = consolidated.leadGroups.map { group in
      Self.line(
        group.unit?.id ?? group.name, group.unit.flatMap { consolidated.report(of: $0.id) },
        group.results.map {
          JudgedItem(code: $0.indicator.code, state: $0.state, light: $0.light, gap: $0.gap, row: nil)
        })
    }
    items = consolidated.results.map { Item($0) }
    reports = Dictionary(
      consolidated.units.map { ($0.unit.id, $0.status) }, uniquingKeysWith: { first, _ in first })
    corrections = consolidated.corrections
  }

  /// An item before it is known whether its light is lit.
  private struct JudgedItem {
    let code: String
    let state: ProgressState
    let light: Light
    let gap: FixedDecimal?
    let row: Submission.Row?

    var isLit: Bool { light == .yellow || light == .red && (state == .behind || state == .overdue) }

    var place: Place? {
      (row?.cumulative.origin ?? row?.current.origin).map { Place(file: $0.file, sheet: $0.sheet, cell: $0.cell) }
    }
  }

  private static func line(_ id: String, _ report: UnitReport?, _ items: [JudgedItem]) -> Line {
    Line(
      id: id, status: report?.status, received: report?.firstReceived, due: report?.due,
      returned: report?.files.returned.map(\.submission.file) ?? [],
      lit: items.filter(\.isLit).map { LitItem(code: $0.code, light: $0.light, gap: $0.gap, place: $0.place) },
      assessed: items.count { $0.state != .notAssessed }, onPace: items.count { $0.state.isKept })
  }
}
