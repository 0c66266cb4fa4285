import Forms
import PlanModel
import Validation

/// What earlier submissions say of the figures of a later form.
extension EarlierSubmissions {
  /// Returns 上期累计 by code: the figure of the indicator's own period before this one, never an older one.
  ///
  /// At the start of the year everything that adds up begins at zero; a recurring duty begins with the first period
  /// that is reported.
  func previous(of unit: String, for period: Period) -> [String: FixedDecimal] {
    var previous: [String: FixedDecimal] = [:]
    let indicators = plan.indicators(reportedBy: unit, in: period)
    previous.reserveCapacity(indicators.count)
    for indicator in indicators {
      let before = before(indicator, period)
      if before.startsHere {
        if !indicator.accumulation.isState {
          previous[indicator.code] = 0
        } else if indicator.entryKind.hasPrevious {
          // How it stood before the year, only the unit's first form says.
          previous[indicator.code] = firstRow(of: unit, within: period, indicator.code)?.figure(in: .previous).number
        }
      } else {
        previous[indicator.code] =
          row(of: unit, before.period, indicator.code)?.figure(in: .cumulative).number
          // On the first form of a longer period, what was not reported before it begins where its shorter forms began.
          ?? firstRow(of: unit, within: period, indicator.code)?.figure(in: .previous).number
      }
    }
    return previous
  }

  /// Returns the same for all units that report, by id.
  func previous(for period: Period) -> [String: [String: FixedDecimal]] {
    var previous: [String: [String: FixedDecimal]] = [:]
    for unit in plan.reportingUnits(in: period) { previous[unit] = self.previous(of: unit, for: period) }
    return previous
  }

  /// Returns the objects of lists that are open by the last word on each of them, by the indicator's code: those of the
  /// last list first, in its order.
  ///
  /// A month between that is missing, sent back or in dispute closes nothing, nor does a list that left an object out.
  func open(of unit: String, for period: Period) -> [String: [FormLayout.ListObject]] {
    let periods = periods(of: unit, before: period)
    var open: [String: [FormLayout.ListObject]] = [:]
    for indicator in plan.indicators(reportedBy: unit, in: period) where indicator.kind == .list {
      let known = known(indicator.code, of: unit, in: periods)
      guard !known.isEmpty else { continue }
      var seen: Set<String> = []
      open[indicator.code] = known.flatMap(\.list).compactMap { row in
        let state = row.figure(ListColumn.state.chinese)
        guard case .text(let object) = row.figure(ListColumn.object.chinese),
          seen.insert(NameKey.object(object)).inserted
        else { return nil }
        // A state that is not known leaves the object open: nothing is dropped on a guess.
        guard case .text(let word) = state else { return .init(name: object, state: ListState.notStarted.chinese) }
        return ListState(chinese: word)?.isOpen == false ? nil : .init(name: object, state: word)
      }
    }
    return open
  }

  /// Returns what a unit's form is compared with.
  func figures(of unit: String, for period: Period) -> EarlierFigures {
    var earlier = EarlierFigures(previous: previous(of: unit, for: period))
    let periods = periods(of: unit, before: period)
    let begin = plan.reporting.from?.firstDay
    earlier.isFirst = !plan.formPeriods(before: period).contains { own in begin.map { own.lastDay >= $0 } ?? true }
    for indicator in plan.indicators(reportedBy: unit, in: period) {
      earlier.known[indicator.code] = known(indicator.code, of: unit, in: periods)
      guard let before = before(indicator, period).period else { continue }
      earlier.superseded[indicator.code] = superseded(of: unit, before, indicator.code)
      earlier.sums[indicator.code] = sum(of: indicator, unit, until: before)
    }
    return earlier
  }

  /// Adds the indicator's own figures from its first known period on to what that one began with; `nil` where a period in
  /// between is not known.
  private func sum(of indicator: Indicator, _ unit: String, until last: Period) -> FixedDecimal? {
    var period: Period? = last
    var sum = FixedDecimal.zero
    var first: Submission.Row?
    while let own = period, let row = row(of: unit, own, indicator.code) {
      guard let value = row.figure(in: .current).number, let next = try? sum.adding(value) else { return nil }
      (sum, first) = (next, row)
      period = before(indicator, own).period
    }
    return first?.figure(in: .previous).number.flatMap { try? sum.adding($0) }
  }

  /// Returns what the rules of a row may look back at.
  func rows(of unit: String, for period: Period) -> RowHistory {
    var history = RowHistory()
    for indicator in plan.indicators(reportedBy: unit, in: period) {
      history.last[indicator.code] = row(of: unit, before(indicator, period).period, indicator.code)
      // `2023/2.5.1-02`: the year of last year's plan, and the code that the indicator had in it.
      guard let parts = indicator.continues?.split(separator: "/", maxSplits: 1), parts.count == 2,
        Int(parts[0]) == period.year - 1
      else { continue }
      history.lastYear[indicator.code] = row(of: unit, period.lastYear, String(parts[1]))
    }
    return history
  }

  /// Returns the period of an indicator before the one that ends with `period`, and whether there is none in the year.
  private func before(_ indicator: Indicator, _ period: Period) -> (period: Period?, startsHere: Bool) {
    let step = max(indicator.frequency.months, period.kind.months)
    let month = period.lastMonth - step
    if month <= 0 || (indicator.isRecurring && plan.periodsDue(indicator, by: period) <= 1) { return (nil, true) }
    return (Period(kind: period.kind, year: period.year, ordinal: month / period.kind.months), false)
  }
}
