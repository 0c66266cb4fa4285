import FoundationEssentials
import PlanModel
import Testing
import Validation

@testable import Huizong

/// `huizong rules`, over the sample plan of the project.
@Suite struct RulesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    .path()
  private static let plan = "\(root)/samples/shanwei-2024/plan.yaml"
  private static let june = "\(root)/samples/shanwei-2024/submissions/2024-06"
  private static let months = ["2024-04", "2024-05"].map { "\(root)/samples/shanwei-2024/submissions/\($0)" }

  private func compare(_ rules: String, inboxes: [String] = [june]) async throws -> RuleComparison {
    let folder = try Folder()
    try folder.write(rules, to: "new.yaml")
    let job = try CompareRulesJob(
      plan: OpenPlan(path: Self.plan), old: Self.plan, new: "\(folder.path)/new.yaml", inboxes: inboxes,
      history: Self.months, workers: 2)
    return try await job.run()
  }

  @Test func `equal rules change nothing`() async throws {
    let comparison = try await compare("rules: []\nwaivers: []\n")
    #expect(!comparison.hasChanges && comparison.files.count == 17)
    #expect(comparison.text(in: .chinese) == "文件17个：0个有变化，共0处；改为退回0个，改为收下0个。")
  }

  @Test func `what other rules would change is said file by file`() async throws {
    let comparison = try await compare(
      """
      rules:
        - {id: W08, grade: error}
        - {id: E04, trialUntil: 2024-06}
        - {id: E09, off: true}
      waivers:
        - {rule: W10, unit: 海丰县民政局, askedBy: 海丰, approvedBy: 局长, why: 系统升级, until: 2024-06}

      """)
    let lines = comparison.text(in: .chinese).split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasSuffix("慈善社工科（6月）.xlsx：收下 → 退回") })
    #expect(lines.contains { $0.hasSuffix("陆丰市民政局2024年6月填报表.xlsx：退回 → 收下") })
    #expect(lines.contains { $0.hasPrefix("  W08 填报表!J12") && $0.hasSuffix("核实性 → 强制性") })
    #expect(lines.contains { $0.hasPrefix("  E04 填报表!J7") && $0.hasSuffix("强制性 → 强制性（试行至2024年6月，不计）") })
    #expect(lines.contains { $0.hasPrefix("  E09 填报表!I8") && $0.hasSuffix("强制性 → 不提") })
    #expect(lines.contains { $0.hasPrefix("  W10 填报表!J10") && $0.hasSuffix("核实性 → 核实性（已由局长同意豁免至2024年6月30日）") })
    #expect(lines.last == "文件17个：4个有变化，共4处；改为退回1个，改为收下2个。")
  }

  @Test(arguments: [
    ("rules:\n  - {id: E04, grade: fatal}\n", ":2:22: "), ("rules: []\nunits: []\n", ":2:1: "),
    ("rules:\n  - {id: E04, when: \"累计 >\"}\n", ":2:26: "), ("rules: [", ":"),
    ("rules:\n  - {id: E20, off: true}\n", ":2:15: "),
    ("waivers:\n  - {rule: E99, askedBy: 甲, approvedBy: 乙, why: 丙, until: 2024}\n", ":2:5: "),
  ])
  func `rules that cannot be used are refused with line and column`(rules: String, place: String) async throws {
    let error = await #expect(throws: JobError.self) { _ = try await compare(rules) }
    #expect(error?.message(in: .chinese).contains("new.yaml\(place)") == true, "\(error?.message(in: .chinese) ?? "")")
  }

  @Test func `the list is text, JSON or the catalogue`() throws {
    let book = try RuleBook(plan: Self.plan)
    let text = try book.list(as: .text, in: .chinese)
    let rules = text.split(separator: "\n")
    #expect(rules.first?.hasPrefix("E01  强制性  required-figure-blank") == true)
    #expect(rules.count == Set(rules.map { $0.prefix(3) }).count && rules.count > 60)
    let json = try book.list(as: .json, in: .english)
    #expect(json.contains("\"version\" : 1") && json.contains("\"expression\" : \"累计 <= 应完成\""))
    #expect(try book.list(as: .markdown, in: .chinese).contains("| E04 | `cumulative-fell` |"))
  }

  @Test func `a rule is explained by id or name, one that is not there is told`() throws {
    let book = try RuleBook(plan: nil)
    #expect(
      try book.explanation(of: "E04", in: .english) == book.explanation(of: "cumulative-fell", in: .english))
    let error = #expect(throws: JobError.self) { try book.explanation(of: "E99", in: .chinese) }
    #expect(error?.message(in: .chinese).contains("E99") == true)
  }

  /// What `explain` shows can be copied into a plan as it is, for every rule.
  @Test func `the entry that explain shows is one that a plan takes`() async throws {
    let book = try RuleBook(plan: nil)
    let entries = try book.catalogue.rules.map { rule in
      let explanation = try book.explanation(of: rule.id, in: .chinese)
      return String(explanation[try #require(explanation.firstRange(of: "rules:\n")).upperBound...])
    }
    let changed = try await compare("rules:\n" + entries.joined(separator: "\n"), inboxes: []).new
    for rule in book.catalogue.rules {
      #expect(
        changed.rule(rule.id)?.grade == rule.grade && changed.rule(rule.id)?.expression.text == rule.expression.text)
      #expect(changed.rule(rule.id)?.place != nil, "\(rule.id) is in the plan")
    }
  }

  @Test func `the first rules and waivers of a plan file are read to the last field`() async throws {
    let path = "\(Self.root)/Tests/Compatibility/rules-v1.yaml"
    let job = try CompareRulesJob(
      plan: OpenPlan(path: Self.plan), old: Self.plan, new: path, inboxes: [], history: [], workers: 1)
    let rules = try await job.run().new
    let own = try #require(rules.rule("X01"))
    #expect(own.name == "at-least-ten" && own.grade == .warning && own.at == [.cumulative, .problems])
    #expect(
      [own.validFrom, own.validUntil, own.trialUntil].map { $0?.description } == ["2024-04", "2024Q3", "2024-06"])
    #expect(own.scope.accumulations == [.flow, .cumulative] && own.scope.unitKinds == [.affiliated])
    #expect(own.when?.text == "本期 是 数字" && own.expression.text == "累计 >= 10" && own.examples.count == 2)
    #expect(own.words.messageEnglish == "{column} {value} is below {expected}")
    #expect(rules.rule("E04")?.grade == .warning)
    let waiver = try #require(rules.plan?.waivers.first)
    #expect(waiver.unit == "lottery" && waiver.until.description == "2024-09-30" && waiver.why == "追加任务")
  }
}
