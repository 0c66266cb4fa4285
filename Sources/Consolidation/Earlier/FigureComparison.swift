public import PlanModel

/// A figure against an earlier one of the same units: 环比, 同比.
/// Of a base of 0 there is no percentage, of one below zero neither.
public struct FigureComparison: Hashable, Sendable {
  public let value: FixedDecimal
  public let base: FixedDecimal
  /// `value` less `base`.
  public let change: FixedDecimal
  /// The change in per cent of the base, unrounded (10 places); `nil` for a base that is not above zero.
  public let percentage: FixedDecimal?
  /// Units that are in one of the figures alone, and so in neither: in table order.
  public let leftOut: [Unit]

  /// What to say of a base below zero.
  public enum Loss: String, Hashable, Sendable {
    case less = "减亏"
    case more = "增亏"
    case turned = "扭亏"
    case same = "持平"
  }

  /// `nil` for a base of zero or above.
  public var loss: Loss? {
    guard base.isNegative else { return nil }
    if !value.isNegative { return .turned }
    return change.isZero ? .same : change.isNegative ? .more : .less
  }

  public init(
    value: FixedDecimal, base: FixedDecimal, leftOut: [Unit] = []
  ) throws(FixedDecimalError) {
    self.value = value
    self.base = base
    change = try value.subtracting(base)
    percentage = base > 0 ? try change.percentage(of: base) : nil
    self.leftOut = leftOut
  }
}

/// One indicator against the period before and against last year.
public struct ComparedResult: Hashable, Sendable {
  public let result: IndicatorResult
  /// 本期完成 against that of the period before; of a level, its state.
  public let lastPeriod: FigureComparison?
  /// 累计完成 against the same time last year.
  public let lastYear: FigureComparison?
}

extension ConsolidatedPeriod {
  /// Returns the targets whose figures add up and for which there is something to compare with, in the order of the
  /// plan.
  public func comparisons() throws(FixedDecimalError) -> [ComparedResult] {
    var compared: [ComparedResult] = []
    for result in results where result.indicator.aggregate == .sum && !result.indicator.isDated {
      guard result.indicator.role == .target || result.indicator.role == .workload else { continue }
      let code = result.indicator.code
      let isState = result.indicator.accumulation.isState
      let lastPeriod = try comparison(result, earlier.lastPeriod[code]) { isState ? $0.cumulative : $0.current }
      let lastYear = try comparison(result, earlier.lastYear[code], \.cumulative)
      if lastPeriod != nil || lastYear != nil {
        compared.append(ComparedResult(result: result, lastPeriod: lastPeriod, lastYear: lastYear))
      }
    }
    return compared
  }

  /// Returns the comparison over the units that have both figures; `nil` where none has.
  private func comparison(
    _ result: IndicatorResult, _ bases: [String: FixedDecimal]?, _ value: (UnitFigure) -> FixedDecimal?
  ) throws(FixedDecimalError) -> FigureComparison? {
    guard let bases else { return nil }
    var (sum, base) = (FixedDecimal.zero, FixedDecimal.zero)
    var leftOut: [Unit] = []
    var isEmpty = true
    for figure in result.figures where figure.state != .notApplicable && !figure.isPart {
      guard !figure.isCarried, let own = value(figure), let earlier = bases[figure.unit.id] else {
        leftOut.append(figure.unit)
        continue
      }
      sum = try sum.adding(own)
      base = try base.adding(earlier)
      isEmpty = false
    }
    return isEmpty ? nil : try FigureComparison(value: sum, base: base, leftOut: leftOut)
  }
}
