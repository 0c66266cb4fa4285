public import PlanModel

/// The results that one department leads in the first place: 第一牵头.
public struct LeadGroup: Hashable, Sendable {
  /// The full name of the unit, or the name as written where the plan knows no such unit.
  public let name: String
  public let unit: Unit?
  /// In the order of the plan.
  public let results: [IndicatorResult]
}

extension ConsolidatedPeriod {
  /// All results by first lead: the units in the plan's order, then names that are no unit as they come.
  public var leadGroups: [LeadGroup] {
    var keys: [String] = []
    var members: [String: [IndicatorResult]] = [:]
    for result in results {
      let written = result.task.leads.first ?? ""
      let key = plan.unit(named: written)?.id ?? written
      if members[key] == nil { keys.append(key) }
      members[key, default: []].append(result)
    }
    let ordered = plan.units.map(\.id).filter { members[$0] != nil } + keys.filter { plan.unit(id: $0) == nil }
    return ordered.map { key in
      let unit = plan.unit(id: key)
      return LeadGroup(name: unit?.name ?? key, unit: unit, results: members[key] ?? [])
    }
  }
}
