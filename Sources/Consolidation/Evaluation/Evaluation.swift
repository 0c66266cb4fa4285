public import PlanModel

/// 季考评, 半年考评 and 年考核: points and ranks of the counties and of the departments.
///
/// Items are judged at the period's end; lights and reports of all its months count. A year is judged by 完成率 against the
/// whole target, every other period against 序时进度.
public struct Evaluation: Hashable, Sendable {
  public let period: Period
  /// Best first, then those that did not report, which are not ranked.
  public let counties: [Score]
  public let departments: [Score]
  /// Months of the period of which nothing is known: no deduction was taken for them.
  public let unknown: [Period]
}

extension ConsolidatedPeriod {
  /// Returns the evaluation that ends with this period; `nil` for a month, which is not evaluated.
  public func evaluation() throws(FixedDecimalError) -> Evaluation? {
    guard period.kind != .month else { return nil }
    let months = period.parts(plan.formKind).filter { part in
      part.lastDay >= (plan.reporting.from?.firstDay ?? part.lastDay) && !plan.reportingUnits(in: part).isEmpty
    }
    let own = try MonthlySnapshot(self)
    let known = earlier.snapshots.filter { months.contains($0.period) && $0.period != own.period } + [own]
    let evaluator = Evaluator(period: self, snapshots: known.sorted { $0.period < $1.period })
    return Evaluation(
      period: period, counties: try evaluator.counties(),
      departments: try evaluator.departments(),
      unknown: months.filter { month in !known.contains { $0.period == month } })
  }
}

/// Works out points.
struct Evaluator {
  let period: ConsolidatedPeriod
  let snapshots: [MonthlySnapshot]

  private var plan: Plan { period.plan }

  /// A score before it is ranked.
  private struct Entrant {
    let id: String
    let name: String
    let unit: Unit?
    let isRanked: Bool
    let items: [Score.Item]
    let deductions: [Score.Deduction]
    let adjustments: [Adjustment]
    let base: FixedDecimal?
    let total: FixedDecimal?
  }

  func counties() throws(FixedDecimalError) -> [Score] {
    let results = try period.resultsByUnit()
    var entrants: [Entrant] = []
    for id in plan.reporting.counties {
      guard let unit = plan.unit(id: id) else { continue }
      var items: [Score.Item] = []
      for own in results[id] ?? [] {
        items.append(try item(own.indicator, own.figure, own.state, own.rate))
      }
      entrants.append(try entrant(id, unit, unit.short, items, snapshots.map { ($0.period, $0.counties) }))
    }
    return ranked(entrants)
  }

  func departments() throws(FixedDecimalError) -> [Score] {
    var entrants: [Entrant] = []
    for group in period.leadGroups {
      var items: [Score.Item] = []
      for result in group.results where result.isAssessed {
        items.append(try item(result.indicator, nil, result.state, result.rate))
      }
      let id = group.unit?.id ?? group.name
      entrants.append(
        try entrant(
          id, group.unit, group.unit?.short ?? group.name, items, snapshots.map { ($0.period, $0.departments) }))
    }
    return ranked(entrants)
  }

  /// Returns an item with its points, 权重 × min(1, 完成率 ÷ 序时), not below zero; an item without a rate has all or nothing.
  private func item(
    _ indicator: Indicator, _ figure: UnitFigure?, _ state: ProgressState, _ rate: FixedDecimal?
  ) throws(FixedDecimalError) -> Score.Item {
    let weight = plan.reporting.weights[indicator.code] ?? 1
    let pace: FixedDecimal? =
      !indicator.isPaced
      ? nil : period.period.kind == .year ? .hundred : try indicator.pacePercentage(in: period.period)?.rounded(to: 1)
    var points = FixedDecimal.zero
    if let pace {
      if let rate, rate >= pace {
        points = weight
      } else if let rate, rate > 0 {
        points = try weight.multiplied(by: rate).divided(by: pace, places: 10).normalized
      }
    } else if state == .completed || state == .ahead || state == .onPace {
      points = weight
    }
    return Score.Item(
      indicator: indicator, figure: figure, state: state, weight: weight, rate: pace == nil ? nil : rate, pace: pace,
      points: points)
  }

