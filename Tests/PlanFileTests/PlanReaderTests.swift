import PlanModel
import Testing

@testable import PlanFile

struct PlanReaderTests {
  @Test func `the small plan reads`() throws {
    let plan = try PlanReader().read(SmallPlan.text)
    #expect(plan.tasks.map(\.id) == ["1.1", "1.2.1"])
    let renovation = try #require(plan.indicator(code: "1.1-01"))
    #expect(renovation.value == 30)
    #expect(renovation.reportedBy == ["east", "west"])
    #expect(renovation.allocation == ["east": 18, "west": 12])
    #expect(renovation.deadline == .init(date: try #require(CivilDate("2024-12-31")), isStated: true))
    #expect(renovation.illustrative == .fields(["allocation"]))
    #expect(plan.reporting.due[.year] == .init(monthsAfter: 1, day: 15))
    #expect(plan.reporting.weights == ["1.1-01": 2])
    #expect(plan.doubts.map(\.about) == ["1.1-02"])
  }

  @Test(arguments: Spoiled.all)
  func `each kind of error is found at its line and column`(_ spoiled: Spoiled) {
    #expect(SmallPlan.problems(spoiled.text) == spoiled.problems)
  }

  @Test func `every code that a text can cause has a test`() {
    let seen = Set(
      Spoiled.all.flatMap(\.problems).compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) })
    let elsewhere: Set<PlanFileProblem.Code> = [
      .unreadable, .tooLarge, .notUTF8, .tooDeep, .tooMany, .emptyFile,
    ]
    #expect(PlanFileProblem.Code.allCases.filter { !seen.contains($0.rawValue) && !elsewhere.contains($0) } == [])
  }

  @Test func `all problems of a file are found at once, in the order of the file`() {
    let text = SmallPlan.text.replacing("role: target", with: "role: goal").replacing("month: 次月5日", with: "month: 5日")
      .replacing("issuer: 某局\n", with: "")
    let found = SmallPlan.problems(text)
    #expect(
      found == [
        "1:1 missing-key ", "25:15 bad-value tasks[0].indicators[0].role",
        "39:15 bad-value tasks[0].indicators[1].role", "60:61 bad-value tasks[1].indicators[0].role",
        "73:16 bad-value reporting.due.month",
      ])
  }

  @Test(arguments: ["", "# nothing\n", "\u{FEFF}"])
  func `a file without content is called empty`(_ text: String) {
    #expect(SmallPlan.problems(text) == ["0:0 empty-file "])
  }

  @Test func `a byte order mark does no harm`() throws {
    #expect(try PlanReader().read("\u{FEFF}" + SmallPlan.text) == PlanReader().read(SmallPlan.text))
  }

  @Test func `bytes that are no UTF-8 are refused`() {
    let error = #expect(throws: PlanFileError.self) { try PlanReader().read([0xB9, 0xE3] as [UInt8]) }
    #expect(error?.problems.map(\.code) == [.notUTF8])
  }

  @Test func `a file above the limit is refused before it is parsed`() {
    var limits = PlanReader.Limits()
    limits.bytes = 100
    let error = #expect(throws: PlanFileError.self) { try PlanReader(limits: limits).read(Array(SmallPlan.text.utf8)) }
    #expect(error?.problems.map(\.code) == [.tooLarge])
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
    String(repeating: "- ", count: 100_000), "rules: [" + String(repeating: "[", count: 70) + "]",
  ])
  func `nesting without end is refused, not followed`(_ text: String) {
    let error = #expect(throws: PlanFileError.self) { try PlanReader().read(text) }
    #expect(error?.problems.map(\.code) == [.tooDeep])
  }

  @Test(arguments: [
    "zz: [" + String(repeating: "1,", count: 1_000_000) + "1]", String(repeating: "- a: 1\n", count: 600_000),
  ])
  func `entries without end are refused, not read`(_ text: String) {
    let error = #expect(throws: PlanFileError.self) { try PlanReader().read(text) }
    #expect(error?.problems.map(\.code) == [.tooMany])
    #expect(error?.problems.first?.message(file: "plan.yaml", in: .chinese).contains("条目超过 1000000 个") == true)
  }

  @Test func `commas in quotes and remarks are no entries`() throws {
    var limits = PlanReader.Limits()
    limits.entries = SmallPlan.text.utf8.count { ",:\n".utf8.contains($0) } + 10
    let remarks = String(repeating: "# a, b: c", count: 1000) + "\n"
    #expect(try PlanReader(limits: limits).read(SmallPlan.text + remarks) == PlanReader().read(SmallPlan.text))
  }

  @Test func `a file that is not there is said so`() {
    let error = #expect(throws: PlanFileError.self) { try PlanReader().read(contentsOf: "/nowhere/plan.yaml") }
    #expect(error?.problems.map(\.code) == [.unreadable])
  }

  @Test(arguments: Language.allCases)
  func `every problem has words and a remedy in each language`(_ language: Language) {
    for spoiled in Spoiled.all {
      let error = #expect(throws: PlanFileError.self) { try PlanReader().read(spoiled.text) }
      for problem in error?.problems ?? [] {
        let sentence = problem.sentence(in: language)
        #expect(sentence.count > 12 && !sentence.hasSuffix(problem.code.rawValue), "\(spoiled.testDescription)")
      }
    }
  }

  @Test func `of very many problems a message lists the first`() throws {
    let problem = try #require(
      #expect(throws: PlanFileError.self) {
        try PlanReader().read(SmallPlan.text(replacing: "西县: 12", with: "西县: 11"))
      }?.problems.first)
    let error = PlanFileError(Array(repeating: problem, count: 250))
    let lines = error.message(file: "plan.yaml", in: .chinese).split(separator: "\n")
    #expect(lines.count == 101 && lines.last == "另有150个问题没有列出，先改正以上的再查。")
  }

  @Test func `a message names file, line, column and place`() {
    let text = SmallPlan.text(replacing: "西县: 12", with: "西县: 11")
    let error = #expect(throws: PlanFileError.self) { try PlanReader().read(text) }
    #expect(
      error?.message(file: "plan.yaml", in: .chinese)
        == "plan.yaml:35:21: tasks[0].indicators[0].allocation：各单位分解数合计 29，不等于目标 30。请核平。")
  }
}
