extension Indicator {
  /// Returns the target in force at the period's end.
  public func target(in period: Period) -> FixedDecimal? {
    targets.last { $0.from.firstDay <= period.lastDay }?.value ?? value
  }

  /// Returns what a unit must reach by itself: its share of the target, or all of it if it alone reports or each unit
  /// must.
  public func goal(of unit: String, in period: Period) -> FixedDecimal? {
    if let share = allocation[unit] { return share }
    return reportedBy == [unit] || aggregate.countsUnits ? target(in: period) : nil
  }

  /// Returns true if forms of `period` carry this indicator: its own period ends with this one, and it is in force.
  public func isDue(in period: Period) -> Bool {
    guard period.ends(frequency) else { return false }
    if let from, from.firstDay > period.lastDay { return false }
    if let until, until.lastDay < period.firstDay { return false }
    return true
  }

  /// Returns 序时进度 in per cent at the period's end, unrounded to one place; `nil` where none applies.
  ///
  /// Months passed ÷ months from the first counted month to the deadline's month, at most 100. Ratios that are only
  /// met or not met, milestones, recurring duties and items without a number have none.
  public func pacePercentage(in period: Period) -> FixedDecimal? {
    guard isPaced else { return nil }
    switch pace {
    case .points(let points):
      return points.last { $0.period.lastDay <= period.lastDay }?.percentage ?? 0
    case .milestones:
      return nil
    case .linear:
      let start = from.map { $0.year * 12 + $0.firstMonth } ?? period.year * 12 + 1
      let end = deadline.map { $0.date.year * 12 + $0.date.month } ?? period.year * 12 + 12
      let now = period.year * 12 + period.lastMonth
      guard end >= start else { return .hundred }
      let passed = min(max(now - start + 1, 0), end - start + 1)
      return try? FixedDecimal(passed * 100).divided(by: FixedDecimal(end - start + 1), places: 10)
    }
  }

  /// True if progress is a share of a number: a target or workload with a value that figures add up to.
  public var isPaced: Bool {
    guard role == .target || role == .workload, value != nil, !isBenchmark else { return false }
    guard !isCeiling, comparator != .range else { return false }
    return kind == .count || kind == .money || kind == .length || kind == .list
  }

  /// True if the value must not be passed.
  public var isCeiling: Bool { comparator == .atMost || comparator == .lessThan }
}
