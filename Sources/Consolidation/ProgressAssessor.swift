import PlanModel

/// Adds up one indicator's figures and judges how it stands.
struct ProgressAssessor {
  let plan: Plan
  let period: Period

  func result(task: PlanTask, indicator: Indicator, figures: [UnitFigure]) throws(FixedDecimalError)
    -> IndicatorResult
  {
    if indicator.isDated { return dated(task: task, indicator: indicator, figures: figures) }
    if indicator.isWordsOnly { return words(task: task, indicator: indicator, figures: figures) }
    let target = target(of: indicator, units: figures.count)
    let total = try total(of: indicator, in: figures, \.cumulative)
    // A sum that lacks what a unit did, since nobody knows where it began, is no sum.
    let isWhole = figures.allSatisfy { $0.cumulative == nil || $0.current != nil }
    let current =
      indicator.aggregate.countsUnits || !isWhole ? nil : try self.total(of: indicator, in: figures, \.current)
    return try numeric(
      task: task, indicator: indicator, figures: figures, target: target, total: total, current: current)
  }

  /// Returns the result of a ratio from the parts of the units that reported both.
  func ratio(
    task: PlanTask, indicator: Indicator, figures: [UnitFigure], parts: [(FixedDecimal, FixedDecimal)]
  ) throws(FixedDecimalError) -> IndicatorResult {
    var (top, bottom) = (FixedDecimal.zero, FixedDecimal.zero)
    for part in parts {
      top = try top.adding(part.0)
      bottom = try bottom.adding(part.1)
    }
    let total = bottom.isZero ? nil : try top.percentage(of: bottom)
    return try numeric(
      task: task, indicator: indicator, figures: figures, target: target(of: indicator, units: figures.count),
      total: total, current: nil)
  }

  /// Returns what is to be reached: the number of units for a floor per unit, which is reached by counting units; for
  /// everything else its own value.
  private func target(of indicator: Indicator, units: Int) -> FixedDecimal? {
    guard let value = indicator.target(in: period) else { return nil }
    return indicator.aggregate.countsUnits ? FixedDecimal(units) : value
  }

  private func numeric(
    task: PlanTask, indicator: Indicator, figures: [UnitFigure], target: FixedDecimal?, total: FixedDecimal?,
    current: FixedDecimal?
  ) throws(FixedDecimalError) -> IndicatorResult {
    let hasRate = indicator.isPaced && (target.map { $0 > 0 } ?? false)
    let pace = hasRate ? try indicator.pacePercentage(in: period)?.rounded(to: 1) : nil
    let calculation = ProgressCalculation(indicator, target: target, pace: pace, in: period)
    let missing = figures.contains { $0.state == .notReported || $0.state == .disputed }
    var values: [ProgressCalculation.Term: CalculatedValue] = [.isWhole: .truth(!missing)]
    values[.total] = total.map { .number($0) }
    values[.target] = target.map { .number($0) }
    values[.pace] = pace.map { .number($0) }
    func value(_ part: ProgressCalculation.Part?) throws(FixedDecimalError) -> CalculatedValue? {
      try part?.value { values[$0] ?? .text("—") }
    }
    values[.rate] = try value(calculation.rate)
    values[.gap] = try value(calculation.gap)
    let isOpen = !figures.isEmpty && figures.allSatisfy { $0.state == .notApplicable }
    let word = isOpen ? nil : try value(calculation.state())?.text
    let state = word.flatMap { word in ProgressState.allCases.first { $0.chinese == word } } ?? .notAssessed
    values[.state] = .text(state.chinese)
    let light = try value(calculation.light(yellow: plan.reporting.yellowPoints))?.text.flatMap { Light(chinese: $0) }
    return IndicatorResult(
      task: task, indicator: indicator, figures: figures, target: target, total: total, current: current,
      completed: nil, rate: values[.rate]?.number, pace: pace, gap: values[.gap]?.number, state: state,
      light: light ?? .grey)
  }

  /// Returns the light of what is judged by days or words, and has no gap.
  func light(_ state: ProgressState) -> Light {
    switch state {
    case .completed, .ahead, .onPace: .green
    case .notAssessed: .grey
    case .overdue, .notReported, .behind: .red
    }
  }
}
