import PlanModel
import Testing
import Validation

@Suite struct SubmissionCheckerTests {
  private static let june = Period("2024-06")!

  private func check(_ indicator: Indicator..., rows: Submission.Row..., signature: Submission.Signature? = nil)
    -> [String]
  {
    let plan = Plan(
      title: "计划", issuer: "局", year: 2024, units: [Unit(id: "east", name: "东县民政局", kind: .county)],
      tasks: [PlanTask(id: "1", heading: "任务", text: "", leads: [], responsible: [], indicators: indicator)],
      reporting: Reporting(units: ["east"]))
    let submission = Submission(
      file: "东县.xlsx", digest: "d", unit: "east", period: Self.june, rows: rows,
      signature: signature ?? .init(preparer: "甲", reviewer: "乙", phone: "1", date: nil))
    return SubmissionChecker(plan: plan, period: Self.june).check(submission).map {
      ([$0.cells.first ?? "-"] + ["\($0.id) \($0.rule)"]).joined(separator: " ")
    }
  }

  private func entry(_ cell: String, _ figure: Figure) -> Submission.Entry {
    .init(figure: figure, origin: FigureOrigin(file: "东县.xlsx", digest: "d", sheet: "填报表", cell: cell, text: "…"))
  }

  private func number(_ cell: String, _ text: String) -> Submission.Entry { entry(cell, .decimal(FixedDecimal(text)!)) }

  private let houses = Indicator(
    code: "1-01", name: "适老化改造", value: 100, measure: "户", reportedBy: ["east"], allocation: ["east": 100])

  @Test func `a sound row says nothing`() {
    #expect(
      check(houses, rows: .init(code: "1-01", previous: number("H7", "50"), cumulative: number("J7", "60"))) == [])
  }

  @Test func `blank is one finding`() {
    #expect(
      check(houses, rows: .init(code: "1-01", cumulative: entry("J7", .blank))) == ["J7 E01 required-figure-blank"])
  }

  @Test(arguments: [
    ("", ["J7 E04 cumulative-fell"]), ("核实无误", ["J7 E04 cumulative-fell", "P7 W29 explanation-empty"]),
    ("情况属实。", ["J7 E04 cumulative-fell", "P7 W29 explanation-empty"]),
    ("核减重复登记2户", ["J7 W15 cumulative-fell-explained"]),
  ])
  func `a cumulative figure that falls must be explained`(why: String, expected: [String]) {
    let row = Submission.Row(
      code: "1-01", previous: number("H7", "70"), cumulative: number("J7", "60"),
      explanation: entry("P7", why.isEmpty ? .blank : .text(why)))
    #expect(check(houses, rows: row) == expected)
  }

  @Test func `behind the pace without a reason`() {
    let bare = Submission.Row(
      code: "1-01", cumulative: number("J7", "20"), problems: entry("N7", .blank), nextSteps: entry("O7", .text("无")))
    #expect(check(houses, rows: bare) == ["N7 W02 behind-without-reason"])
    let told = Submission.Row(
      code: "1-01", cumulative: number("J7", "20"), problems: entry("N7", .text("招标延期")),
      nextSteps: entry("O7", .text("增派队伍")))
    #expect(check(houses, rows: told) == [])
  }

  @Test func `over the target`() {
    #expect(check(houses, rows: .init(code: "1-01", cumulative: number("J7", "101"))) == ["J7 W01 over-target"])
  }

  @Test(
    arguments: [("213864200", "W04 suspected-unit-shift"), ("2.1", "W04 suspected-unit-shift"), ("21386.42", nil)]
      as [(String, String?)])
  func `money in another unit of measure is seen and not changed`(text: String, expected: String?) {
    let sales = Indicator(
      code: "1-01", name: "销售量", value: 40000, measure: "万元", kind: .money, reportedBy: ["east"], places: 2)
    let row = Submission.Row(
      code: "1-01", previous: number("H7", "17408.9"), cumulative: number("J7", text),
      explanation: entry("P7", .text("当期数字另有说明")))
    #expect(check(sales, rows: row).filter { $0.contains("W04") } == (expected.map { ["J7 \($0)"] } ?? []))
  }

  @Test func `a part larger than its whole`() {
    let top = Indicator(code: "1-02", name: "已建", role: .context, accumulation: .level, reportedBy: ["east"])
    let bottom = Indicator(code: "1-03", name: "总数", role: .context, accumulation: .level, reportedBy: ["east"])
    let share = Indicator(
      code: "1-01", name: "占比", kind: .ratio, aggregate: .ratio, numerator: "1-02", denominator: "1-03")
    #expect(
      check(
        share, top, bottom, rows: .init(code: "1-02", cumulative: number("J7", "11")),
        .init(code: "1-03", cumulative: number("J8", "10")))
        == ["J7 E06 numerator-over-denominator"])
  }

  @Test func `a day that has not come, and a duty done outside its period`() throws {
    let issue = Indicator(
      code: "1-01", name: "印发", comparator: .complete, kind: .milestone, accumulation: .milestone, reportedBy: ["east"])
    let later = Figure.date(try #require(CivilDate("2024-07-02")), precision: .day)
    #expect(check(issue, rows: .init(code: "1-01", cumulative: entry("J7", later))) == ["J7 E09 date-in-future"])
    let duty = Indicator(
      code: "1-01", name: "调度", role: .mechanism, comparator: .complete, kind: .milestone, accumulation: .flow,
      reportedBy: ["east"])
    let may = Figure.date(try #require(CivilDate("2024-05-30")), precision: .day)
    #expect(check(duty, rows: .init(code: "1-01", current: entry("I7", may))) == ["I7 E09 date-in-future"])
  }

  @Test func `who filled the form does not review it`() {
    #expect(check(signature: .init(preparer: "甲", reviewer: "甲", phone: "1")) == ["- W03 preparer-is-reviewer"])
    #expect(check(signature: .init()) == ["- W18 signature-missing"])
  }
}
