/// Where the units and indicators of a plan stand: a plan may have thousands.
struct PlanIndex: Hashable {
  /// Places in `Plan.units` by id; of units that share one, the first.
  private(set) var ids: [String: Int] = [:]
  /// The same by each of a unit's names, as they are compared.
  private(set) var names: [String: Int] = [:]
  /// The same by the names and short names of units that are no group, as they are printed.
  private(set) var printed: [String: Int] = [:]
  /// The characters with which the printed names begin.
  private(set) var beginnings: Set<Character> = []
  /// The lengths of the printed names in characters, the longest first.
  private(set) var lengths: [Int] = []
  /// Places of the indicators by code; of indicators that share one, the first.
  private(set) var indicators: [String: Place] = [:]

  /// The indicators that each unit reports, by its id. Units that report the same share one list.
  private(set) var reported: [String: ReportedIndicators] = [:]

  /// Where an indicator stands.
  struct Place: Hashable {
    let task: Int
    /// Among the task's indicators.
    let indicator: Int
  }

  init(_ units: [Unit], _ tasks: [PlanTask]) {
    indexUnits(units)
    indexTasks(tasks)
  }

  mutating func indexUnits(_ units: [Unit]) {
    (ids, names, printed) = ([:], [:], [:])
    for (index, unit) in units.enumerated() {
      if ids[unit.id] == nil { ids[unit.id] = index }
      for name in unit.names.map(NameKey.unit) where names[name] == nil { names[name] = index }
      guard unit.kind != .group else { continue }
      for name in [unit.name, unit.short] where !name.isEmpty && printed[name] == nil { printed[name] = index }
    }
    beginnings = Set(printed.keys.compactMap(\.first))
    lengths = Set(printed.keys.map(\.count)).sorted(by: >)
  }

  mutating func indexTasks(_ tasks: [PlanTask]) {
    indicators = [:]
    var places: [String: [Place]] = [:]
    for (task, own) in tasks.enumerated() {
      for (index, indicator) in own.indicators.enumerated() {
        let place = Place(task: task, indicator: index)
        if indicators[indicator.code] == nil { indicators[indicator.code] = place }
        for unit in Set(indicator.reportedBy) { places[unit, default: []].append(place) }
      }
    }
    var lists: [[Place]: ReportedIndicators] = [:]
    reported = places.mapValues { own in
      let list = lists[own] ?? ReportedIndicators(own)
      lists[own] = list
      return list
    }
  }
}
