public import PlanModel

/// How an indicator's rate, gap, state and light follow from its total, for the values and for the formulas of the summary.
public struct ProgressCalculation: Hashable, Sendable {
  /// What the calculations are about.
  public enum Term: Hashable, Sendable {
    case total, target, rate, pace, gap, state
    /// True if no unit's figure is missing or disputed.
    case isWhole
  }

  public typealias Part = Calculation<Term>

  let indicator: Indicator
  let period: Period
  let target: FixedDecimal?
  let pace: FixedDecimal?

  /// - Parameters:
  ///   - target: in force; for a floor per unit, the number of units that must meet it.
  ///   - pace: 序时进度 in per cent, one place; `nil` where none applies.
  public init(_ indicator: Indicator, target: FixedDecimal?, pace: FixedDecimal?, in period: Period) {
    self.indicator = indicator
    self.period = period
    self.target = target
    self.pace = pace
  }

  private var hasPace: Bool { rate != nil && pace != nil }

  /// 完成率; `nil` where the indicator has none.
  public var rate: Part? {
    guard indicator.isPaced, let target, target > 0 else { return nil }
    return .choose(
      .isNumber(.term(.total)), then: .percentage(.term(.total), of: .term(.target)), else: .text("—"))
  }

  /// 差值; `nil` where the indicator has no rate or no pace.
  public var gap: Part? {
    guard hasPace else { return nil }
    return .choose(.isNumber(.term(.rate)), then: .difference(.term(.rate), .term(.pace)), else: .text("—"))
  }

  /// Returns 进度状态; `nil` for what is not judged by its total. What depends on the period alone is constant.
  ///
  /// - Parameter showsWhole: false where it cannot be seen whether a unit is missing, and one is.
  public func state(showsWhole: Bool = true) -> Part? {
    guard indicator.role == .target || indicator.role == .workload, !indicator.isBenchmark, target != nil else {
      return nil
    }
    return .choose(.isNumber(.term(.total)), then: judged(showsWhole), else: Self.word(.notReported))
  }

  private static func word(_ state: ProgressState) -> Part { .text(state.chinese) }

  private func judged(_ showsWhole: Bool) -> Part {
    let isOver = indicator.deadline.map { $0.date <= period.lastDay } ?? false
    if indicator.isCeiling {
      return .choose(met, then: Self.word(isOver ? .completed : .onPace), else: Self.word(.behind))
    }
    let short = isOver ? Self.word(.overdue) : underWay
    guard indicator.kind == .ratio else { return .choose(met, then: Self.word(.completed), else: short) }
    // A share of the units that reported says nothing of the others: without them it is not met.
    return showsWhole ? .choose(.all([met, .term(.isWhole)]), then: Self.word(.completed), else: short) : short
  }

  /// A share that is only met or not met is judged at its date; until then it is under way.
  private var underWay: Part {
    guard hasPace else { return Self.word(.notAssessed) }
    return .choose(
      .compare(.term(.gap), .more, .number(0)), then: Self.word(.ahead),
      else: .choose(
        .compare(.term(.gap), .equal, .number(0)), then: Self.word(.onPace), else: Self.word(.behind)))
  }

  private var met: Part {
    func total(_ comparison: Part.Comparison, _ bound: Part) -> Part { .compare(.term(.total), comparison, bound) }
    if indicator.aggregate.countsUnits { return total(.moreOrEqual, .term(.target)) }
    switch indicator.comparator {
    case .atLeast, .approximately, .complete: return total(.moreOrEqual, .term(.target))
    case .moreThan: return total(.more, .term(.target))
    case .atMost: return total(.lessOrEqual, .term(.target))
    case .lessThan: return total(.less, .term(.target))
    case .equal: return total(.equal, .term(.target))
    case .range:
      guard let range = indicator.range else { return .truth(false) }
      return .all([
        total(.moreOrEqual, .number(range.lowerBound)), total(.lessOrEqual, .number(range.upperBound)),
      ])
    }
  }

  /// Returns 灯 from 进度状态 and 差值.
  ///
  /// - Parameter yellow: how many points behind the pace are still yellow.
  public func light(yellow: FixedDecimal) -> Part {
    func isState(_ state: ProgressState) -> Part { .compare(.term(.state), .equal, Self.word(state)) }
    func word(_ light: Light) -> Part { .text(light.chinese) }
    // A ceiling that was passed, no later month can mend.
    let behind: Part =
      indicator.isCeiling
      ? word(.red)
      : .choose(.compare(.term(.gap), .less, .number(yellow.negated)), then: word(.red), else: word(.yellow))
    return .choose(
      isState(.notAssessed), then: word(.grey),
      else: .choose(
        .any([isState(.overdue), isState(.notReported)]), then: word(.red),
        else: .choose(isState(.behind), then: behind, else: word(.green))))
  }
}
