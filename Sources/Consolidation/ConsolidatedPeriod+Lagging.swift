import PlanModel

extension ConsolidatedPeriod {
  /// Results that need a leader's hand, worst first: overdue, not reported, a ceiling passed, behind the pace.
  ///
  /// Overdue ones are ordered by the days they are late, those behind by their gap; equal ones by the plan.
  public var lagging: [IndicatorResult] {
    struct Entry {
      let urgency: Int
      let late: Int
      let gap: FixedDecimal
      let result: IndicatorResult
    }
    let entries = results.compactMap { result in
      Self.urgency(result).map {
        Entry(urgency: $0, late: daysOverdue(result), gap: result.gap ?? 0, result: result)
      }
    }
    return entries.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.urgency != b.urgency { return a.urgency < b.urgency }
      if a.late != b.late { return a.late > b.late }
      return a.gap == b.gap ? left.offset < right.offset : a.gap < b.gap
    }.map(\.element.result)
  }

  /// Returns the number of days between the deadline and the period's end; 0 unless it is overdue.
  public func daysOverdue(_ result: IndicatorResult) -> Int {
    guard result.state == .overdue, let date = result.indicator.deadline?.date else { return 0 }
    return max(0, period.lastDay.dayNumber - date.dayNumber)
  }

  private static func urgency(_ result: IndicatorResult) -> Int? {
    switch result.state {
    case .overdue: 0
    case .notReported: 1
    case .behind: result.gap == nil ? 2 : 3
    case .completed, .ahead, .onPace, .notAssessed: nil
    }
  }
}