  private func entrant(
    _ id: String, _ unit: Unit?, _ name: String, _ items: [Score.Item], _ lines: [(Period, [MonthlySnapshot.Line])]
  ) throws(FixedDecimalError) -> Entrant {
    let own = lines.compactMap { month, lines in lines.first { $0.id == id }.map { (month, $0) } }
    let deductions = try deductions(own)
    let adjustments = period.adjustments.filter { $0.unit == id }
    let base = try Self.base(items)
    var total = base
    for deduction in deductions { total = try total?.subtracting(deduction.points) }
    for adjustment in adjustments { total = try total?.adding(adjustment.points) }
    return Entrant(
      id: id, name: name, unit: unit, isRanked: period.report(of: id)?.status.counts ?? true, items: items,
      deductions: deductions, adjustments: adjustments, base: base, total: total)
  }

  private static func base(_ items: [Score.Item]) throws(FixedDecimalError) -> FixedDecimal? {
    var (points, weights) = (FixedDecimal.zero, FixedDecimal.zero)
    for item in items {
      points = try points.adding(item.points)
      weights = try weights.adding(item.weight)
    }
    return weights > 0 ? try points.percentage(of: weights) : nil
  }

  private func deductions(_ lines: [(Period, MonthlySnapshot.Line)]) throws(FixedDecimalError) -> [Score.Deduction] {
    let rules = plan.reporting.deductions
    var deductions: [Score.Deduction] = []
    var yellow: [String: [Score.Deduction.Lit]] = [:]
    var red: [String: [Score.Deduction.Lit]] = [:]
    for (month, line) in lines {
      if line.status == .late {
        deductions.append(.init(cause: .late(month, received: line.received, due: line.due), points: rules.late))
      }
      if line.status == .missing { deductions.append(.init(cause: .missing(month), points: rules.missing)) }
      if !line.returned.isEmpty {
        deductions.append(.init(cause: .returned(month, line.returned), points: rules.returned))
      }
      for item in line.lit {
        let lit = Score.Deduction.Lit(period: month, item: item)
        if item.light == .red {
          red[item.code, default: []].append(lit)
        } else {
          yellow[item.code, default: []].append(lit)
        }
      }
    }
    // In the order of the plan, whatever is judged now: a light of April stays one in June.
    for code in plan.indicators.map(\.code) {
      if let months = yellow[code], months.count >= 2 {
        let points = try rules.yellowTwice.multiplied(by: FixedDecimal(months.count / 2))
        deductions.append(.init(cause: .yellow(code: code, months), points: points))
      }
      if let months = red[code] { deductions.append(.init(cause: .red(code: code, months), points: rules.red)) }
    }
    return deductions.filter { $0.points > 0 }
  }

  private func ranked(_ entrants: [Entrant]) -> [Score] {
    let ranked = entrants.enumerated().filter { $0.element.isRanked && $0.element.total != nil }
      .sorted { left, right in
        let (a, b) = (left.element.total ?? 0, right.element.total ?? 0)
        return Self.isTie(a, b) ? left.offset < right.offset : a > b
      }.map(\.element)
    var scores: [Score] = []
    for (index, entrant) in ranked.enumerated() {
      let isTie = index > 0 && Self.isTie(ranked[index - 1].total ?? 0, entrant.total ?? 0)
      scores.append(score(entrant, isTie ? scores[index - 1].rank : index + 1))
    }
    return scores + entrants.filter { !$0.isRanked || $0.total == nil }.map { score($0, nil) }
  }

  /// Returns true if two totals are the same but for the tenth place of a division: one third and two thirds make a
  /// whole.
  private static func isTie(_ left: FixedDecimal, _ right: FixedDecimal) -> Bool {
    guard let millionths = try? left.subtracting(right).multiplied(by: 1_000_000) else { return false }
    return millionths < 1 && millionths > -1
  }

  private func score(_ entrant: Entrant, _ rank: Int?) -> Score {
    Score(
      name: entrant.name, unit: entrant.unit, items: entrant.items, deductions: entrant.deductions,
      adjustments: entrant.adjustments, base: entrant.base, total: entrant.total, rank: rank,
      previousRank: period.earlier.lastRanks[entrant.id])
  }
}

extension Evaluation {
  /// The ranks by the unit's id, or a lead's name as written.
  public var ranks: [String: Int] {
    Dictionary(
      (counties + departments).compactMap { score in score.rank.map { (score.unit?.id ?? score.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
