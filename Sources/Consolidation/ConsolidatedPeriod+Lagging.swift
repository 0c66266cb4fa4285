import PlanModel

extension ConsolidatedPeriod {
  /// Standings that need a leader's hand, worst first: overdue, not reported, a ceiling passed, behind the pace.
  ///
  /// Overdue ones are ordered by the days they are late, those behind by their gap; equal ones by the plan.
  public var lagging: [IndicatorResult] {
    struct Entry {
      let urgency: Int
      let late: Int
      let gap: FixedDecimal
      let standing: IndicatorResult
    }
    let entries = standings.compactMap { standing in
      Self.urgency(standing).map {
        Entry(urgency: $0, late: daysOverdue(standing), gap: standing.gap ?? 0, standing: standing)
      }
    }
    return entries.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.urgency != b.urgency { return a.urgency < b.urgency }
      if a.late != b.late { return a.late > b.late }
      return a.gap == b.gap ? left.offset < right.offset : a.gap < b.gap
    }.map(\.element.standing)
  }

  /// Returns the number of days between the deadline and the period's end; 0 unless it is overdue.
  public func daysOverdue(_ standing: IndicatorResult) -> Int {
    guard standing.state == .overdue, let date = standing.indicator.deadline?.date else { return 0 }
    return max(0, period.lastDay.dayNumber - date.dayNumber)
  }

  private static func urgency(_ standing: IndicatorResult) -> Int? {
    switch standing.state {
    case .overdue: 0
    case .notReported: 1
    case .behind: standing.gap == nil ? 2 : 3
    case .completed, .ahead, .onPace, .notAssessed: nil
    }
  }
}
