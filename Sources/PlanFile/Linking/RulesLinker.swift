internal import PlanModel

/// Looks up the indicators of rules, and the units and indicators of waivers.
struct RulesLinker {
  /// Of the plan's indicators.
  let codes: Set<String>
  let unit: (String) -> Unit?
  let log: ProblemLog

  func link(_ rules: RulesDraft, into plan: inout Plan) {
    var lines: [String: Int] = [:]
    for rule in rules.rules {
      if let line = lines[rule.id.value] {
        log.add(.duplicateID, at: rule.id, found: rule.id.value, expected: .literal(String(line)))
      }
      lines[rule.id.value] = rule.id.place.line
      for code in rule.indicators where !codes.contains(code.value) {
        log.add(.unknownCode, at: code, found: code.value)
      }
    }
    plan.rules = rules.rules.map(\.change)
    plan.waivers = rules.waivers.flatMap(waivers)
  }

  /// Returns one waiver for each unit that is meant.
  private func waivers(_ draft: WaiverDraft) -> [Waiver] {
    if let code = draft.indicator, !codes.contains(code.value) { log.add(.unknownCode, at: code, found: code.value) }
    return members(draft.unit).map { unit in
      Waiver(
        rule: draft.rule, unit: unit, indicator: draft.indicator?.value, askedBy: draft.askedBy,
        approvedBy: draft.approvedBy, why: draft.why, until: draft.until, place: RuleSource.Place(draft.place))
    }
  }

  private func members(_ name: Located<String>?) -> [String?] {
    guard let name else { return [nil] }
    guard let unit = unit(name.value) else {
      log.add(.unknownUnit, at: name, found: name.value)
      return []
    }
    return unit.kind == .group ? unit.members : [unit.id]
  }
}
