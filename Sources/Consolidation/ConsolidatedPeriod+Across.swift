import PlanModel
import Validation

extension ConsolidatedPeriod {
  /// What the counting files say about one another. No file is returned for it: which of them is wrong is for people.
  var acrossUnits: [Finding] { allocations + identicalFigures + countiesAgainstCity + copies + reviews }

  /// E17: the shares printed on the counting forms do not add up to the target, as some are of an earlier revision of
  /// the plan; said of each form whose share is not the plan's.
  private var allocations: [Finding] {
    results.flatMap { result -> [Finding] in
      let indicator = result.indicator
      guard !indicator.allocation.isEmpty else { return [] }
      let own = Dictionary(
        result.figures.map { ($0.unit.id, $0.row?.allocation) }, uniquingKeysWith: { first, _ in first })
      let printed = indicator.allocation.keys.sorted().compactMap { own[$0] ?? nil }
      guard printed.count == indicator.allocation.count, printed.allSatisfy({ $0.origin != nil }),
        let target = indicator.value,
        let sum = try? printed.compactMap(\.figure.number).reduce(FixedDecimal.zero, { try $0.adding($1) }),
        sum != target
      else { return [] }
      return result.figures.compactMap { figure in
        guard let share = figure.row?.allocation, let plan = indicator.allocation[figure.unit.id],
          share.figure.number != plan
        else { return nil }
        return BuiltInRule.allocationNotAdding.finding(
          unit: figure.unit.id, file: share.origin?.file ?? "", sheet: share.origin?.sheet,
          cells: share.origin.map { [$0.cell] } ?? [], indicator: indicator.code, column: .allocation,
          text: share.origin?.text, value: sum.shortest, expected: target.shortest)
      }
    }
  }

  /// W22: a unit whose form counts and whose stamped copy is not there.
  private var copies: [Finding] {
    guard let stampedCopies else { return [] }
    return units.compactMap { report in
      guard !stampedCopies.contains(report.unit.id), let file = report.files.counting.first(where: { !$0.isManual })
      else { return nil }
      return BuiltInRule.copiesNotBoth.finding(unit: report.unit.id, file: file.submission.file)
    }
  }

  /// W11: counties whose figures are the same, as if one had copied the other's form.
  ///
  /// One finding for each county that has such a twin before it. Small counts are often equal: only figures from 10 on are compared, and they have to agree in three indicators,
  /// with none that differs by more than chance would have it.
  private var identicalFigures: [Finding] {
    let counties = units.filter { $0.unit.kind == .county && !$0.files.counting.isEmpty }
    // By county, in the order of the results: looked up once, not once for each pair of counties.
    let places = Dictionary(
      counties.enumerated().map { ($1.unit.id, $0) }, uniquingKeysWith: { first, _ in first })
    var figures = counties.map { _ in [FixedDecimal?](repeating: nil, count: results.count) }
    for (column, result) in results.enumerated() {
      for figure in result.figures {
        guard let county = places[figure.unit.id], figures[county][column] == nil else { continue }
        figures[county][column] = Self.figure(figure)
      }
    }
    var known = KnownFigures()
    return zip(counties, figures).compactMap { second, own in
      for index in known.candidates(for: own) {
        let first = known.reports[index]
        if let finding = identical(first, second, known.figures[index], own) { return finding }
      }
      known.add(second, own)
      return nil
    }
  }

  /// Counties that copied from nobody before them, found by their figures: thousands of them are not compared in pairs.
  private struct KnownFigures {
    private(set) var reports: [UnitReport] = []
    private(set) var figures: [[FixedDecimal?]] = []
    /// By place of the indicator and figure.
    private var places: [[FixedDecimal: [Int]]] = []

    /// Returns those that share three figures or more, in the order in which they were added.
    func candidates(for own: [FixedDecimal?]) -> [Int] {
      var counts: [Int: Int] = [:]
      for (places, value) in zip(places, own) {
        for index in value.flatMap({ places[$0] }) ?? [] { counts[index, default: 0] += 1 }
      }
      return counts.filter { $0.value >= 3 }.keys.sorted()
    }

    mutating func add(_ report: UnitReport, _ own: [FixedDecimal?]) {
      while places.count < own.count { places.append([:]) }
      for (place, value) in own.enumerated() {
        if let value, value >= 10 { places[place][value, default: []].append(reports.count) }
      }
      reports.append(report)
      figures.append(own)
    }
  }

  private func identical(
    _ first: UnitReport, _ second: UnitReport, _ firsts: [FixedDecimal?], _ seconds: [FixedDecimal?]
  ) -> Finding? {
    // Places of the indicators: most pairs share little, and copies of whole results would cost more than comparing.
    var (compared, same): (Int, [Int]) = (0, [])
    for place in firsts.indices {
      guard let own = firsts[place], let other = seconds[place], own >= 10 else { continue }
      compared += 1
      if own == other { same.append(place) }
    }
    guard same.count >= 3, same.count * 2 > compared else { return nil }
    let all = same.compactMap { place in
      let code = results[place].indicator.code
      return second.files.source(of: code)?.submission.row(code)?.cumulative.origin
    }
    guard let file = all.first?.file ?? second.files.counting.first?.submission.file else { return nil }
    // A finding is about one file; of a form that came in parts, about the first.
    let origins = all.filter { $0.file == file }
    return BuiltInRule.identicalFigures.finding(
      unit: second.unit.id, file: file, sheet: origins.first?.sheet, cells: origins.map(\.cell),
      value: first.unit.name)
  }

  /// W32: what the counties report adds up to another figure than the one of the whole city, which a unit of the city
  /// reports as the total that theirs is the only part of.
  ///
  /// A unit of the city that reports the same indicator as the counties speaks of its own (市本级), not of the whole.
  private var countiesAgainstCity: [Finding] {
    results.compactMap { result in
      let parts = results.filter { $0.indicator.partOf == result.indicator.code }
      guard let part = parts.first, parts.count == 1, part.figures.count > 1, result.figures.count == 1,
        let city = result.figures.first, city.unit.kind != .county,
        part.figures.allSatisfy({ $0.unit.kind == .county }), let stated = figure(result, city.unit.id),
        case let reported = part.figures.compactMap({ figure(part, $0.unit.id) }),
        reported.count == part.figures.count,
        let sum = try? reported.reduce(FixedDecimal.zero, { try $0.adding($1) }), sum != stated
      else { return nil }
      let origin = city.row?.cumulative.origin
      return BuiltInRule.countiesNotCity.finding(
        unit: city.unit.id, file: origin?.file ?? "", sheet: origin?.sheet, cells: origin.map { [$0.cell] } ?? [],
        indicator: result.indicator.code, column: .cumulative, text: origin?.text, value: sum.shortest,
        expected: stated.shortest)
    }
  }

  /// Returns the cumulative figure that a unit reported and that nobody disputes.
  private func figure(_ result: IndicatorResult, _ unit: String) -> FixedDecimal? {
    result.figures.first { $0.unit.id == unit }.flatMap(Self.figure)
  }

  private static func figure(_ figure: UnitFigure) -> FixedDecimal? {
    figure.state == .reported && !figure.isCarried ? figure.row?.figure(in: .cumulative).number : nil
  }
}
