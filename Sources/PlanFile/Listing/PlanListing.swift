public import PlanModel

/// What `plan show` shows: the tasks and indicators of a plan, all of them or those of one unit or task.
public struct PlanListing: Sendable {
  /// A task with the indicators that are shown.
  struct Item: Sendable {
    let task: PlanTask
    let indicators: [Indicator]
  }

  let plan: Plan
  /// The unit that is asked for.
  let unit: Unit?
  let items: [Item]

  /// - Parameters:
  ///   - unit: an id, name, short name or alias; only indicators that it reports are shown. A group stands for its members.
  ///   - task: a task id such as `2.5.1`.
  /// - Throws: `unknownUnit`, `unknownTask`.
  public init(_ plan: Plan, unit: String? = nil, task: String? = nil) throws(PlanListingError) {
    self.plan = plan
    self.unit = unit.flatMap(plan.unit(named:))
    if let unit, self.unit == nil {
      throw .unknownUnit(unit, known: plan.reporting.units.compactMap { plan.unit(id: $0)?.name })
    }
    if let task, !plan.tasks.contains(where: { $0.id == task }) {
      throw .unknownTask(task, known: plan.tasks.map(\.id))
    }
    let reporters = self.unit.map { Set(plan.expanded($0.id)) }
    items = plan.tasks.filter { task == nil || $0.id == task }.compactMap { task in
      guard let reporters else { return Item(task: task, indicators: task.indicators) }
      let own = task.indicators.filter { !reporters.isDisjoint(with: $0.reportedBy) }
      return own.isEmpty ? nil : Item(task: task, indicators: own)
    }
  }
}

/// A listing was asked for something that the plan does not have.
public enum PlanListingError: Error, Hashable, Sendable {
  case unknownUnit(String, known: [String])
  case unknownTask(String, known: [String])
  /// The listing cannot be put into JSON.
  case unwritable(String)

  /// Returns one line that says what is wrong and what to do.
  public func message(in language: Language) -> String {
    switch (self, language) {
    case (.unknownUnit(let name, let known), .chinese): "计划里没有单位“\(name)”。可用：\(known.joined(separator: "、"))。"
    case (.unknownUnit(let name, let known), .english):
      "the plan has no unit “\(name)”. Known: \(known.joined(separator: ", "))."
    case (.unknownTask(let id, let known), .chinese): "计划里没有任务“\(id)”。可用：\(known.joined(separator: "、"))。"
    case (.unknownTask(let id, let known), .english):
      "the plan has no task “\(id)”. Known: \(known.joined(separator: ", "))."
    case (.unwritable(let why), .chinese): "写不成 JSON（\(why)）。请改用文字格式。"
    case (.unwritable(let why), .english): "cannot be written as JSON (\(why)). Use the text format."
    }
  }
}
