internal import PlanModel

/// Puts the drafts together: names become ids, groups their members, codes are looked up, figures must agree.
struct PlanLinker {
  let draft: PlanDecoder.Draft
  let units: UnitIndex
  let log: ProblemLog
  /// Positions in `reporting.units`, which is table order.
  private let order: [String: Int]

  init(_ draft: PlanDecoder.Draft, log: ProblemLog) {
    self.draft = draft
    self.log = log
    units = UnitIndex(draft.units, log: log)
    let reporting = Self.ids(draft.reporting.units, units, log)
    order = Dictionary(reporting.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func link() -> Plan {
    var plan = draft.plan
    plan.units = units.units
    checkCodes()
    plan.tasks = draft.tasks.map(task)
    plan.reporting = reporting()
    let known = Set(draft.tasks.map(\.id.value) + draft.tasks.flatMap(\.indicators).map(\.code.value))
    for doubt in draft.doubts where !known.contains(doubt.value.about) {
      log.add(.unknownCode, at: doubt, found: doubt.value.about)
    }
    plan.doubts = draft.doubts.map(\.value)
    let codes = Set(draft.tasks.flatMap(\.indicators).map(\.code.value))
    plan.layouts = layouts(codes)
    RulesLinker(codes: codes, unit: units.resolve, log: log).link(draft.rules, into: &plan)
    return plan
  }

  private func layouts(_ codes: Set<String>) -> [ForeignLayout] {
    var lines: [String: Int] = [:]
    for layout in draft.layouts {
      if let first = lines[layout.id.value] {
        log.add(.duplicateID, at: layout.id, found: layout.id.value, expected: .literal(String(first)))
      }
      lines[layout.id.value] = layout.id.place.line
      for code in layout.codes where !codes.contains(code.value) {
        log.add(.unknownCode, at: code, found: code.value)
      }
    }
    return draft.layouts.map(\.layout)
  }

  private func task(_ draft: TaskDraft) -> PlanTask {
    for name in draft.names where units.resolve(name.value) == nil {
      log.add(.unknownUnit, at: name, found: name.value)
    }
    var task = draft.task
    task.indicators = draft.indicators.map(indicator)
    return task
  }

  private func indicator(_ draft: IndicatorDraft) -> Indicator {
    var indicator = draft.indicator
    indicator.reportedBy = reporters(draft.reportedBy)
    for share in draft.allocation {
      guard let unit = units.resolve(share.value.unit) else {
        log.add(.unknownUnit, at: share, found: share.value.unit)
        continue
      }
      if indicator.allocation[unit.id] != nil {
        log.add(.shareTwice, at: share, found: share.value.unit, expected: .literal(unit.name))
      }
      if !indicator.isReported(by: unit.id) { log.add(.allocationUnit, at: share, found: share.value.unit) }
      indicator.allocation[unit.id] = share.value.share
    }
    IndicatorCheck(draft: draft, indicator: indicator, log: log).run()
    return indicator
  }

  /// Returns the ids of the units that report, in table order.
  private func reporters(_ names: [Located<String>]) -> [String] {
    var ids: [String] = []
    var known: Set<String> = []
    for name in names {
      guard let unit = units.resolve(name.value) else {
        log.add(.unknownUnit, at: name, found: name.value)
        continue
      }
      if unit.isVague { log.add(.vagueUnit, at: name, found: name.value) }
      for id in unit.kind == .group ? unit.members : [unit.id] where known.insert(id).inserted {
        ids.append(id)
        if order[id] == nil, units.unit(id) != nil {
          log.add(.notReporting, at: name, found: units.unit(id)?.name ?? id)
        }
      }
    }
    return ids.sorted { (order[$0] ?? .max) < (order[$1] ?? .max) }
  }

  private func reporting() -> Reporting {
    var reporting = draft.reporting.reporting
    reporting.units = order.sorted { $0.value < $1.value }.map(\.key)
    for county in draft.reporting.counties {
      guard let unit = units.resolve(county.value) else {
        log.add(.unknownUnit, at: county, found: county.value)
        continue
      }
      if order[unit.id] == nil { log.add(.notReporting, at: county, found: county.value) }
      reporting.counties.append(unit.id)
    }
    let codes = Set(draft.tasks.flatMap(\.indicators).map(\.code.value))
    for weight in draft.reporting.weights {
      if !codes.contains(weight.value.code) { log.add(.unknownCode, at: weight, found: weight.value.code) }
      reporting.weights[weight.value.code] = weight.value.weight
    }
    return reporting
  }

  private static func ids(_ names: [Located<String>], _ units: UnitIndex, _ log: ProblemLog) -> [String] {
    var ids: [String] = []
    var known: Set<String> = []
    for name in names {
      guard let unit = units.resolve(name.value) else {
        log.add(.unknownUnit, at: name, found: name.value)
        continue
      }
      if unit.kind == .group { log.add(.vagueUnit, at: name, found: name.value) }
      if known.insert(unit.id).inserted {
        ids.append(unit.id)
      } else {
        log.add(.duplicateName, at: name, found: name.value, expected: .literal(String(name.place.line)))
      }
    }
    return ids
  }
}
