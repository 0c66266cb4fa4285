import PlanFile
import PlanModel
import Testing

/// `rules` and `waivers` of a plan file.
@Suite struct PlanRulesTests {
  private func plan(_ text: String) throws -> Plan { try PlanReader().read(SmallPlan.text + text) }

  @Test func `a rule keeps every field, and where it stands`() throws {
    let plan = try plan(
      """
      rules:
        - id: X01
          name: at-least-ten
          grade: 核实性
          off: false
          validFrom: 2024-04
          validUntil: 2024Q3
          trialUntil: 2024-06
          scope: {subject: row, indicators: ["1.1-01"], unitKinds: [county], periods: [month], roles: [target], kinds: [count],
                  measures: [cumulative], aggregates: [sum], links: [total], paced: true, recurring: false}
          when: 本期 是 数字
          expression: 累计 >= 10
          at: [累计, problems]
          value: 累计
          expected: "10"
          difference: 累计 - 10
          message: 太少
          remedy: 请核对
          messageEnglish: too few
          remedyEnglish: check
          meaning: 每期至少十户
          meaningEnglish: ten a period
          examples:
            - {values: {累计: 12, 本期: 无}, holds: true}

      """)
    let rule = try #require(plan.rules.first)
    #expect(rule.id == "X01" && rule.name == "at-least-ten" && rule.grade == .warning && rule.isOff == false)
    #expect(
      [rule.validFrom, rule.validUntil, rule.trialUntil].map { $0?.description } == ["2024-04", "2024Q3", "2024-06"])
    #expect(
      rule.scope
        == .init(
          .row, indicators: ["1.1-01"], unitKinds: [.county], periods: [.month], roles: [.target], kinds: [.count],
          accumulations: [.cumulative], aggregates: [.sum], links: [.total], isPaced: true, isRecurring: false))
    #expect(rule.at == [.cumulative, .problems])
    #expect(
      [rule.when, rule.expression, rule.value, rule.expected, rule.difference].map { $0?.text }
        == ["本期 是 数字", "累计 >= 10", "累计", "10", "累计 - 10"])
    #expect([rule.message, rule.remedy, rule.meaning] == ["太少", "请核对", "每期至少十户"])
    #expect([rule.messageEnglish, rule.remedyEnglish, rule.meaningEnglish] == ["too few", "check", "ten a period"])
    #expect(rule.examples == [.init(values: rule.examples?.first?.values ?? [], holds: true)])
    #expect(rule.examples?.first?.values.map { "\($0.name)=\($0.figure)" } == ["累计=12", "本期=无"])
    #expect(rule.place == .init(line: 77, column: 5) && rule.place(of: "grade") == .init(line: 79, column: 5))
  }

  @Test(arguments: [
    ("expression: 累计 >= 10", 3, "78:20"), ("expression: \"累计 >= 10\"", 3, "78:21"),
    ("expression: '累计 >= 10'", 3, "78:21"), ("expression: |\n        累计\n          >= 10", 5, "80:11"),
    ("expression: >-\n\n        累计\n        >= 10", 4, "81:9"), ("expression: 累计\n        >= 10", 3, "79:9"),
    ("expression: \"累计 in (\\\"甲\\\", 乙)\"", 8, "78:27"), ("expression: '''甲'' = 累计'", 4, "78:24"),
  ])
  func `a character of an expression has its place in the file`(_ field: String, _ offset: Int, _ place: String) throws
  {
    let plan = try plan("rules:\n  - id: X01\n    \(field)\n")
    let found = try #require(plan.rules.first?.expression?.place(ofCharacter: offset))
    #expect("\(found.line):\(found.column)" == place)
  }

  @Test func `a waiver names who asked, who approved, why and until when`() throws {
    let plan = try plan(
      """
      waivers:
        - {rule: E04, unit: 东县, indicator: "1.1-01", askedBy: 甲, approvedBy: 乙, why: 核减, until: 2024-06}
        - {rule: W01, unit: 各县民政局, askedBy: 甲, approvedBy: 乙, why: 核减, until: 2024-07-15}
        - {rule: over-target, askedBy: 甲, approvedBy: 乙, why: 核减, until: 2024}

      """)
    #expect(plan.waivers.map(\.unit) == ["east", "east", "west", nil])
    #expect(plan.waivers.map(\.until.description) == ["2024-06-30", "2024-07-15", "2024-07-15", "2024-12-31"])
    #expect(plan.waivers.map(\.indicator) == ["1.1-01", nil, nil, nil])
    #expect(plan.waivers.first?.place == .init(line: 77, column: 5))
  }

  @Test(arguments: [
    ("rules:\n  - {id: X01, colour: red}", ["77:15 unknown-key rules[0]"]),
    ("rules:\n  - {name: x}", ["77:5 missing-key rules[0]"]),
    ("rules:\n  - {id: X01, grade: fatal}", ["77:22 bad-value rules[0].grade"]),
    ("rules:\n  - {id: X01, scope: {kinds: [number]}}", ["77:31 bad-value rules[0].scope.kinds[0]"]),
    ("rules:\n  - {id: X01, scope: {indicators: [\"9.9-01\"]}}", ["77:36 unknown-code rules[0].scope.indicators[0]"]),
    ("rules:\n  - {id: X01, at: [J7]}", ["77:20 bad-value rules[0].at[0]"]),
    ("rules:\n  - {id: X01, expression: [1]}", ["77:27 wrong-shape rules[0].expression"]),
    ("rules:\n  - {id: X01, validFrom: 2024-06, validUntil: 2024-05}", ["77:15 order rules[0]"]),
    ("rules:\n  - {id: X01}\n  - {id: X01}", ["78:10 duplicate-id rules[1].id"]),
    (
      "rules:\n  - {id: X01, examples: [{values: {累计: [1]}, holds: maybe}]}",
      ["77:40 wrong-shape rules[0].examples[0].values.累计", "77:53 bad-value rules[0].examples[0].holds"]
    ),
    ("waivers:\n  - {rule: E04, why: 核减, askedBy: 甲, approvedBy: 乙}", ["77:5 missing-key waivers[0]"]),
    ("waivers:\n  - {rule: E04, why: 核减, askedBy: 甲, approvedBy: 乙, until: 永远}", ["77:60 bad-value waivers[0].until"]),
    (
      "waivers:\n  - {rule: E04, unit: 南县, why: 核减, askedBy: 甲, approvedBy: 乙, until: 2024}",
      ["77:23 unknown-unit waivers[0].unit"]
    ),
    (
      "waivers:\n  - {rule: E04, indicator: \"1\", why: 核减, askedBy: 甲, approvedBy: 乙, until: 2024}",
      ["77:28 unknown-code waivers[0].indicator"]
    ),
  ])
  func `what is wrong in a rule or waiver is found at its line and column`(_ text: String, _ problems: [String]) {
    #expect(SmallPlan.problems(SmallPlan.text + text + "\n") == problems)
  }
}
