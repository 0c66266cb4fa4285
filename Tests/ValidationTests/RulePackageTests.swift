import PlanModel
import Testing

@testable import Validation

/// A plan's rules compiled and run.
@Suite struct RulePackageTests {
  private static let june = Period("2024-06")!

  private let houses = Indicator(
    code: "1-01", name: "适老化改造", value: 100, measure: "户", reportedBy: ["east"], allocation: ["east": 100])
  private let money = Indicator(
    code: "1-02", name: "补助", role: .context, measure: "万元", kind: .money, reportedBy: ["east"])

  private func plan(_ changes: RuleChange..., waivers: [Waiver] = []) -> Plan {
    Plan(
      title: "计划", issuer: "局", year: 2024, units: [Unit(id: "east", name: "东县民政局", kind: .county)],
      tasks: [PlanTask(id: "1", heading: "任务", text: "", leads: [], responsible: [], indicators: [houses, money])],
      rules: changes, waivers: waivers, reporting: Reporting(units: ["east"]))
  }

  private func own(_ expression: String, id: String = "X01", edit: (inout RuleChange) -> Void = { _ in }) -> RuleChange
  {
    var change = RuleChange(id: id, place: .init(line: 9, column: 3))
    var text = RuleSource.Text(expression)
    text.add(.init(line: 12, column: 17), at: 0)
    (change.name, change.grade, change.expression) = ("own-\(id)", .error, text)
    (change.message, change.remedy) = ("{column}{value}太少", "请核对")
    edit(&change)
    return change
  }

  private func entry(_ cell: String, _ figure: Figure, _ text: String = "…") -> Submission.Entry {
    .init(figure: figure, origin: FigureOrigin(file: "东.xlsx", digest: "d", sheet: "填报表", cell: cell, text: text))
  }

  private func number(_ cell: String, _ value: Int) -> Submission.Entry { entry(cell, .decimal(FixedDecimal(value))) }

  private func check(
    _ plan: Plan, _ rows: Submission.Row..., known: [Finding] = [], history: RowHistory = RowHistory()
  ) -> [Finding] {
    let submission = Submission(
      file: "东.xlsx", digest: "d", unit: "east", period: Self.june, rows: rows,
      signature: .init(preparer: "甲", reviewer: "乙", phone: "1"))
    let package = RulePackage(plan: plan)
    #expect(package.problems == [])
    return SubmissionChecker(rules: package, period: Self.june).check(submission, known: known, history: history)
  }

  private var sound: Submission.Row { .init(code: "1-01", previous: number("H7", 50), cumulative: number("J7", 60)) }

  @Test func `a rule of the plan's own is asked of the rows in its scope`() {
    let rule = own("累计 >= 70") { ($0.value, $0.expected, $0.difference) = ("累计", "70", "累计 - 70") }
    let findings = check(plan(rule), sound)
    #expect(findings.map(\.id) == ["X01"] && findings.map(\.cells) == [["J7"]])
    #expect(findings.map { [$0.value, $0.expected, $0.difference] } == [["60", "70", "-10"]])
    #expect(findings.map(\.indicator) == ["1-01"])
    let elsewhere = own("累计 >= 70") { $0.scope = .init(indicators: ["1-02"]) }
    #expect(check(plan(elsewhere), sound) == [])
    let off = own("累计 >= 70") { $0.isOff = true }
    #expect(check(plan(off), sound) == [])
    let later = own("累计 >= 70") { $0.validFrom = Period("2024-07") }
    #expect(check(plan(later), sound) == [])
  }

  @Test func `a changed expression takes the place of the built-in one`() {
    var change = RuleChange(id: "E04", place: .init(line: 9, column: 3))
    change.expression = "累计 > 上期累计 或 已说明"
    let level = Submission.Row(code: "1-01", previous: number("H7", 60), cumulative: number("J7", 60))
    #expect(check(plan(), level) == [])
    #expect(check(plan(change), level).map(\.id) == ["E04"])
  }

  @Test func `an expression looks at other rows, at history and at what was remarked`() {
    let other = own("累计 ÷ 1户 >= [1-02].累计 ÷ 1万元") { $0.scope = .init(indicators: ["1-01"]) }
    #expect(check(plan(other), sound, .init(code: "1-02", cumulative: number("J8", 61))).map(\.id) == ["X01"])
    let last = own("上期.累计 = 上期累计") { $0.scope = .init(indicators: ["1-01"]) }
    let history = RowHistory(last: ["1-01": .init(code: "1-01", cumulative: number("J7", 40))])
    #expect(check(plan(last), sound, history: history).map(\.id) == ["X01"])
    #expect(check(plan(last), sound) == [], "what is not known is not judged")
    let remarked = own("非 读表发现(\"approximate-value\")")
    let known = BuiltInRule.approximate.finding(
      unit: "east", file: "东.xlsx", sheet: "填报表", cells: ["J7"], indicator: "1-01")
    #expect(check(plan(remarked), sound, known: [known]).map(\.id) == ["X01"])
  }

