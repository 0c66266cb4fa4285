internal import PlanModel

/// An indicator as read, with the places of everything that must agree with something else.
struct IndicatorDraft {
  var indicator: Indicator
  let code: Located<String>
  let name: Located<String>
  let reportedBy: [Located<String>]
  let allocation: [Located<(unit: String, share: FixedDecimal)>]
  /// Where `allocation` and `value` stand, or else the indicator.
  let allocationPlace: Located<String>
  let valuePlace: Located<String>
  /// True if `value` is given, be it right or wrong.
  let hasValue: Bool
  /// By key: numerator, denominator, partOf.
  let references: [(key: String, code: Located<String>)]
  let aggregate: Located<String>

  /// The fields that a sample may make up.
  private static let fields = [
    "name", "role", "comparator", "value", "min", "max", "targets", "unit", "per", "kind", "measure", "aggregate",
    "numerator", "denominator", "partOf", "frequency", "missing", "deadline", "pace", "from", "until", "reportedBy",
    "allocation", "decimals",
  ]

  init?(_ value: FieldValue) {
    guard var fields = FieldReader(value) else { return nil }
    let code = fields.required("code").flatMap { field in field.text().map { field.located($0) } }
    let name = fields.required("name").flatMap { field in field.text().map { field.located($0) } }
    var draft = Indicator(code: code?.value ?? "", name: name?.value ?? "")
    Self.readMeaning(&draft, &fields)
    Self.readAmount(&draft, &fields)
    Self.readTime(&draft, &fields)
    references = Self.readReferences(&draft, &fields)
    reportedBy = fields.required("reportedBy")?.locatedTexts() ?? []
    let shares = fields.optional("allocation")
    allocation = (shares?.pairs() ?? []).compactMap { key, share in
      share.decimal().map { Located(value: (key.value, $0), place: key.place, path: key.path) }
    }
    allocationPlace = shares?.located("") ?? value.located("")
    let amount = fields.optional("value")
    valuePlace = amount?.located("") ?? value.located("")
    hasValue = amount != nil
    aggregate = fields.optional("aggregate")?.located("") ?? value.located("")
    draft.illustrative = fields.optional("illustrative")?.illustrative(fields: Self.fields) ?? .none
    fields.finish()
    guard let code, let name else { return nil }
    self.code = code
    self.name = name
    indicator = draft
  }

  private static func readMeaning(_ draft: inout Indicator, _ fields: inout FieldReader) {
    draft.quote = fields.required("quote")?.text() ?? ""
    draft.role = fields.required("role")?.choice() ?? draft.role
    draft.kind = fields.required("kind")?.choice() ?? draft.kind
    draft.accumulation = fields.required("measure")?.choice() ?? draft.accumulation
    draft.aggregate = fields.required("aggregate")?.choice() ?? draft.aggregate
    let comparator = fields.optional("comparator")?.choice(Indicator.Comparator.self)
    draft.comparator = comparator ?? (draft.isNumeric ? .atLeast : .complete)
    draft.isBenchmark = fields.optional("benchmark")?.truth() ?? false
    draft.continues = fields.optional("continues")?.text()
  }

  private static func readReferences(
    _ draft: inout Indicator, _ fields: inout FieldReader
  ) -> [(key: String, code: Located<String>)] {
    var references: [(key: String, code: Located<String>)] = []
    for key in ["numerator", "denominator", "partOf"] {
      guard let field = fields.optional(key), let code = field.text() else { continue }
      references.append((key, field.located(code)))
    }
    draft.numerator = references.first { $0.key == "numerator" }?.code.value
    draft.denominator = references.first { $0.key == "denominator" }?.code.value
    draft.partOf = references.first { $0.key == "partOf" }?.code.value
    return references
  }
}
