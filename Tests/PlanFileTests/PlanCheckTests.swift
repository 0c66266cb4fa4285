import FoundationEssentials
import Glibc
import PlanFile
import PlanModel
import Testing

struct PlanCheckTests {
  private func lines(_ plan: Plan, _ document: String) throws -> [String] {
    let document = try PlanDocument(Array(document.utf8))
    return PlanCheck.run(plan, against: document).problems.map {
      "\($0.line):\($0.column) \($0.code.rawValue) \($0.subject) \($0.text)"
    }
  }

  private func lines(replacing old: String, with new: String) throws -> [String] {
    try lines(PlanReader().read(SmallPlan.text(replacing: old, with: new)), SmallPlan.document)
  }

  @Test func `a plan that agrees with its document is proved`() throws {
    let report = PlanCheck.run(
      try PlanReader().read(SmallPlan.text), against: try PlanDocument(Array(SmallPlan.document.utf8)))
    #expect(report.problems == [])
    #expect(report.summary.tasks == 2)
    #expect(report.summary.indicators == 5)
    #expect(report.summary.indicatorsByRole == [.target: 3, .context: 2])
    #expect(report.summary.numbers == 4)
    #expect(report.summary.numbersInIndicators == 3)
    #expect(report.summary.numbersExplained == 1)
    #expect(report.summary.numbersUncovered == 0)
  }

  static let disagreements: [(String, String, [String])] = [
    ("text: 完成适老化改造30户", "text: 完成适老化的改造30户", ["4:6 text-differs 1.1 的改造30户,年底前全市"]),
    ("endColumn: 33", "endColumn: 32", ["4:1 text-elsewhere 1.1 完成适老化改造30户,年底前全市90%的镇建成示…"]),
    ("heading: 提升养老服务", "heading: 提高养老服务", ["3:1 words-unassigned  (一)提升养老服务", "3:1 heading-not-found 1.1 提高养老服务"]),
    ("path: [一, (一)]", "path: [一, (二)]", ["3:1 numbering 1.1 (二)"]),
    ("leads: [福利科]", "leads: [社会福利科]", ["4:34 name-not-found 1.1 社会福利科"]),
    ("quote: 建成示范点", "quote: 建成示范镇", ["4:1 quote-not-found 1.1-03 建成示范镇"]),
    (
      "quote: 八项行动, why: title, line: 1, column: 6", "quote: 九项行动, why: title",
      ["1:1 not-figure-not-found  九项行动", "1:6 number-uncovered  八"]
    ),
    ("quote: 八项行动, why: title, line: 1, column: 6", "quote: 八, why: title", ["1:1 not-figure-too-broad  八"]),
    ("line: 1, column: 6}", "line: 1, column: 7}", ["1:6 number-uncovered  八", "1:7 not-figure-not-found  八项行动"]),
    (
      "line: 5, text: (二)加强党建", "line: 5, text: (二)党建",
      ["5:1 unassigned-not-found  (二)党建", "5:1 words-unassigned  (二)加强党建"]
    ),
    ("全市90%的镇建成示范点,实现全覆盖\n", "全市90%的镇建成示范点\n", ["4:30 number-uncovered  全覆盖"]),
    ("quote: 全市90%的", "quote: 90%的", []),
    ("完成适老化改造30户\n        role", "户\n        role", ["4:8 number-uncovered  30"]),
  ]

  @Test(arguments: disagreements)
  func `each disagreement is found at its place in the document`(
    _ old: String, _ new: String, _ expected: [String]
  ) throws {
    #expect(SmallPlan.text.contains(old))
    #expect(try lines(replacing: old, with: new) == expected)
  }

