import PlanModel
import Testing

@testable import PlanFile

@Suite struct PlanTextEditorTests {
  private static let shares: [(unit: String, share: FixedDecimal)] = [
    ("东县", FixedDecimal("60")!), ("西县", FixedDecimal("40.5")!),
  ]
  private static let written = "allocation: {东县: 60, 西县: 40.5}"

  private func edited(_ text: String) throws -> [String] {
    var editor = PlanTextEditor(text)
    let isFound = editor.setAllocation(of: "1-02", to: Self.shares)
    try #require(isFound)
    return editor.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: ["", "  ", "    "])
  func `an allocation is put behind the reporters, however their list is indented`(deeper: String) throws {
    let lines = try edited(
      "indicators:\n- code: 1-02 # 第二\n  reportedBy:\n  \(deeper)- east\n  \(deeper)- west\n  measure: 户\n- code: 1-03")
    #expect(
      lines == [
        "indicators:", "- code: 1-02 # 第二", "  reportedBy:", "  \(deeper)- east", "  \(deeper)- west",
        "  \(Self.written)", "  measure: 户", "- code: 1-03",
      ])
  }

  @Test(arguments: ["allocation: {东县: 1}", "allocation:\n    东县: 1\n    西县: 2"])
  func `an allocation takes the place of the earlier one`(earlier: String) throws {
    let lines = try edited("- code: \"1-02\"\n  \(earlier)\n  value: 100\n")
    #expect(lines == ["- code: \"1-02\"", "  \(Self.written)", "  value: 100", ""])
  }

  @Test(arguments: [
    ("illustrative: [value, allocation]", ["  illustrative: [value]"]), ("illustrative: [allocation]", []),
    ("illustrative:\n  - value\n  - allocation # 示例", ["  illustrative:", "  - value"]),
    ("illustrative:\n    - allocation", []),
  ])
  func `the mark that the shares were made is taken away, other marks stay`(marks: String, left: [String]) throws {
    #expect(try edited("- code: 1-02\n  \(marks)") == ["- code: 1-02"] + left + ["  \(Self.written)"])
  }

  @Test func `line ends and remarks stay as they are`() {
    var editor = PlanTextEditor("- code: 1-02\r\n  value: 100\r\n\r\n# 下一项\r\n- code: 1-03\r\n")
    let isFound = editor.setAllocation(of: "1-02", to: Self.shares)
    #expect(isFound)
    #expect(editor.text == "- code: 1-02\r\n  value: 100\r\n  \(Self.written)\r\n\r\n# 下一项\r\n- code: 1-03\r\n")
  }

  @Test func `a code that no block has changes nothing`() {
    let text = "- code: 1-021\n  value: 100\n"
    var editor = PlanTextEditor(text)
    let isFound = editor.setAllocation(of: "1-02", to: Self.shares)
    #expect(!isFound && editor.text == text)
  }
}
