import PlanModel

/// Adds up one indicator's figures and judges how it stands.
/// - Source: domain glossary §3; design §3.
struct Judge {
  let plan: Plan
  let period: Period

  /// `part` ÷ `whole` × 100, to ten places.
  static func percentage(_ part: FixedDecimal, of whole: FixedDecimal) throws(FixedDecimalError) -> FixedDecimal {
    try part.multiplied(by: .hundred).divided(by: whole, places: 10).normalized
  }

  func standing(task: PlanTask, indicator: Indicator, figures: [UnitFigure]) throws(FixedDecimalError) -> Standing {
    if indicator.isDated { return dated(task: task, indicator: indicator, figures: figures) }
    if indicator.isWordsOnly { return words(task: task, indicator: indicator, figures: figures) }
    let target = target(of: indicator, units: figures.count)
    let total = try total(of: indicator, in: figures, \.cumulative)
    // A sum that lacks what a unit did, since nobody knows where it began, is no sum.
    let isWhole = figures.allSatisfy { $0.cumulative == nil || $0.current != nil }
    let current =
      indicator.aggregate == .eachUnitMeets || !isWhole ? nil : try self.total(of: indicator, in: figures, \.current)
    return try numeric(
      task: task, indicator: indicator, figures: figures, target: target, total: total, current: current)
  }

  /// The standing of a ratio from the parts of the units that reported both.
  func ratio(
    task: PlanTask, indicator: Indicator, figures: [UnitFigure], parts: [(FixedDecimal, FixedDecimal)]
  ) throws(FixedDecimalError) -> Standing {
    var (top, bottom) = (FixedDecimal.zero, FixedDecimal.zero)
    for part in parts {
      top = try top.adding(part.0)
      bottom = try bottom.adding(part.1)
    }
    let total = bottom.isZero ? nil : try Self.percentage(top, of: bottom)
    return try numeric(
      task: task, indicator: indicator, figures: figures, target: target(of: indicator, units: figures.count),
      total: total, current: nil)
  }

  /// A floor per unit is reached by counting units; everything else by its own value.
  private func target(of indicator: Indicator, units: Int) -> FixedDecimal? {
    guard let value = indicator.target(in: period) else { return nil }
    return indicator.aggregate == .eachUnitMeets ? FixedDecimal(units) : value
  }

  private func numeric(
    task: PlanTask, indicator: Indicator, figures: [UnitFigure], target: FixedDecimal?, total: FixedDecimal?,
    current: FixedDecimal?
  ) throws(FixedDecimalError) -> Standing {
    var rate: FixedDecimal?
    var pace: FixedDecimal?
    var gap: FixedDecimal?
    if indicator.isPaced, let target, target > 0 {
      pace = try indicator.pacePercentage(in: period)?.rounded(to: 1)
      if let total {
        rate = try Self.percentage(total, of: target)
        if let pace { gap = try rate?.subtracting(pace).rounded(to: 1) }
      }
    }
    let state = state(of: indicator, figures: figures, target: target, total: total, gap: gap)
    return Standing(
      task: task, indicator: indicator, figures: figures, target: target, total: total, current: current,
      completed: nil, rate: rate, pace: pace, gap: gap, state: state, light: light(state, gap: gap))
  }

  private func state(
    of indicator: Indicator, figures: [UnitFigure], target: FixedDecimal?, total: FixedDecimal?, gap: FixedDecimal?
  ) -> ProgressState {
    guard indicator.role == .target || indicator.role == .workload, !indicator.isBenchmark, let target else {
      return .notAssessed
    }
    if !figures.isEmpty, figures.allSatisfy({ $0.state == .notApplicable }) { return .notAssessed }
    guard let total else { return .notReported }
    let isOver = indicator.deadline.map { $0.date <= period.lastDay } ?? false
    let met = meets(total, target: target, indicator: indicator)
    if indicator.isCeiling { return met ? (isOver ? .completed : .onPace) : .behind }
    // A share of the units that reported says nothing of the others: without them it is not met.
    let isWhole = indicator.kind != .ratio || !figures.contains { $0.state == .notReported || $0.state == .disputed }
    if met, isWhole { return .completed }
    if isOver { return .overdue }
    // A share that is only met or not met is judged at its date; until then it is under way.
    guard let gap else { return .notAssessed }
    if gap > 0 { return .ahead }
    return gap.isZero ? .onPace : .behind
  }

  private func meets(_ total: FixedDecimal, target: FixedDecimal, indicator: Indicator) -> Bool {
    if indicator.aggregate == .eachUnitMeets { return total >= target }
    switch indicator.comparator {
    case .atLeast, .approximately: return total >= target
    case .moreThan: return total > target
    case .atMost: return total <= target
    case .lessThan: return total < target
    case .equal: return total == target
    case .range: return indicator.range?.contains(total) ?? false
    case .complete: return total >= target
    }
  }

  func light(_ state: ProgressState, gap: FixedDecimal?) -> Light {
    switch state {
    case .completed, .ahead, .onPace: .green
    case .notAssessed: .grey
    case .overdue, .notReported: .red
    // Without a gap it is a ceiling that was passed, which no later month can mend.
    case .behind: gap.map { $0 < plan.reporting.yellowPoints.negated } ?? true ? .red : .yellow
    }
  }
}
