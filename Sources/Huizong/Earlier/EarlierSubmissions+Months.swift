import Consolidation
import PlanModel
import Validation

/// What earlier submissions leave for a later period: a snapshot of each month, last figures, ranks.
extension EarlierSubmissions {
  /// Returns what the earlier periods leave for one.
  ///
  /// - Parameter adjustments: returns the points that people gave and took in a period.
  func earlierMonths(
    for period: Period, workers: Int,
    adjustments: (Period) throws(JobError) -> [Adjustment] = { _ in [] }
  ) async throws(JobError) -> EarlierMonths {
    var (last, lastYear) = (EarlierMonths.Figures(), EarlierMonths.Figures())
    for unit in plan.reportingUnits(in: period) {
      for (code, value) in lastFigures(of: unit, before: period) { last[code, default: [:]][unit] = value }
      for (code, row) in rows(of: unit, for: period).lastYear {
        if let value = row.figure(in: .cumulative).number { lastYear[code, default: [:]][unit] = value }
      }
    }
    let snapshots = try await snapshots(before: period, workers: workers)
    return EarlierMonths(
      snapshots: snapshots, lastPeriod: last, lastYear: lastYear, carried: carried(for: period),
      objects: sightings(before: period), lastRanks: try lastRanks(before: period, snapshots, adjustments),
      unread: unread.filter { !$0.isNoWorkbook }.map(\.place))
  }

  /// Consolidates anew those of the year's months that end before a period does and of which anything came in.
  private func snapshots(before period: Period, workers: Int) async throws(JobError) -> [MonthlySnapshot] {
    let byPeriod = Dictionary(grouping: candidates, by: \.submission.period)
    // No month asks for another's.
    let months = plan.formPeriods(before: period).filter { byPeriod[$0] != nil }
    let made = await Batch.map(months, workers: workers) { month in
      Result { () throws(JobError) in try snapshot(of: month, byPeriod[month] ?? []) }
    }
    var snapshots: [MonthlySnapshot] = []
    for one in made { snapshots.append(try one.get()) }
    return snapshots
  }

  private func snapshot(of month: Period, _ own: [Candidate]) throws(JobError) -> MonthlySnapshot {
    do throws(FixedDecimalError) {
      let consolidated = try Consolidator(
        plan: plan, period: month, previous: previous(for: month),
        choices: choices[month] ?? FileChoices()
      )
      .consolidate(own)
      return try MonthlySnapshot(consolidated)
    } catch {
      throw JobError(.overflow, month.description)
    }
  }

  /// Returns what is carried where an item is missing at a period's end: what the form before its last one said.
  private func carried(for period: Period) -> EarlierMonths.Figures {
    let closing = plan.formPeriod(closing: period)
    var carried: EarlierMonths.Figures = [:]
    let codes = Set(plan.indicators.filter { $0.missing == .carryMarked }.map(\.code))
    guard !codes.isEmpty else { return [:] }
    for (unit, figures) in previous(for: closing) {
      for (code, value) in figures where codes.contains(code) { carried[code, default: [:]][unit] = value }
    }
    return carried
  }

  /// Returns the ranks of the evaluation before a period's; empty where nothing is known of its end, or across the turn of the year.
  private func lastRanks(
    before period: Period, _ snapshots: [MonthlySnapshot],
    _ adjustments: (Period) throws(JobError) -> [Adjustment]
  ) throws(JobError) -> [String: Int] {
    guard period.kind != .month, let last = period.previous, last.year == period.year else { return [:] }
    let closing = candidates.filter { last.isClosed(by: $0.submission.period) }
    guard !closing.isEmpty else { return [:] }
    let given = try adjustments(last)
    do {
      return try Consolidator(
        plan: plan, period: last, previous: previous(for: last),
        choices: choices[plan.formPeriod(closing: last)] ?? FileChoices(),
        earlier: EarlierMonths(
          snapshots: snapshots.filter { $0.period.lastDay < last.lastDay }, carried: carried(for: last)),
        adjustments: given
      ).consolidate(closing).evaluation()?.ranks ?? [:]
    } catch {
      throw JobError(.overflow, last.description)
    }
  }

  /// Returns what a unit did in the period before, by code; of a level, how it stood. Nothing across the turn of the year.
  private func lastFigures(of unit: String, before period: Period) -> [String: FixedDecimal] {
    guard let last = period.previous, last.year == period.year else { return [:] }
    let form = plan.formPeriod(closing: last)
    let opening = form == last ? [:] : previous(of: unit, for: last)
    var figures: [String: FixedDecimal] = [:]
    for indicator in plan.indicators(reportedBy: unit, in: last) where !indicator.isDated {
      guard let row = row(of: unit, last, indicator.code) else { continue }
      let value: FixedDecimal? =
        if indicator.accumulation.isState {
          row.figure(in: .cumulative).number
        } else if form == last {
          row.figure(in: .current).number
        } else {
          row.figure(in: .cumulative).number.flatMap { value in
            opening[indicator.code].flatMap { try? value.subtracting($0) }
          }
        }
      if let value { figures[indicator.code] = value }
    }
    return figures
  }
}