  @Test(arguments: [
    ("累计 >", "12:21", "应为"), ("累计 > 5 + [9-99].累计", "12:26", "[9-99]"), ("累计 + 1", "12:17", "判断"),
    ("累计 > [1-02].累计", "12:22", "万元"), ("读表发现(\"nothing\")", "12:17", "nothing"), ("完成 > 1", "12:17", "完成"),
  ])
  func `what is wrong in an expression is said with line and column`(text: String, place: String, word: String) throws {
    let problems = RulePackage(plan: plan(own(text) { $0.scope = .init(indicators: ["1-01"]) })).problems
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    let message = problem.message(file: "plan.yaml", in: .chinese)
    #expect(message.hasPrefix("plan.yaml:\(place): 规则 X01"), "\(message)")
    #expect(message.contains(word), "\(message)")
    #expect(problem.message(file: "plan.yaml", in: .english).hasPrefix("plan.yaml:\(place): rule X01"))
  }

  @Test func `a rule over many indicators names the first that it does not fit`() {
    let problems = RulePackage(plan: plan(own("累计 > 5户"))).problems
    #expect(problems.map(\.indicator) == ["1-02"])
  }

  @Test func `a blank cell that reading remarked on is said once`() {
    let blank = Submission.Row(code: "1-01", cumulative: entry("J7", .blank, "约八成"))
    #expect(check(plan(), blank).map(\.id) == ["E01"])
    let known = BuiltInRule.notNumber.finding(
      unit: "east", file: "东.xlsx", sheet: "填报表", cells: ["J7"], indicator: "1-01")
    #expect(check(plan(), blank, known: [known]) == [])
  }

  @Test func `a dash where the unit has a share goes back`() {
    let dash = Submission.Row(code: "1-01", cumulative: entry("J7", .notApplicable, "—"))
    #expect(
      check(plan(), dash).map { FindingWords($0, rules: RuleCatalogue(plan: plan())).what }
        == ["累计完成填了“—”，但这一项不能是不适用：分解数100户"])
    #expect(check(plan(), .init(code: "1-02", cumulative: entry("J8", .notApplicable, "—"))) == [])
  }

  @Test func `an explained warning is answered, and a copied explanation answers nothing`() {
    func over(_ code: String, _ cell: String, _ why: String) -> Submission.Row {
      .init(code: code, cumulative: number("J\(cell)", 101), explanation: entry("P\(cell)", .text(why), why))
    }
    let told = check(plan(), over("1-01", "7", "新增两处安置点"))
    #expect(told.map(\.id) == ["W01"] && told.map(\.resolution) == [.explained("新增两处安置点")])
    let copied = check(
      plan(), over("1-01", "7", "新增两处安置点"),
      .init(code: "1-02", cumulative: number("J8", 5), explanation: entry("P8", .text("新增两处安置点。"))))
    #expect(copied.map(\.id) == ["W01", "W29"] && copied.allSatisfy(\.isOpen))
    // One cell merged over both rows is one explanation.
    let merged = check(
      plan(), over("1-01", "7", "新增两处安置点"),
      .init(code: "1-02", cumulative: number("J8", 5), explanation: entry("P7", .text("新增两处安置点"))))
    #expect(merged.map(\.resolution) == [.explained("新增两处安置点")])
    #expect(
      check(plan(), .init(code: "1-02", cumulative: number("J8", 5), explanation: entry("P8", .text("属实")))) == [])
  }

  @Test func `a waived or trial finding is shown and does not count`() throws {
    let until = try #require(CivilDate("2024-12-31"))
    let waiver = Waiver(
      rule: "W01", unit: nil, indicator: nil, askedBy: "东县", approvedBy: "局长", why: "追加", until: until,
      place: .init(line: 1, column: 1))
    let row = Submission.Row(code: "1-01", cumulative: number("J7", 101))
    #expect(check(plan(waivers: [waiver]), row).map(\.resolution) == [.waived(by: "局长", until: until)])
    let trial = own("累计 < 100") { $0.trialUntil = Self.june }
    #expect(check(plan(trial), row).map(\.resolution) == [.open, .trial(until: Self.june)])
  }

  @Test func `examples that are missing, untrue or unreadable are told`() {
    let rule = own("累计 >= 70") { change in
      change.examples = [
        .init(values: [.init("累计", "60")], holds: true), .init(values: [.init("colour", "60")], holds: true),
      ]
    }
    let examples = RuleExamples(RuleCatalogue(plan: plan(rule)))
    let lines = examples.text(in: .chinese).split(separator: "\n")
    #expect(lines.count == 4 && lines.dropLast().allSatisfy { $0.hasPrefix("X01 own-X01：") })
    #expect(lines[0].contains("缺少一个不符的例子") && lines[1].contains("“累计 60”应符合，结果不符"))
    #expect(lines[2].contains("“colour”读不懂"))
  }
}
