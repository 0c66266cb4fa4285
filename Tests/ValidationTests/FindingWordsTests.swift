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
      FindingWords(finding(.notNumber, "E7")).line() == "填报表!E7：累计完成“约八成”不是数字，读不懂的是“60”，请只填数字，例如80，其余的话写在“进展情况”。")
    #expect(
      FindingWords(finding(.notNumber, "E7"), language: .english).line(.english)
        == "填报表!E7: 累计完成 “约八成” is no number: “60” does not fit; a number only, such as 80.")
  }

  @Test func `equal messages over many cells become one`() {
    let merged = FindingWords.merged([
      finding(.requiredBlank, "E7", text: nil), finding(.notNumber, "E8"), finding(.requiredBlank, "E9", text: nil),
      finding(.requiredBlank, "E12", text: nil),
    ])
    #expect(merged.map(\.cells) == [["E7", "E9", "E12"], ["E8"]])
    #expect(FindingWords(merged[0]).place == "填报表!E7、E9、E12")
  }

  @Test func `a blank column is one finding, whatever its cells are for`() {
    func blank(_ cell: String, _ column: FormColumn, _ expected: String) -> Finding {
      BuiltInRule.requiredBlank.finding(
        file: "东县.xlsx", sheet: "填报表", cells: [cell], indicator: "1-\(cell)", column: column, expected: expected)
    }
    let merged = FindingWords.merged([
      blank("J7", .cumulative, "数字"), blank("I8", .current, "数字"), blank("J9", .cumulative, "日期"),
    ])
    #expect(merged.map(\.cells) == [["J7", "I8", "J9"]])
    #expect(merged.map(\.column) == ["累计完成；本期完成"])
    #expect(merged.map(\.expected) == ["数字；日期"])
  }

  @Test func `of one rule a few are shown, and how many more there are`() {
    let many = (1...5).map { finding(.notNumber, "E\($0)", text: "约\($0)") } + [finding(.approximate, "E9")]
    let shown = FindingWords.shown(many, atMost: 2)
    #expect(shown.map(\.finding.cells) == [["E1"], ["E2"], ["E9"]])
    #expect(shown.map(\.more) == [0, 3, 0])
    #expect(FindingWords.shown(many, atMost: 5).map(\.more) == [0, 0, 0, 0, 0, 0])
  }

  @Test func `numbers of people in a cell are masked in words`() {
    let words = FindingWords(finding(.notNumber, "E7", text: "问张三13812345678"))
    #expect(words.what == "累计完成“问张三138****5678”不是数字，读不懂的是“60”")
    // A number is masked whole before a long text is cut in its middle.
    let long = FindingWords(finding(.notNumber, "E7", text: String(repeating: "字", count: 32) + "13812345678"))
    #expect(long.what.contains("138****5") && !long.what.contains("13812"))
    #expect(Finding.Resolution.explained("见13812345678").words(in: .chinese) == "已说明：见138****5678")
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