  @Test func `a text that is nowhere and has no span is said to be missing`() throws {
    let text = SmallPlan.text(replacing: "    source: {line: 6, column: 8, endLine: 6, endColumn: 14}\n", with: "")
    let plan = try PlanReader().read(text.replacing("text: 制定学习意见。", with: "text: 制定学习的意见。"))
    #expect(
      try lines(plan, SmallPlan.document) == [
        "1:1 text-not-found 1.2.1 制定学习的意见。", "6:1 words-unassigned  1.抓好学习。制定学习意见。{牵头科室:办公室}",
      ])
  }

  @Test func `another document than the one the plan was made from is said`() throws {
    let plan = try PlanReader().read(
      SmallPlan.text(
        replacing: "units:\n", with: "source: {file: a.txt, sha256: \(String(repeating: "0", count: 64))}\nunits:\n"))
    #expect(try lines(plan, SmallPlan.document).map { $0.prefix(10) } == ["1:1 digest"])
  }

  @Test func `a document that is no UTF-8 is refused`() {
    #expect(throws: PlanDocumentError.notUTF8) { try PlanDocument([0xB9, 0xE3] as [UInt8]) }
  }

  @Test(arguments: [
    ("共1,780户、65.5％和９家", ["1,780", "65.5％", "９"]), ("二十三个,一百万,八成五", ["二十三", "一百万", "八成", "五"]),
    ("2024-2026年", ["2024", "2026"]), ("进一步实现全覆盖", ["一", "全覆盖"]), ("成效明显", []), ("3. 数", []),
    ("一、抓好5项", ["5"]), ("(十二)抓好5项", ["5"]), ("（三）无", []), ("12.5公里", ["12.5"]),
  ])
  func `every way to write a number is seen`(_ line: String, _ numbers: [String]) throws {
    var plan = try PlanReader().read(SmallPlan.text)
    (plan.tasks, plan.notFigures, plan.unassigned) = ([], [], [])
    let document = try PlanDocument(Array(line.utf8))
    let found = PlanCheck.run(plan, against: document).problems.filter { $0.code == .uncovered }.map(\.text)
    #expect(found == numbers)
  }

  @Test(arguments: Language.allCases)
  func `the report says what is wrong and counts`(_ language: Language) throws {
    let plan = try PlanReader().read(SmallPlan.text(replacing: "八项行动, why", with: "项行动, why"))
    let report = PlanCheck.run(plan, against: try PlanDocument(Array(SmallPlan.document.utf8)))
    let text = report.text(plan: plan, document: "doc.txt", in: language)
    #expect(text.contains("doc.txt:1:6: "))
    #expect(text.contains("深入落实“【八】项行动”,开创"))
  }

  @Test func `of very many problems the first are listed, and how many are left`() throws {
    let numbers = (1...1_000).map { "另有\($0)处。" }.joined(separator: "\n")
    let plan = try PlanReader().read(SmallPlan.text)
    let report = PlanCheck.run(plan, against: try PlanDocument(Array("\(SmallPlan.document)\n\(numbers)".utf8)))
    let lines = report.text(plan: plan, document: "doc.txt", in: .chinese).split(separator: "\n")
    #expect(report.problems.count >= 1_000 && lines.count < 210)
    #expect(lines.contains("另有\(report.problems.count - 200)处没有列出，先改正以上的再查。"))
    #expect(lines.last == "结论：有 \(report.problems.count) 处要改。")
  }

  @Test func `a file larger than a plan may be is not read, and the limit is said`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID().uuidString)").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let limit = PlanReader.Limits().bytes
    try #require(FileManager.default.createFile(atPath: path, contents: Data(repeating: 0x20, count: limit)))
    _ = try PlanDocument(contentsOf: path)
    try #require(FileManager.default.createFile(atPath: path, contents: Data(repeating: 0x20, count: limit + 1)))
    let error = #expect(throws: PlanDocumentError.self) { _ = try PlanDocument(contentsOf: path) }
    #expect(error == .unreadable(.tooLarge(limit: limit)))
    #expect(error?.message(file: "a.txt", in: .chinese).contains("文件超过16MB") == true)
    let problems = #expect(throws: PlanFileError.self) { _ = try PlanReader().read(contentsOf: path) }?.problems
    #expect(problems?.map(\.code) == [.tooLarge] && problems?.first?.found == String(limit + 1))
  }

  @Test func `a pipe is said to be none of the files that are read`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID().uuidString)").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try #require(unsafe mkfifo(path, 0o600) == 0)
    #expect(throws: PlanDocumentError.unreadable(.special)) { _ = try PlanDocument(contentsOf: path) }
    #expect(throws: PlanFileError.self) { _ = try PlanReader().read(contentsOf: path) }
  }
}
