public import PlanModel

/// How one unit stands on one indicator, judged by its own share of the target.
public struct UnitResult: Hashable, Sendable {
  /// Of the indicator over all its units, which all of them share.
  private let whole: IndicatorResult
  public let figure: UnitFigure
  /// The unit's allocation, its floor, or the whole target of an item that it alone reports; `nil` where days decide.
  public let share: FixedDecimal?
  /// 完成率 in per cent, unrounded (10 places); `nil` where none applies.
  public let rate: FixedDecimal?
  /// Rate less pace in percentage points, one place; `nil` where one is missing.
  public let gap: FixedDecimal?
  public let state: ProgressState
  public let light: Light

  init(
    of whole: IndicatorResult, figure: UnitFigure, share: FixedDecimal?, rate: FixedDecimal?, gap: FixedDecimal?,
    state: ProgressState,
    light: Light
  ) {
    self.whole = whole
    self.figure = figure
    self.share = share
    self.rate = rate
    self.gap = gap
    self.state = state
    self.light = light
  }

  public var indicator: Indicator { whole.indicator }
  /// True if the unit is where it should be by now.
  public var isOnPace: Bool { state.isKept }
}

extension ProgressAssessor {
  /// Returns how a unit stands on its own; `nil` if nothing says what the unit by itself should reach, or it is not
  /// judged.
  ///
  /// A target that several units reach together and that is not allocated says nothing of any one of them.
  func result(of figure: UnitFigure, in result: IndicatorResult) throws(FixedDecimalError) -> UnitResult? {
    let whole = result.indicator
    var own = whole
    own.targets = []
    if !whole.isDated {
      guard let share = share(of: figure.unit, in: result) else { return nil }
      own.value = share
      own.aggregate = .sum
      // A unit that reaches its share of 突破40000 has done its part.
      if own.comparator == .moreThan { own.comparator = .atLeast }
    }
    own.reportedBy = [figure.unit.id]
    let judged = try self.result(task: result.task, indicator: own, figures: [figure])
    guard judged.isAssessed else { return nil }
    return UnitResult(
      of: result, figure: figure, share: own.value, rate: judged.rate, gap: judged.gap, state: judged.state,
      light: judged.light)
  }

  private func share(of unit: Unit, in result: IndicatorResult) -> FixedDecimal? {
    let indicator = result.indicator
    if let allocated = indicator.allocation[unit.id] { return allocated > 0 ? allocated : nil }
    guard indicator.allocation.isEmpty, let value = indicator.target(in: period) else { return nil }
    let isOwn = indicator.aggregate.countsUnits || indicator.kind == .ratio || result.figures.count == 1
    return isOwn ? value : nil
  }
}

extension ConsolidatedPeriod {
  /// Returns how each unit stands on each indicator that it can be judged by: by indicator in the order of the plan,
  /// then in the order of its units. Whoever asks groups them, so that nothing is looked up unit by unit.
  public func unitResults() throws(FixedDecimalError) -> [UnitResult] {
    let assessor = ProgressAssessor(plan: plan, period: period)
    var made: [UnitResult] = []
    for result in results {
      for figure in result.figures {
        if let own = try assessor.result(of: figure, in: result) { made.append(own) }
      }
    }
    return made
  }

  /// Returns how each unit stands on each indicator, by the unit's id.
  func resultsByUnit() throws(FixedDecimalError) -> [String: [UnitResult]] {
    Dictionary(grouping: try unitResults(), by: \.figure.unit.id)
  }

  /// Returns how `unit` stands on each indicator that it can be judged by, in the order of the plan.
  public func unitResults(of unit: String) throws(FixedDecimalError) -> [UnitResult] {
    try resultsByUnit()[unit] ?? []
  }
}
