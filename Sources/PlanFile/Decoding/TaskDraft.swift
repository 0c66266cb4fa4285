internal import PlanModel

/// A task as read; its indicators are drafts.
struct TaskDraft {
  var task: PlanTask
  let id: Located<String>
  /// Leads first.
  let names: [Located<String>]
  let indicators: [IndicatorDraft]

  init?(_ value: FieldValue) {
    guard var fields = FieldReader(value) else { return nil }
    let id = fields.required("id").flatMap { field in field.text().map { field.located($0) } }
    let path = fields.required("path")?.texts() ?? []
    let heading = fields.required("heading")?.text()
    let text = fields.required("text")?.text()
    let leads = fields.required("leads")?.locatedTexts() ?? []
    let responsible = fields.required("responsible")?.locatedTexts() ?? []
    let source = fields.optional("source").flatMap(Self.span)
    let (from, until) = fields.span()
    let reason = fields.optional("reason")?.text()
    indicators = (fields.required("indicators")?.items() ?? []).compactMap { IndicatorDraft($0) }
    fields.finish()
    guard let id, let heading, let text else { return nil }
    self.id = id
    names = leads + responsible
    task = PlanTask(
      id: id.value, path: path, heading: heading, text: text, leads: leads.map(\.value),
      responsible: responsible.map(\.value), source: source, from: from, until: until, reason: reason, indicators: [])
  }

  private static func span(_ value: FieldValue) -> SourceSpan? {
    guard var fields = FieldReader(value) else { return nil }
    let line = fields.required("line")?.whole()
    let column = fields.required("column")?.whole()
    let endLine = fields.required("endLine")?.whole()
    let endColumn = fields.required("endColumn")?.whole()
    fields.finish()
    guard let line, let column, let endLine, let endColumn else { return nil }
    guard line > 0, column > 0, (line, column) <= (endLine, endColumn) else {
      value.log.add(
        .order, at: value.node.place, path: value.path, found: "\(line):\(column)",
        expected: .literal("\(endLine):\(endColumn)"))
      return nil
    }
    return SourceSpan(line: line, column: column, endLine: endLine, endColumn: endColumn)
  }
}
