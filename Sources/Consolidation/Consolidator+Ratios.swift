import PlanModel

extension Consolidator {
  /// Computes every ratio from its reported parts; a unit counts only with both.
  func withRatios(_ results: [IndicatorResult]) throws(FixedDecimalError) -> [IndicatorResult] {
    var made: [IndicatorResult] = []
    for result in results {
      guard let top = result.indicator.numerator, let bottom = result.indicator.denominator,
        let numerator = results.first(where: { $0.indicator.code == top }),
        let denominator = results.first(where: { $0.indicator.code == bottom })
      else {
        made.append(result)
        continue
      }
      let others = Dictionary(
        denominator.figures.map { ($0.unit.id, $0) }, uniquingKeysWith: { first, _ in first })
      var figures: [UnitFigure] = []
      for part in numerator.figures {
        let other = others[part.unit.id]
        figures.append(try Self.ratio(part, other, code: result.indicator.code))
      }
      let assessor = ProgressAssessor(plan: plan, period: period)
      made.append(
        try assessor.ratio(
          task: result.task, indicator: result.indicator, figures: figures,
          parts: Self.pairs(numerator: numerator, denominators: others)))
    }
    return made
  }

  /// Returns the parts of the units that reported both.
  private static func pairs(
    numerator: IndicatorResult, denominators: [String: UnitFigure]
  ) -> [(FixedDecimal, FixedDecimal)] {
    numerator.figures.compactMap { part in
      guard !part.isPart, let top = part.cumulative, let bottom = denominators[part.unit.id]?.cumulative else {
        return nil
      }
      return (top, bottom)
    }
  }

  private static func ratio(
    _ numerator: UnitFigure, _ denominator: UnitFigure?, code: String
  ) throws(FixedDecimalError) -> UnitFigure {
    let states = [numerator.state, denominator?.state ?? .notReported]
    let state: UnitFigure.State
    var row: Submission.Row?
    if states.contains(.disputed) {
      state = .disputed
    } else if states.contains(.notReported) {
      state = .notReported
    } else if let top = numerator.cumulative, let bottom = denominator?.cumulative, !bottom.isZero {
      state = .reported
      row = Submission.Row(
        code: code,
        cumulative: .init(figure: .decimal(try top.percentage(of: bottom)), origin: nil))
    } else {
      state = .notApplicable
    }
    var figure = UnitFigure(
      numerator.reporter, state: state, row: row,
      isCarried: state == .reported && (numerator.isCarried || denominator?.isCarried == true),
      isManual: state == .reported && (numerator.isManual || denominator?.isManual == true))
    figure.isPart = numerator.isPart
    return figure
  }
}
