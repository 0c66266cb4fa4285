/// A task of a lead department's line (条线): one that counties report on.
public struct LineTask: Hashable, Sendable {
  /// A county's figure.
  public struct Item: Hashable, Sendable {
    public let indicator: Indicator
    public let unit: Unit
  }

  public let task: PlanTask
  /// What the department is to review, in the order of the plan; empty where another lead comes first.
  public let items: [Item]
}

extension Plan {
  /// Returns the tasks that a department leads and counties report on, in the order of the plan; none for a county.
  ///
  /// Each lead says how the task stands. The figures are reviewed by one, so that no two say different things: the first
  /// that reports at all.
  public func line(of unit: Unit, in period: Period) -> [LineTask] {
    guard unit.kind != .county else { return [] }
    let reporting = Set(reportingUnits(in: period))
    return tasks.filter { $0.isInForce(in: period) }.compactMap { task in
      let leads = task.leads.compactMap { self.unit(named: $0)?.id }.filter(reporting.contains)
      guard leads.contains(unit.id) else { return nil }
      let due = task.indicators.filter { $0.isDue(in: period) }
      let items = due.flatMap { indicator in
        indicator.reportedBy.filter(reporting.contains).compactMap { id in
          self.unit(id: id).flatMap { $0.kind == .county ? LineTask.Item(indicator: indicator, unit: $0) : nil }
        }
      }
      guard !items.isEmpty else { return nil }
      return LineTask(task: task, items: leads.first == unit.id ? items.filter { !$0.indicator.isWordsOnly } : [])
    }
  }
}
