public import PlanModel

extension RuleSource {
  public func meaning(in language: Language) -> String {
    language(words.meaning, words.meaningEnglish ?? words.meaning)
  }
  public func message(in language: Language) -> String {
    language(words.message, words.messageEnglish ?? words.message)
  }
  public func remedy(in language: Language) -> String { language(words.remedy, words.remedyEnglish ?? words.remedy) }

  /// Returns 停用, 试行 and the like; empty for a rule that simply holds.
  public func state(in language: Language) -> String {
    var parts: [String] = []
    if isOff { parts.append(language("停用", "off")) }
    if let validFrom { parts.append(language("\(validFrom.chinese)起", "from \(validFrom)")) }
    if let validUntil { parts.append(language("至\(validUntil.chinese)", "until \(validUntil)")) }
    if let trialUntil { parts.append(language("试行至\(trialUntil.chinese)", "on trial until \(trialUntil)")) }
    return parts.joined(separator: language("，", ", "))
  }
}

extension RuleSource.Example {
  /// Returns the values of an example: `累计 22，上期累计 176`.
  public func values(in language: Language) -> String {
    values.map { given in
      let figure = given.figure.isEmpty ? language("空白", "blank") : given.figure
      return "\(given.name) \(figure)"
    }.joined(separator: language("，", ", "))
  }
}

extension RuleSource.Scope {
  /// Returns the scope, `每个指标的行；kinds: money`: the subject, then each field that narrows it as the plan file spells it.
  public func words(in language: Language) -> String {
    let fields: [(String, [String])] = [
      ("indicators", indicators), ("unitKinds", unitKinds.map(\.rawValue)), ("periods", periods.map(\.rawValue)),
      ("roles", roles.map(\.rawValue)), ("kinds", kinds.map(\.rawValue)), ("measures", accumulations.map(\.rawValue)),
      ("aggregates", aggregates.map(\.rawValue)), ("links", links.map(\.rawValue)),
      ("paced", isPaced.map { [String($0)] } ?? []), ("recurring", isRecurring.map { [String($0)] } ?? []),
    ]
    let narrowed = fields.filter { !$0.1.isEmpty }.map { "\($0): \($1.joined(separator: ", "))" }
    return ([subject.words(in: language)] + narrowed).joined(separator: language("；", "; "))
  }
}

extension RuleSource.Subject {
  public func words(in language: Language) -> String {
    switch self {
    case .row: language("每个指标的行", "each indicator's row")
    case .form: language("整份表", "a form as a whole")
    case .period: language("一期的全部报送件", "all submissions of a period")
    case .reading: language("读表时发现", "seen in reading")
    }
  }
}
