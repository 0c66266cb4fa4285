import PlanModel
import Testing
import Validation

/// 上期累计 as printed against what counts now.
@Suite struct PreviousFigureTests {
  @Test(arguments: [
    (176, [], ["previous-differs"]), (176, [176], ["previous-corrected"]), (178, [176], []),
    (170, [176], ["previous-differs"]),
  ])
  func `a printed figure that was corrected since is told from one that never was`(
    printed: Int, superseded: [Int], rules: [String]
  ) {
    let indicator = Indicator(code: "1-01", name: "适老化改造", value: 500, measure: "户", reportedBy: ["east"])
    let plan = Plan(
      title: "计划", issuer: "局", year: 2024, units: [Unit(id: "east", name: "东县民政局", kind: .county)],
      tasks: [PlanTask(id: "1", heading: "任务", text: "任务。", leads: [], responsible: [], indicators: [indicator])],
      reporting: Reporting(units: ["east"]))
    let row = Submission.Row(code: "1-01", previous: .init(figure: .decimal(FixedDecimal(printed)), origin: nil))
    let june = Period("2024-06")!
    let submission = Submission(file: "东县.xlsx", digest: "d", unit: "east", period: june, rows: [row])
    let found = SubmissionChecker(rules: RulePackage(plan: plan), period: june).compare(
      submission,
      with: EarlierFigures(previous: ["1-01": 178], superseded: ["1-01": superseded.map { FixedDecimal($0) }]))
    #expect(found.map(\.rule) == rules)
  }
}
