import PlanModel
public import XLSXReading

extension SubmissionReader {
  /// Reads a form of last year's plan of the same issuer by the layout that it carries; `nil` for any other file.
  ///
  /// Last year's plan itself is not needed: the layout says what stood in each row.
  public func readLastYears(bytes: [UInt8], file: String, limits: ReadLimits = .standard) -> ReadForm? {
    guard let workbook = try? Workbook(bytes: bytes, limits: limits) else { return nil }
    let found = SourceWorkbook(workbook)
    let values = found.stampValues
    guard let stamp = FormStamp(properties: values), let json = StampSheet.json(values),
      Digest.hex(of: Array(json.utf8)) == stamp.content, let layout = FormLayout(json: json),
      stamp.plan == FormLayout.planKey(issuer: plan.issuer, year: plan.year - 1)
    else { return nil }
    let reader = SubmissionReader(plan: Self.plan(of: layout, units: plan), period: nil, key: key)
    guard case .form(let form)? = reader.readForms(found, file: file, digest: Digest.hex(of: bytes)).first?.reading
    else {
      return nil
    }
    return form
  }

  /// Returns as much of last year's plan as reading a form takes.
  private static func plan(of layout: FormLayout, units plan: Plan) -> Plan {
    let indicators = layout.rows.map { Indicator(code: $0.code, name: $0.indicator, measure: $0.measure) }
    return Plan(
      revision: layout.revision, title: layout.title, issuer: plan.issuer, year: plan.year - 1, units: plan.units,
      tasks: [PlanTask(id: "", heading: "", text: "", leads: [], responsible: [], indicators: indicators)],
      reporting: plan.reporting)
  }
}
