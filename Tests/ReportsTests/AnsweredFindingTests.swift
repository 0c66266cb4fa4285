import Consolidation
import PlanModel
import Testing
import Validation

/// Findings that ask nothing of anybody are shown, and do not count.
@Suite struct AnsweredFindingTests {
  private func book(_ words: String = "新增两处安置点") throws -> WrittenSummary {
    let until = try #require(CivilDate("2024-12-31"))
    let answers: [(BuiltInRule, String, Finding.Resolution)] = [
      (.overTarget, "J7", .explained(words)), (.cumulativeFell, "J8", .waived(by: "局长", until: until)),
      (.notNumber, "J9", .trial(until: SummarySample.june)), (.approximate, "J10", .open),
    ]
    let findings = answers.map { rule, cell, resolution in
      var finding = rule.finding(
        unit: "east", file: "东.xlsx", sheet: "填报表", cells: [cell], indicator: "1-01", column: .cumulative, text: "约45",
        value: "45", expected: "40")
      finding.resolution = resolution
      return finding
    }
    return try WrittenSummary(
      SummarySample.period([SummarySample.file("east", "东.xlsx", findings: findings, SummarySample.east)]))
  }

  @Test func `a file whose errors are waived or on trial counts`() throws {
    let line = try #require(book().text("总览", with: "报送：应报"))
    #expect(line.hasPrefix("报送：应报3家，已报1家（按时1家）"), "\(line)")
  }

  @Test func `the list says how each finding was answered, and counts the open ones`() throws {
    let book = try book()
    let rows = (6...9).map { book.cells("审核问题", row: $0, count: 9) }
    #expect(rows.map { $0[2] } == ["E04", "E02", "W01", "W08"])
    #expect(
      rows.map { $0[8] } == [
        "已由局长同意豁免至2024年12月31日。", "试行至2024年6月，不计。", "已说明：新增两处安置点。", "请填准确的数。",
      ])
    #expect(book.texts("审核问题").contains { $0.contains("强制性0条、核实性1条、提示0条；已说明、豁免或试行3条") })
  }

  @Test func `leaders read what a unit explained, in its words`() throws {
    let line = try #require(book().text("总览", with: "单位已作说明"))
    #expect(line == "单位已作说明1条：东县民政局“改造”（新增两处安置点）。")
  }

  @Test func `a long explanation takes the page from nobody, and stands whole in the list`() throws {
    let words = String(repeating: "说", count: 2_000)
    let book = try book(words)
    let line = try #require(book.text("总览", with: "单位已作说明"))
    #expect(line.count < 200 && line.hasSuffix("说…）。"))
    #expect(book.cells("审核问题", row: 8, count: 9)[8].contains(words))
  }

  @Test func `telephone numbers in an explanation are not printed for leaders`() throws {
    let line = try #require(book("可问王某13812345678").text("总览", with: "单位已作说明"))
    #expect(!line.contains("13812345678"), "\(line)")
  }
}
