internal import PlanModel

/// Reads the whole tree of a plan file into drafts; what refers to something else is linked afterwards.
struct PlanDecoder {
  /// The only schema version that this program reads.
  static let version = 1

  let log: ProblemLog

  /// The parts of a plan that need no linking, and drafts of those that do.
  struct Draft {
    var plan: Plan
    var units: [UnitDraft]
    var tasks: [TaskDraft]
    var reporting: ReportingDraft
    var doubts: [Located<Plan.Doubt>]
    var rules: RulesDraft
    var layouts: [LayoutDraft]
  }

  func decode(_ root: SourceNode) -> Draft? {
    guard var fields = FieldReader(FieldValue(node: root, path: "", log: log)) else { return nil }
    guard isReadable(fields.required("version")) else { return nil }
    let units = (fields.required("units")?.items() ?? []).compactMap { UnitDraft($0) }
    let tasks = (fields.required("tasks")?.items() ?? []).compactMap { TaskDraft($0) }
    let reporting = fields.required("reporting").flatMap { ReportingDraft($0) }
    var plan = head(&fields)
    plan.notFigures = (fields.optional("notFigures")?.items() ?? []).compactMap(notFigure)
    let doubts = (fields.optional("doubts")?.items() ?? []).compactMap(doubt)
    plan.unassigned = (fields.optional("unassigned")?.items() ?? []).compactMap(unassigned)
    let rules = RulesDraft(&fields)
    let layouts = (fields.optional("layouts")?.items() ?? []).compactMap { LayoutDraft($0) }
    plan.revisions = fields.optional("revisions")?.entries() ?? []
    fields.finish()
    return Draft(
      plan: plan, units: units, tasks: tasks, reporting: reporting ?? ReportingDraft(log: log), doubts: doubts,
      rules: rules, layouts: layouts)
  }

  private func isReadable(_ version: FieldValue?) -> Bool {
    guard let version, let text = version.text() else { return false }
    if Int(text) == Self.version { return true }
    log.add(
      .unsupportedVersion, at: version.node.place, path: version.path, found: text,
      expected: .literal(String(Self.version)))
    return false
  }

  private func head(_ fields: inout FieldReader) -> Plan {
    Plan(
      revision: fields.required("revision")?.whole() ?? 1, title: fields.required("title")?.text() ?? "",
      titleStated: fields.optional("titleStated")?.truth() ?? true, issuer: fields.required("issuer")?.text() ?? "",
      year: fields.required("year").flatMap(year) ?? 0, source: fields.optional("source").flatMap(source), units: [],
      tasks: [], reporting: Reporting(units: []))
  }

  private func year(_ value: FieldValue) -> Int? {
    value.parsed(.literal("1900–9998")) { text in Int(text).flatMap { (1900...9998).contains($0) ? $0 : nil } }
  }

  private func source(_ value: FieldValue) -> Plan.Source? {
    guard var fields = FieldReader(value) else { return nil }
    let file = fields.required("file")?.text()
    let digest = fields.required("sha256")?.parsed(.digest) { text in
      text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) } ? text : nil
    }
    fields.finish()
    guard let file, let digest else { return nil }
    return Plan.Source(file: file, sha256: digest)
  }
}
