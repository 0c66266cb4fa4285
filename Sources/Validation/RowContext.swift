import PlanModel

/// One row under check, with all that its rules may look at.
struct RowContext {
  let plan: Plan
  let period: Period
  let submission: Submission
  let indicator: Indicator
  let row: Submission.Row
  /// `sheet!cell` of cells that reading already complained of.
  let spoiled: Set<String>
  /// Names of what reading remarked on this row or on the form.
  var noted: Set<String> = []
  var history = RowHistory()

  static let rules: [@Sendable (RowContext) -> [Finding]] = [
    requiredBlank, cumulativeFell, numeratorOver, dateInFuture, overTarget, measureShift, behindWithoutReason,
  ]

  var entryColumn: FormColumn {
    switch indicator.entryColumn {
    case .current: .current
    case .cumulative: .cumulative
    case .words: .progress
    }
  }

  var entry: Submission.Entry {
    switch indicator.entryColumn {
    case .current: row.current
    case .cumulative: row.cumulative
    case .words: row.progress
    }
  }

  func isSpoiled(_ entry: Submission.Entry) -> Bool {
    entry.origin.map { spoiled.contains("\($0.sheet)!\($0.cell)") } ?? false
  }

  /// The share of the target that this unit must reach: its allocation, or all of it if it alone reports.
  var goal: FixedDecimal? { Self.goal(of: indicator, unit: submission.unit, in: period) }

  static func goal(of indicator: Indicator, unit: String, in period: Period) -> FixedDecimal? {
    if let share = indicator.allocation[unit] { return share }
    if indicator.aggregate == .eachUnitMeets || indicator.reportedBy == [unit] { return indicator.target(in: period) }
    return nil
  }

  /// Own completion less pace in percentage points; `nil` where the unit has no number to reach.
  var gap: FixedDecimal? {
    guard indicator.isPaced, let goal, goal > 0, let done = row.cumulative.figure.number,
      let pace = try? indicator.pacePercentage(in: period)?.rounded(to: 1),
      let rate = try? done.multiplied(by: .hundred).divided(by: goal, places: 10)
    else { return nil }
    return try? rate.subtracting(pace).rounded(to: 1)
  }
}
