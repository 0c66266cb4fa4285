import PlanModel

extension ProgressAssessor {
  /// Returns the result of a milestone or recurring duty, which is judged by days, without a rate.
  func dated(task: PlanTask, indicator: Indicator, figures: [UnitFigure]) -> IndicatorResult {
    let state: ProgressState
    var completed: CivilDate?
    var total: FixedDecimal?
    if indicator.isRecurring {
      state = recurring(indicator, figures)
      total = figures.compactMap(\.cumulative).min()
    } else {
      (state, completed) = milestone(indicator, figures)
    }
    return IndicatorResult(
      task: task, indicator: indicator, figures: figures, target: nil, total: total, current: nil,
      completed: completed, rate: nil, pace: nil, gap: nil, state: state, light: light(state))
  }

  func words(task: PlanTask, indicator: Indicator, figures: [UnitFigure]) -> IndicatorResult {
    IndicatorResult(
      task: task, indicator: indicator, figures: figures, target: nil, total: nil, current: nil, completed: nil,
      rate: nil, pace: nil, gap: nil, state: .notAssessed, light: .grey)
  }

  /// Returns how a milestone stands: it is done when every unit to which it applies has given its day, and overdue past
  /// the deadline.
  private func milestone(_ indicator: Indicator, _ figures: [UnitFigure]) -> (ProgressState, CivilDate?) {
    guard indicator.role == .target || indicator.role == .workload else { return (.notAssessed, nil) }
    let concerned = figures.filter { $0.state != .notApplicable }
    guard !concerned.isEmpty else { return (.notAssessed, nil) }
    let days = concerned.compactMap { $0.state == .reported ? $0.row?.figure(in: .cumulative).date : nil }
    if days.count == concerned.count { return (.completed, days.max()) }
    if let deadline = indicator.deadline?.date, deadline <= period.lastDay { return (.overdue, nil) }
    return concerned.contains { $0.state == .reported } ? (.onPace, nil) : (.notReported, nil)
  }

  /// Returns how a recurring duty stands: it is done when every unit has a dated entry in each of the duty's periods so
  /// far.
  private func recurring(_ indicator: Indicator, _ figures: [UnitFigure]) -> ProgressState {
    let concerned = figures.filter { $0.state != .notApplicable }
    guard !concerned.isEmpty else { return .notAssessed }
    guard concerned.contains(where: { $0.state == .reported }) else { return .notReported }
    let due = FixedDecimal(plan.periodsDue(indicator, by: period))
    return concerned.allSatisfy { ($0.cumulative ?? 0) >= due } ? .onPace : .overdue
  }
}
