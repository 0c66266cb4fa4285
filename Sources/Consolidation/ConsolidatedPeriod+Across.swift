import PlanModel
import Validation

extension ConsolidatedPeriod {
  /// What the counting files say about one another. No file is returned for it: which of them is wrong is for people.
  var acrossUnits: [Finding] { identicalFigures + countiesAgainstCity }

  /// W11: counties whose figures are the same, as if one had copied the other's form.
  ///
  /// Small counts are often equal: only figures from 10 on are compared, and they have to agree in three indicators,
  /// with none that differs by more than chance would have it.
  private var identicalFigures: [Finding] {
    let counties = units.filter { $0.unit.kind == .county && !$0.files.counting.isEmpty }
    return counties.enumerated().flatMap { index, second in
      counties[..<index].compactMap { first in identical(first, second) }
    }
  }

  private func identical(_ first: UnitReport, _ second: UnitReport) -> Finding? {
    let pairs = standings.compactMap { standing -> (code: String, same: Bool)? in
      guard let own = figure(standing, first.unit.id), let other = figure(standing, second.unit.id), own >= 10 else {
        return nil
      }
      return (standing.indicator.code, own == other)
    }
    let same = pairs.filter(\.same)
    guard same.count >= 3, same.count * 2 > pairs.count, let file = second.files.counting.first else { return nil }
    let origins = same.compactMap { file.submission.row($0.code)?.cumulative.origin }
    return BuiltInRule.identicalFigures.finding(
      unit: second.unit.id, file: file.submission.file, sheet: origins.first?.sheet, cells: origins.map(\.cell),
      value: first.unit.name)
  }

  /// W32: what the counties report adds up to another figure than the city's own unit reports.
  private var countiesAgainstCity: [Finding] {
    standings.compactMap { standing in
      let figures = standing.figures
      let counties = figures.filter { $0.unit.kind == .county }
      guard standing.indicator.aggregate == .sum, counties.count > 1,
        let city = figures.first(where: { $0.unit.kind != .county }), let stated = figure(standing, city.unit.id),
        case let reported = counties.compactMap({ figure(standing, $0.unit.id) }), reported.count == counties.count,
        let sum = try? reported.reduce(FixedDecimal.zero, { try $0.adding($1) }), sum != stated
      else { return nil }
      let origin = city.row?.cumulative.origin
      return BuiltInRule.countiesNotCity.finding(
        unit: city.unit.id, file: origin?.file ?? "", sheet: origin?.sheet, cells: origin.map { [$0.cell] } ?? [],
        indicator: standing.indicator.code, column: .cumulative, text: origin?.text, value: sum.shortest,
        expected: stated.shortest)
    }
  }

  /// The cumulative figure that a unit reported and that nobody disputes.
  private func figure(_ standing: Standing, _ unit: String) -> FixedDecimal? {
    guard let figure = standing.figures.first(where: { $0.unit.id == unit }), figure.state == .reported,
      !figure.isCarried
    else { return nil }
    return figure.row?.cumulative.figure.number
  }
}
