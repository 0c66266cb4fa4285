internal import PlanModel

/// The units of a plan by id and by every way to write their names.
struct UnitIndex {
  let units: [Unit]
  private var byID: [String: Unit] = [:]
  private var idByName: [String: String] = [:]

  /// Logs ids and names that are given twice, parents that are not there, and groups whose members are wrong.
  init(_ drafts: [UnitDraft], log: ProblemLog) {
    units = drafts.map(\.unit)
    var places: [String: SourcePlace] = [:]
    for draft in drafts {
      if let first = places[draft.id.value] {
        log.add(.duplicateID, at: draft.id, found: draft.id.value, expected: .literal(String(first.line)))
        continue
      }
      places[draft.id.value] = draft.id.place
      byID[draft.id.value] = draft.unit
      idByName[NameKey.unit(draft.id.value)] = draft.unit.id
    }
    var namePlaces: [String: SourcePlace] = [:]
    for draft in drafts { addNames(of: draft, &namePlaces, log) }
    for draft in drafts { check(draft, log) }
  }

  private mutating func addNames(of draft: UnitDraft, _ places: inout [String: SourcePlace], _ log: ProblemLog) {
    for name in draft.names {
      if let sign = name.value.unicodeScalars.first(where: { Character($0).isControl && !Character($0).isNewline }) {
        let code = String(sign.value, radix: 16, uppercase: true)
        let shown = String(name.value.map { $0.isControl ? "□" : $0 })
        log.add(
          .unusableName, at: name, found: shown,
          expected: .literal("U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code))
      }
      let key = NameKey.unit(name.value)
      if let other = idByName[key], other != draft.unit.id {
        let line = places[key]?.line ?? 0
        log.add(.duplicateName, at: name, found: name.value, expected: .literal(String(line)))
      } else {
        idByName[key] = draft.unit.id
        places[key] = name.place
      }
    }
    for name in draft.unit.formerly where idByName[NameKey.unit(name.name)] == nil {
      idByName[NameKey.unit(name.name)] = draft.unit.id
    }
  }

  private func check(_ draft: UnitDraft, _ log: ProblemLog) {
    for name in draft.members + (draft.parent.map { [$0] } ?? []) where byID[name.value] == nil {
      log.add(.unknownUnit, at: name, found: name.value)
    }
    let unit = draft.unit
    let lists = unit.kind == .group && !unit.isVague
    let isNested = unit.members.contains { byID[$0]?.kind == .group }
    if lists == unit.members.isEmpty || isNested || (unit.isVague && unit.kind != .group) {
      log.add(.groupMembers, at: draft.members.first ?? draft.id, found: unit.name)
    }
  }

  func unit(_ id: String) -> Unit? { byID[id] }

  /// Returns the unit that an id, name, short name, alias or earlier name means.
  func resolve(_ name: String) -> Unit? {
    byID[name] ?? idByName[NameKey.unit(name)].flatMap { byID[$0] }
  }
}
