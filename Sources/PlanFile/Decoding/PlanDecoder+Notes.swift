internal import PlanModel

extension PlanDecoder {
  func notFigure(_ value: FieldValue) -> Plan.NotFigure? {
    guard var fields = FieldReader(value) else { return nil }
    let quote = fields.required("quote")?.text()
    let why = fields.required("why")?.text()
    let line = fields.optional("line")?.whole()
    let column = fields.optional("column")?.whole()
    if column != nil, line == nil {
      log.add(.missingKey, at: fields.place, path: fields.path, expected: .literal("line"))
    }
    fields.finish()
    guard let quote, let why else { return nil }
    return Plan.NotFigure(quote: quote, line: line, column: column, why: why)
  }

  func doubt(_ value: FieldValue) -> Located<Plan.Doubt>? {
    guard var fields = FieldReader(value) else { return nil }
    let about = fields.required("about")
    let subject = about?.text()
    let text = fields.required("text")?.text()
    fields.finish()
    guard let about, let subject, let text else { return nil }
    return about.located(Plan.Doubt(about: subject, text: text))
  }

  func unassigned(_ value: FieldValue) -> Plan.Unassigned? {
    guard var fields = FieldReader(value) else { return nil }
    let line = fields.required("line")?.whole()
    let text = fields.required("text")?.text()
    let why = fields.required("why")?.text()
    fields.finish()
    guard let line, let text, let why else { return nil }
    return Plan.Unassigned(line: line, text: text, why: why)
  }
}
