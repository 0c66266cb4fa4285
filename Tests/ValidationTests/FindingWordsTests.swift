import PlanModel
import Testing
import Validation

@Suite struct FindingWordsTests {
  private func finding(_ rule: BuiltInRule, _ cells: String..., text: String? = "约八成") -> Finding {
    rule.finding(
      unit: "east", file: "东县.xlsx", sheet: "填报表", cells: cells, indicator: "1-\(cells)", column: .cumulative,
      text: text,
      value: "60", expected: "80")
  }

  @Test func `a message says where, what stands there and what is wanted`() {
    #expect(
      FindingWords(finding(.notNumber, "E7")).line() == "填报表!E7：累计完成“约八成”不是数字，请只填数字，例如80。")
    #expect(
      FindingWords(finding(.notNumber, "E7"), language: .english).line(.english)
        == "填报表!E7: 累计完成 “约八成” is no number; a number only, such as 80.")
  }

  @Test func `equal messages over many cells become one`() {
    let merged = FindingWords.merged([
      finding(.requiredBlank, "E7", text: nil), finding(.notNumber, "E8"), finding(.requiredBlank, "E9", text: nil),
      finding(.requiredBlank, "E12", text: nil),
    ])
    #expect(merged.map(\.cells) == [["E7", "E9", "E12"], ["E8"]])
    #expect(FindingWords(merged[0]).place == "填报表!E7、E9、E12")
  }

  @Test func `the indicator of a cell is named, and of several cells none`() {
    let one = FindingWords.merged([finding(.notNumber, "E7")])
    #expect(FindingWords(one[0]) { "指标\($0)" }.place == "填报表!E7（指标\(one[0].indicator ?? "")）")
    let two = FindingWords.merged([finding(.requiredBlank, "E7", text: nil), finding(.requiredBlank, "E9", text: nil)])
    #expect(two.map(\.indicator) == [nil])
    #expect(FindingWords(two[0]) { "指标\($0)" }.place == "填报表!E7、E9")
  }

  @Test(arguments: BuiltInRule.allCases)
  func `every rule has words in both languages and a number of its own`(rule: BuiltInRule) {
    for language in Language.allCases {
      let words = FindingWords(finding(rule, "E7"), language: language)
      #expect(words.what != rule.rawValue && !words.what.isEmpty)
      #expect(rule.grade == .notice || rule == .fellExplained || !words.remedy.isEmpty, "\(rule) says how to mend it")
      #expect(!words.sentence(language).contains("{"))
    }
    #expect(BuiltInRule.allCases.filter { $0.id == rule.id } == [rule])
    #expect(!rule.id.hasSuffix("00"))
  }
}
