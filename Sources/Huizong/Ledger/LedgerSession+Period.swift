import Consolidation
import Forms
import LedgerStore
import PlanModel

/// What earlier periods leave for one.
extension LedgerSession {
  /// Returns the last period's figures, where the plan has them carried for want of new ones, or where the forms are
  /// those of shorter periods.
  func previous(for period: Period) throws(JobError) -> [String: [String: FixedDecimal]] {
    guard period.kind != .month || plan.plan.indicators.contains(where: { $0.missing == .carryMarked }) else {
      return [:]
    }
    var previous: [String: [String: FixedDecimal]] = [:]
    for unit in plan.plan.reportingUnits(in: period) {
      previous[unit] = try view.earlier(of: unit, before: period).previous(of: unit, for: period)
    }
    return previous
  }

  /// Returns what earlier periods leave for one: all forms of the year before it, of whatever kind of period, and those of
  /// the same period of last year.
  func earlierMonths(for period: Period) async throws(JobError) -> EarlierMonths {
    let year = Period(kind: .year, year: period.year, ordinal: 1)
    var wanted = Set(
      Period.Kind.allCases.flatMap { year?.parts($0) ?? [] }.filter { $0.lastDay < period.lastDay })
    wanted.formUnion(period.lastYear?.closing ?? [])
    let months = await Batch.map(wanted.sorted(), workers: workers) { [view] own in
      Result { () throws(JobError) in try view.ownCandidates(of: own) }
    }
    var candidates: [Candidate] = []
    for month in months { candidates += try month.get() }
    return try await view.earlier(candidates).earlierMonths(for: period, workers: workers) { last throws(JobError) in
      try view.adjustments(of: last)
    }
  }
}
