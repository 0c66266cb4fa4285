internal import PlanModel

/// How the plan is reported, as read; unit names and codes are still to be looked up.
struct ReportingDraft {
  var reporting: Reporting
  let units: [Located<String>]
  let counties: [Located<String>]
  let weights: [Located<(code: String, weight: FixedDecimal)>]

  /// The fields that a sample may make up.
  private static let fields = [
    "units", "counties", "from", "due", "holidays", "holidayDates", "lights", "deductions", "weights",
  ]

  /// Stands in for a missing section while the rest of the file is read.
  init(log: ProblemLog) {
    reporting = Reporting(units: [])
    (units, counties, weights) = ([], [], [])
  }

  init?(_ value: FieldValue) {
    guard var fields = FieldReader(value) else { return nil }
    units = fields.required("units")?.locatedTexts() ?? []
    counties = fields.optional("counties")?.locatedTexts() ?? []
    weights = (fields.optional("weights")?.pairs() ?? []).compactMap { key, weight in
      weight.positive().map { Located(value: (key.value, $0), place: key.place, path: key.path) }
    }
    reporting = Reporting(units: [])
    reporting.from = fields.optional("from")?.parsed(.month) { text in
      Period(text).flatMap { $0.kind == .month ? $0 : nil }
    }
    reporting.due = fields.optional("due").map(Self.due) ?? [:]
    reporting.holidays = fields.optional("holidays")?.choice() ?? .none
    reporting.holidayDates = (fields.optional("holidayDates")?.items() ?? []).compactMap { $0.date() }
    reporting.key = fields.optional("key")?.text()
    reporting.fonts = fields.optional("fonts")?.choice() ?? .common
    reporting.stampedCopy = fields.optional("stampedCopy")?.truth() ?? false
    reporting.yellowPoints = fields.optional("lights").flatMap(Self.yellow) ?? reporting.yellowPoints
    reporting.deductions = fields.optional("deductions").map(Self.deductions) ?? .standard
    reporting.illustrative = fields.optional("illustrative")?.illustrative(fields: Self.fields) ?? .none
    fields.finish()
  }

  private static func due(_ value: FieldValue) -> [Period.Kind: Reporting.DueRule] {
    guard var fields = FieldReader(value) else { return [:] }
    var rules: [Period.Kind: Reporting.DueRule] = [:]
    for kind in Period.Kind.allCases { rules[kind] = fields.optional(kind.rawValue)?.dueRule() }
    fields.finish()
    return rules
  }

  private static func yellow(_ value: FieldValue) -> FixedDecimal? {
    guard var fields = FieldReader(value) else { return nil }
    let points = fields.required("yellow")?.positive()
    fields.finish()
    return points
  }

  private static func deductions(_ value: FieldValue) -> Reporting.Deductions {
    var deductions = Reporting.Deductions.standard
    guard var fields = FieldReader(value) else { return deductions }
    deductions.late = fields.optional("late")?.decimal() ?? deductions.late
    deductions.missing = fields.optional("missing")?.decimal() ?? deductions.missing
    deductions.returned = fields.optional("returned")?.decimal() ?? deductions.returned
    deductions.yellowTwice = fields.optional("yellowTwice")?.decimal() ?? deductions.yellowTwice
    deductions.red = fields.optional("red")?.decimal() ?? deductions.red
    fields.finish()
    return deductions
  }
}
