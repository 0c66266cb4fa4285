public import PlanModel

/// How one indicator stands at the end of a period, over all its units. Immutable, and shared by all that speak of it.
public final class IndicatorResult: Hashable, Sendable {
  public let task: PlanTask
  public let indicator: Indicator
  /// In table order; one for each unit that should report. Empty for an indicator that is computed or not reported.
  public let figures: [UnitFigure]
  /// The target in force; for a floor per unit, the number of units that must meet it.
  public let target: FixedDecimal?
  /// The total by the indicator's aggregate; `nil` if no figure counts.
  public let total: FixedDecimal?
  /// The period's own total.
  public let current: FixedDecimal?
  /// For a milestone that all units have reached: the last of their days.
  public let completed: CivilDate?
  /// 完成率 in per cent, unrounded (10 places); `nil` where none applies.
  public let rate: FixedDecimal?
  /// 序时进度 in per cent, one place; `nil` where none applies.
  public let pace: FixedDecimal?
  /// Rate less pace in percentage points, one place; `nil` where one is missing.
  public let gap: FixedDecimal?
  public let state: ProgressState
  public let light: Light

  /// Units whose figure is not in the total, with disputed ones.
  public var excluded: [UnitFigure] { figures.filter { $0.state == .notReported || $0.state == .disputed } }
  /// True if the state is judged, so not 不考核.
  public var isAssessed: Bool { state != .notAssessed }

  public init(
    task: PlanTask, indicator: Indicator, figures: [UnitFigure], target: FixedDecimal?, total: FixedDecimal?,
    current: FixedDecimal?, completed: CivilDate?, rate: FixedDecimal?, pace: FixedDecimal?, gap: FixedDecimal?,
    state: ProgressState, light: Light
  ) {
    self.task = task
    self.indicator = indicator
    self.figures = figures
    self.target = target
    self.total = total
    self.current = current
    self.completed = completed
    self.rate = rate
    self.pace = pace
    self.gap = gap
    self.state = state
    self.light = light
  }

  public static func == (left: IndicatorResult, right: IndicatorResult) -> Bool {
    if left === right { return true }
    return left.task == right.task && left.indicator == right.indicator && left.figures == right.figures
      && left.target == right.target && left.total == right.total && left.current == right.current
      && left.completed == right.completed && left.rate == right.rate && left.pace == right.pace
      && left.gap == right.gap && left.state == right.state && left.light == right.light
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(indicator.code)
    hasher.combine(total)
    hasher.combine(state)
  }
}
