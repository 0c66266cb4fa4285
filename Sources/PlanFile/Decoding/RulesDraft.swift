internal import PlanModel

/// What a plan says of its rules, as read: units and codes are still to be looked up.
struct RulesDraft {
  let rules: [RuleDraft]
  let waivers: [WaiverDraft]

  init(_ fields: inout FieldReader) {
    rules = (fields.optional("rules")?.items() ?? []).compactMap { RuleDraft($0) }
    waivers = (fields.optional("waivers")?.items() ?? []).compactMap { WaiverDraft($0) }
  }
}

/// An entry of `waivers` as read.
struct WaiverDraft {
  let rule: String
  let unit: Located<String>?
  let indicator: Located<String>?
  let askedBy: String
  let approvedBy: String
  let why: String
  let until: CivilDate
  let place: SourcePlace

  init?(_ value: FieldValue) {
    guard var fields = FieldReader(value) else { return nil }
    let rule = fields.required("rule")?.text()
    unit = fields.optional("unit").flatMap { field in field.text().map { field.located($0) } }
    indicator = fields.optional("indicator").flatMap { field in field.text().map { field.located($0) } }
    let askedBy = fields.required("askedBy")?.text()
    let approvedBy = fields.required("approvedBy")?.text()
    let why = fields.required("why")?.text()
    let until = fields.required("until")?.lastDay()
    fields.finish()
    guard let rule, let askedBy, let approvedBy, let why, let until else { return nil }
    (self.rule, self.askedBy, self.approvedBy, self.why, self.until) = (rule, askedBy, approvedBy, why, until)
    place = value.node.place
  }
}
