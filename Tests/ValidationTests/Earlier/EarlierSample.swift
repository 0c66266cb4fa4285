import PlanModel
import Validation

/// One indicator of one unit over the months of 2024.
struct EarlierSample: Sendable {
  var indicator: Indicator
  var period = Period("2024-06")!

  init(_ edit: (inout Indicator) -> Void = { _ in }) {
    indicator = Indicator(code: "1-01", name: "适老化改造", measure: "户", reportedBy: ["east", "west"])
    edit(&indicator)
  }

  static func entry(_ text: String, cell: String, file: String) -> Submission.Entry {
    let figure: Figure =
      if let value = FixedDecimal(text) {
        .decimal(value)
      } else if text.count == 7, let month = Period(text) {
        .date(month.lastDay, precision: .month)
      } else if let day = CivilDate(text) {
        .date(day, precision: .day)
      } else if text == "—" {
        .notApplicable
      } else {
        text.isEmpty ? .blank : .text(text)
      }
    let origin = FigureOrigin(file: file, digest: file, sheet: "填报表", cell: cell, text: text)
    return .init(figure: figure, origin: text.isEmpty ? nil : origin)
  }

  /// A row of a form; an empty text is a blank cell.
  func row(
    previous: String = "", current: String = "", cumulative: String = "", why: String = "", file: String = "东县6月.xlsx"
  ) -> Submission.Row {
    .init(
      code: "1-01", previous: Self.entry(previous, cell: "H7", file: file),
      current: Self.entry(current, cell: "I7", file: file), cumulative: Self.entry(cumulative, cell: "J7", file: file),
      explanation: Self.entry(why, cell: "P7", file: file))
  }

  func known(_ period: String, _ row: Submission.Row, list: [Submission.ListRow] = []) -> EarlierFigures.Known {
    .init(period: Period(period)!, row: row, list: list)
  }

  static func object(_ name: String, _ state: String, _ day: String = "", was: String = "", at row: Int, file: String)
    -> Submission.ListRow
  {
    .init(values: [
      ListColumn.object.chinese: listed(name, "C\(row)", file),
      ListColumn.previousState.chinese: listed(was, "D\(row)", file),
      ListColumn.state.chinese: listed(state, "E\(row)", file), ListColumn.date.chinese: listed(day, "F\(row)", file),
    ])
  }

  private static func listed(_ text: String, _ cell: String, _ file: String) -> Submission.Entry {
    let figure = entry(text, cell: cell, file: file).figure
    return .init(
      figure: figure, origin: FigureOrigin(file: file, digest: file, sheet: "明细表", cell: cell, text: text))
  }

  private var plan: Plan {
    Plan(
      title: "计划", issuer: "局", year: 2024,
      units: [Unit(id: "east", name: "东县民政局", kind: .county), Unit(id: "west", name: "西县民政局", kind: .county)],
      tasks: [PlanTask(id: "1", heading: "任务", text: "任务。", leads: [], responsible: [], indicators: [indicator])],
      reporting: Reporting(units: ["east", "west"]))
  }

  /// `W20 H7 10 40（…）`: what is said of a row, with everything that the rules say of it alone.
  func findings(
    _ row: Submission.Row, _ earlier: EarlierFigures, list: [Submission.ListRow] = []
  ) -> [Finding] {
    let submission = Submission(
      file: "东县6月.xlsx", digest: "d", unit: "east", period: period, rows: [row],
      signature: .init(preparer: "甲", reviewer: "乙", phone: "0660-3361210"), lists: list.isEmpty ? [:] : ["1-01": list])
    let rules = RulePackage(plan: plan)
    let checker = SubmissionChecker(rules: rules, period: period)
    let known = rules.settled(checker.compare(submission, with: earlier), of: submission)
    return rules.withoutEchoes(known + checker.check(submission, known: known))
  }

  func ids(_ row: Submission.Row, _ earlier: EarlierFigures, list: [Submission.ListRow] = []) -> [String] {
    findings(row, earlier, list: list).map { ([$0.id] + $0.cells).joined(separator: " ") }
  }

  func sentence(_ finding: Finding) -> String { FindingWords(finding, rules: RuleCatalogue(plan: plan)).line() }
}
