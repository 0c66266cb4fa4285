internal import PlanModel

/// An entry of `rules` as read; codes are still to be looked up.
struct RuleDraft {
  var change: RuleChange
  let id: Located<String>
  let indicators: [Located<String>]

  init?(_ value: FieldValue) {
    guard var fields = FieldReader(value) else { return nil }
    let id = fields.required("id").flatMap { field in field.text().map { field.located($0) } }
    var change = RuleChange(id: id?.value ?? "", place: RuleSource.Place(value.node.place))
    for name in fields.names { change.places[name] = RuleSource.Place(fields.keyPlace(name)) }
    change.name = fields.optional("name")?.text()
    change.grade = fields.optional("grade")?.grade()
    change.isOff = fields.optional("off")?.truth()
    Self.readValidity(&change, &fields)
    Self.readExpressions(&change, &fields)
    Self.readWords(&change, &fields)
    change.examples = fields.optional("examples")?.items().compactMap(Self.example)
    var codes: [Located<String>] = []
    if let scope = fields.optional("scope") { change.scope = Self.scope(scope, &codes, &change) }
    indicators = codes
    fields.finish()
    guard let id else { return nil }
    self.id = id
    self.change = change
  }

  private static func readValidity(_ change: inout RuleChange, _ fields: inout FieldReader) {
    change.validFrom = fields.optional("validFrom")?.period()
    change.validUntil = fields.optional("validUntil")?.period()
    change.trialUntil = fields.optional("trialUntil")?.period()
    guard let from = change.validFrom, let until = change.validUntil, from.firstDay > until.lastDay else { return }
    fields.log.add(
      .order, at: fields.keyPlace("validFrom"), path: fields.path, found: from.description,
      expected: .literal(until.description))
  }

  private static func readExpressions(_ change: inout RuleChange, _ fields: inout FieldReader) {
    change.when = fields.optional("when")?.expression()
    change.expression = fields.optional("expression")?.expression()
    change.value = fields.optional("value")?.expression()
    change.expected = fields.optional("expected")?.expression()
    change.difference = fields.optional("difference")?.expression()
    let spots = RuleSource.Spot.allCases.map(\.rawValue)
    change.at = fields.optional("at")?.items().compactMap { item in
      item.parsed(.oneOf(spots)) { RuleSource.Spot(named: $0) }
    }
  }

  private static func readWords(_ change: inout RuleChange, _ fields: inout FieldReader) {
    change.message = fields.optional("message")?.text()
    change.remedy = fields.optional("remedy")?.text()
    change.messageEnglish = fields.optional("messageEnglish")?.text()
    change.remedyEnglish = fields.optional("remedyEnglish")?.text()
    change.meaning = fields.optional("meaning")?.text()
    change.meaningEnglish = fields.optional("meaningEnglish")?.text()
  }

  private static func example(_ value: FieldValue) -> RuleSource.Example? {
    guard var fields = FieldReader(value) else { return nil }
    let values = fields.required("values")?.pairs().compactMap { key, value in
      value.scalar().map { RuleSource.Example.Given(key.value, $0, place: RuleSource.Place(key.place)) }
    }
    let holds = fields.required("holds")?.truth()
    fields.finish()
    guard let values, let holds else { return nil }
    return RuleSource.Example(values: values, holds: holds)
  }

  private static func scope(_ value: FieldValue, _ codes: inout [Located<String>], _ change: inout RuleChange)
    -> RuleSource.Scope?
  {
    guard var fields = FieldReader(value) else { return nil }
    var scope = RuleSource.Scope()
    if let subject = fields.optional("subject")?.choice(RuleSource.Subject.self) {
      (scope.subject, change.scopeGivesSubject) = (subject, true)
    }
    codes = fields.optional("indicators")?.locatedTexts() ?? []
    scope.indicators = codes.map(\.value)
    scope.unitKinds = fields.optional("unitKinds")?.choices() ?? []
    scope.periods = fields.optional("periods")?.choices() ?? []
    scope.roles = fields.optional("roles")?.choices() ?? []
    scope.kinds = fields.optional("kinds")?.choices() ?? []
    scope.accumulations = fields.optional("measures")?.choices() ?? []
    scope.aggregates = fields.optional("aggregates")?.choices() ?? []
    scope.links = fields.optional("links")?.choices() ?? []
    scope.isPaced = fields.optional("paced")?.truth()
    scope.isRecurring = fields.optional("recurring")?.truth()
    fields.finish()
    return scope
  }
}

extension RuleSource.Place {
  init(_ place: SourcePlace) { self.init(line: place.line, column: place.column) }
}
