import PlanModel

extension ProgressAssessor {
  /// Returns the total of the figures that count, by the indicator's aggregate; `nil` if none counts.
  func total(
    of indicator: Indicator, in figures: [UnitFigure], _ value: (UnitFigure) -> FixedDecimal?
  ) throws(FixedDecimalError) -> FixedDecimal? {
    try indicator.aggregate.total(
      of: figures.filter { !$0.isPart }.compactMap(value), floor: indicator.floor(in: period))
  }
}
