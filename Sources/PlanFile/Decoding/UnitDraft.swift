internal import PlanModel

/// A unit as read, with the places of everything that must agree with other units.
struct UnitDraft {
  let unit: Unit
  let id: Located<String>
  /// All ways to write it, the name first.
  let names: [Located<String>]
  let members: [Located<String>]
  let parent: Located<String>?

  /// The fields that a sample may make up.
  private static let fields = [
    "name", "short", "kind", "level", "parent", "aliases", "members", "from", "until", "formerly",
  ]

  init?(_ value: FieldValue) {
    guard var fields = FieldReader(value) else { return nil }
    let id = fields.required("id").flatMap { field in field.text().map { field.located($0) } }
    let name = fields.required("name").flatMap { field in field.text().map { field.located($0) } }
    let short = fields.optional("short").flatMap { field in field.text().map { field.located($0) } }
    let kind = fields.required("kind")?.choice(Unit.Kind.self)
    let level = fields.optional("level")?.text()
    parent = fields.optional("parent").flatMap { field in field.text().map { field.located($0) } }
    let aliases = fields.optional("aliases")?.locatedTexts() ?? []
    members = fields.optional("members")?.locatedTexts() ?? []
    let isVague = fields.optional("vague")?.truth() ?? false
    let (from, until) = fields.span()
    let formerly = (fields.optional("formerly")?.items() ?? []).compactMap(Self.formerName)
    let illustrative = fields.optional("illustrative")?.illustrative(fields: Self.fields) ?? .none
    fields.finish()
    guard let id, let name, let kind else { return nil }
    self.id = id
    names = [name] + (short.map { [$0] } ?? []) + aliases
    unit = Unit(
      id: id.value, name: name.value, short: short?.value, kind: kind, level: level, parent: parent?.value,
      aliases: aliases.map(\.value), members: members.map(\.value), isVague: isVague, from: from, until: until,
      formerly: formerly, illustrative: illustrative)
  }

  private static func formerName(_ value: FieldValue) -> Unit.FormerName? {
    guard var fields = FieldReader(value) else { return nil }
    let name = fields.required("name")?.text()
    let until = fields.optional("until")?.period()
    fields.finish()
    return name.map { Unit.FormerName(name: $0, until: until) }
  }
}
