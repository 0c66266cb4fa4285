/// An entry of the plan's `rules`: a rule of its own, or what changes in a built-in one. Only what is given is not `nil`.
public struct RuleChange: Hashable, Sendable {
  public var id: String
  public var name: String?
  public var grade: Finding.Grade?
  public var validFrom: Period?
  public var validUntil: Period?
  public var trialUntil: Period?
  public var scope: RuleSource.Scope?
  /// True if `scope` names a subject, rather than leaving it as it is.
  public var scopeGivesSubject = false
  public var isOff: Bool?
  public var when: RuleSource.Text?
  public var expression: RuleSource.Text?
  public var at: [RuleSource.Spot]?
  public var value: RuleSource.Text?
  public var expected: RuleSource.Text?
  public var difference: RuleSource.Text?
  public var message: String?
  public var remedy: String?
  public var messageEnglish: String?
  public var remedyEnglish: String?
  public var meaning: String?
  public var meaningEnglish: String?
  public var examples: [RuleSource.Example]?
  /// Where the entry begins.
  public var place: RuleSource.Place
  /// Where each given field begins, by its name in the plan file.
  public var places: [String: RuleSource.Place]

  public init(id: String, place: RuleSource.Place, places: [String: RuleSource.Place] = [:]) {
    self.id = id
    self.place = place
    self.places = places
  }

  /// Returns the place of a field, or of the entry.
  public func place(of field: String) -> RuleSource.Place { places[field] ?? place }
}

extension RuleSource {
  /// Returns this rule with what `change` gives.
  public func applying(_ change: RuleChange) -> RuleSource {
    var rule = self
    rule.name = change.name ?? name
    rule.grade = change.grade ?? grade
    rule.validFrom = change.validFrom ?? validFrom
    rule.validUntil = change.validUntil ?? validUntil
    rule.trialUntil = change.trialUntil ?? trialUntil
    if let new = change.scope {
      rule.scope = new
      if !change.scopeGivesSubject { rule.scope.subject = scope.subject }
    }
    rule.isOff = change.isOff ?? isOff
    rule.when = change.when ?? when
    rule.expression = change.expression ?? expression
    rule.at = change.at ?? at
    rule.value = change.value ?? value
    rule.expected = change.expected ?? expected
    rule.difference = change.difference ?? difference
    rule.words.apply(change)
    rule.examples = change.examples ?? examples
    rule.place = change.place
    return rule
  }

  /// A rule of the plan's own; `nil` unless everything that it cannot do without is given.
  public init?(_ change: RuleChange) {
    guard let name = change.name, let grade = change.grade, let expression = change.expression,
      let message = change.message, let remedy = change.remedy
    else { return nil }
    self = RuleSource(
      id: change.id, name: name, grade: grade, expression: expression, words: Words(message: message, remedy: remedy)
    ).applying(change)
  }
}

extension RuleSource.Words {
  fileprivate mutating func apply(_ change: RuleChange) {
    // Words of one language alone would leave the other saying what is no longer so.
    if let message = change.message { (self.message, messageEnglish) = (message, nil) }
    if let remedy = change.remedy { (self.remedy, remedyEnglish) = (remedy, nil) }
    if let meaning = change.meaning { (self.meaning, meaningEnglish) = (meaning, nil) }
    messageEnglish = change.messageEnglish ?? messageEnglish
    remedyEnglish = change.remedyEnglish ?? remedyEnglish
    meaningEnglish = change.meaningEnglish ?? meaningEnglish
  }
}
