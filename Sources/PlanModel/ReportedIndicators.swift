import Synchronization

/// The indicators that some units of a plan report, in the order of the plan, and which of them stand on the form of a
/// period: every form of a batch asks for them several times.
final class ReportedIndicators: Hashable, Sendable {
  private let places: [PlanIndex.Place]
  private let due = Mutex<[Period: [Indicator]]>([:])

  init(_ places: [PlanIndex.Place]) { self.places = places }

  /// Returns those that are due in a period.
  ///
  /// - Parameter tasks: of the plan, always the same.
  func due(in period: Period, of tasks: [PlanTask]) -> [Indicator] {
    if let known = due.withLock({ $0[period] }) { return known }
    let found = places.compactMap { place in
      let task = tasks[place.task]
      return task.isInForce(in: period) && task.indicators[place.indicator].isDue(in: period)
        ? task.indicators[place.indicator] : nil
    }
    due.withLock { $0[period] = found }
    return found
  }

  static func == (left: ReportedIndicators, right: ReportedIndicators) -> Bool { left.places == right.places }

  func hash(into hasher: inout Hasher) { hasher.combine(places) }
}
