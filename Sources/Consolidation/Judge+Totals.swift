import PlanModel

extension Judge {
  /// The total of the figures that count, by the indicator's aggregate; `nil` if none counts.
  func total(
    of indicator: Indicator, in figures: [UnitFigure], _ value: (UnitFigure) -> FixedDecimal?
  ) throws(FixedDecimalError) -> FixedDecimal? {
    let values = figures.filter { !$0.isPart }.compactMap(value)
    guard let first = values.first else { return nil }
    switch indicator.aggregate {
    case .sum:
      var sum = FixedDecimal.zero
      for value in values { sum = try sum.adding(value) }
      return sum
    case .latest, .ratio, .milestone:
      // One unit reports such a figure; of several the first in table order speaks for all.
      return first
    case .min: return values.min()
    case .max: return values.max()
    case .eachUnitMeets:
      guard let floor = indicator.target(in: period) else { return nil }
      return FixedDecimal(values.count { indicator.comparator == .moreThan ? $0 > floor : $0 >= floor })
    }
  }
}
