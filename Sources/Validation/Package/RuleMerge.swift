import PlanModel

/// Puts the plan's entries over the built-in rules, and says which of them cannot be.
struct RuleMerge {
  private(set) var rules: [RuleSource]
  private(set) var problems: [RuleProblem] = []
  private let builtIn: Set<String>

  init(_ rules: [RuleSource]) {
    self.rules = rules
    builtIn = Set(rules.map(\.id))
  }

  mutating func add(_ change: RuleChange) {
    for (field, template) in [
      ("message", change.message), ("remedy", change.remedy), ("messageEnglish", change.messageEnglish),
      ("remedyEnglish", change.remedyEnglish),
    ] {
      for name in MessageTemplate.unknownNames(in: template ?? "") {
        problems.append(RuleProblem(.placeholder, change.id, at: change.place(of: field), found: name))
      }
    }
    guard let index = rules.firstIndex(where: { $0.id == change.id }) else { return addOwn(change) }
    guard builtIn.contains(change.id) else { return }
    if isAllowed(change, for: rules[index]) { rules[index] = rules[index].applying(change) }
  }

  private mutating func addOwn(_ change: RuleChange) {
    guard let rule = RuleSource(change) else {
      let given: [(String, Bool)] = [
        ("name", change.name != nil), ("grade", change.grade != nil), ("expression", change.expression != nil),
        ("message", change.message != nil), ("remedy", change.remedy != nil),
      ]
      for (field, isGiven) in given where !isGiven {
        problems.append(RuleProblem(.missingField, change.id, at: change.place, found: field))
      }
      return
    }
    if rules.contains(where: { $0.name == rule.name }) {
      problems.append(RuleProblem(.nameTaken, change.id, at: change.place(of: "name"), found: rule.name))
    }
    if rule.scope.subject == .reading || rule.scope.subject == .period {
      problems.append(
        RuleProblem(.subject, change.id, at: change.place(of: "scope"), found: rule.scope.subject.rawValue))
    }
    rules.append(rule)
  }

  private mutating func isAllowed(_ change: RuleChange, for rule: RuleSource) -> Bool {
    let before = problems.count
    if let name = change.name, name != rule.name {
      problems.append(RuleProblem(.nameFixed, change.id, at: change.place(of: "name"), found: rule.name))
    }
    if rule.isFixed {
      let words: Set = [
        "id", "name", "message", "remedy", "meaning", "messageEnglish", "remedyEnglish", "meaningEnglish",
      ]
      for field in change.places.keys.sorted() where !words.contains(field) {
        problems.append(RuleProblem(.fixedRule, change.id, at: change.place(of: field), found: field))
      }
    } else if rule.isObserved {
      for field in ["when", "expression", "at", "value", "expected", "difference", "examples"]
      where change.places[field] != nil {
        problems.append(RuleProblem(.observed, change.id, at: change.place(of: field), found: field))
      }
    }
    if let scope = change.scope, scope.subject != rule.scope.subject, change.scopeGivesSubject {
      problems.append(
        RuleProblem(.subject, change.id, at: change.place(of: "scope"), found: scope.subject.rawValue))
    }
    return problems.count == before
  }

  /// Checks that each waiver names a rule that there is and that may be waived.
  mutating func check(_ waivers: [Waiver]) {
    for waiver in waivers {
      let rule = rules.first { $0.id == waiver.rule || $0.name == waiver.rule }
      if rule == nil { problems.append(RuleProblem(.unknownRule, waiver.rule, at: waiver.place, found: waiver.rule)) }
      if rule?.isFixed == true {
        problems.append(RuleProblem(.fixedRule, waiver.rule, at: waiver.place, found: "waivers"))
      }
    }
  }
}
