import Consolidation
import PlanModel
import Testing
import Validation

@Suite struct ReturnsSheetTests {
  private func book() throws -> WrittenSummary {
    let broken = BuiltInRule.notNumber.finding(
      unit: "office", file: "局.xlsx", sheet: "填报表", cells: ["J9"], column: .cumulative, text: "约八成", value: "成",
      expected: "80")
    let notice = BuiltInRule.normalized.finding(
      unit: "east", file: "东2.xlsx", sheet: "填报表", cells: ["J9"], column: .cumulative, text: "４５", value: "45")
    let second = BuiltInRule.normalized.finding(
      unit: "east", file: "东2.xlsx", sheet: "填报表", cells: ["J10"], column: .cumulative, text: "４５", value: "45")
    let unreadable = BuiltInRule.unreadableFile.finding(file: "旧.xls", value: "旧格式", expected: "请另存为.xlsx")
    return try WrittenSummary(
      SummarySample.period(
        [
          SummarySample.file("office", "局.xlsx", findings: [broken], SummarySample.office),
          SummarySample.file("east", "东.xlsx", received: "2024-07-02", Array(SummarySample.east.dropFirst())),
          SummarySample.file(
            "east", "东2.xlsx", received: "2024-07-04", findings: [notice, second], SummarySample.east),
          SummarySample.file("west", "西.xlsx", SummarySample.west),
          SummarySample.file("west", "西 副本.xlsx", SummarySample.west),
        ], refused: [RefusedFile(file: "旧.xls", unit: nil, findings: [unreadable])]))
  }

  @Test func `each unit has its status, days, counts and file`() throws {
    let book = try book()
    #expect(
      book.cells("报送情况", row: 6, count: 11)
        == ["1", "局办公室", "退回", "45478", "—", "—", "2", "0", "0", "—", "只收到须改正的文件1份，整改后重报"])
    #expect(
      book.cells("报送情况", row: 7, count: 10) == [
        "2", "东县民政局", "按时", "45478", "45475", "45477", "6", "6", "0", "东2.xlsx",
      ])
    #expect(book.shown("报送情况", "C9") == "已报2家")
  }

  @Test func `files that do not count are named with their reason`() throws {
    let book = try book()
    let first = 13
    let lines = (first...first + 3).map { row in
      let cells = book.cells("报送情况", row: row, count: 11)
      return [cells[2], cells[4], cells[9]]
    }
    #expect(
      lines == [
        ["退回", "局.xlsx", "填报表!J9：累计完成“约八成”不是数字，读不懂的是“成”"], ["已替代", "东.xlsx", "由“东2.xlsx”替代"],
        ["重复", "西.xlsx", "与“西 副本.xlsx”内容相同，只计一份"], ["拒收", "旧.xls", "旧格式"],
      ])
  }

  @Test func `findings stand worst first, equal ones merged`() throws {
    let book = try book()
    let rows = (6...9).map { book.cells("审核问题", row: $0, count: 8) }
    #expect(rows.map { $0[1] } == ["强制性", "强制性", "提示", "提示"])
    #expect(rows.map { $0[2] }.prefix(2) == ["E02", "E20"])
    #expect(rows.contains { $0[6] == "J9、J10" && $0[7] == "累计完成“４５”已规整为45。" })
  }

  @Test func `what a later file put right is counted apart`() throws {
    let broken = BuiltInRule.notNumber.finding(
      unit: "east", file: "东.xlsx", sheet: "填报表", cells: ["J9"], column: .cumulative, text: "约八成", value: "成",
      expected: "80")
    let book = try WrittenSummary(
      SummarySample.period([
        SummarySample.file("east", "东.xlsx", received: "2024-07-02", findings: [broken], SummarySample.east),
        SummarySample.file("east", "东2.xlsx", received: "2024-07-04", SummarySample.east),
      ]))
    #expect(book.text("审核问题", with: "已更正1条") == "强制性0条、核实性0条、提示0条；已更正1条")
    #expect(book.shown("审核问题", "I6") == "已由后来的文件更正。")
    #expect(book.text("总览", with: "强制性问题") == nil)
  }

  @Test func `a unit's refused file and a correction that must be mended are told`() throws {
    let wrong = BuiltInRule.anotherPeriod.finding(unit: "west", file: "西5月.xlsx", value: "2024年5月", expected: "2024年6月")
    let broken = BuiltInRule.notNumber.finding(unit: "east", file: "东2.xlsx", text: "约八成")
    let book = try WrittenSummary(
      SummarySample.period(
        [
          SummarySample.file("east", "东.xlsx", received: "2024-07-02", SummarySample.east),
          SummarySample.file("east", "东2.xlsx", received: "2024-07-04", findings: [broken], SummarySample.east),
        ], refused: [RefusedFile(file: "西5月.xlsx", unit: "west", findings: [wrong])]))
    #expect(book.cells("报送情况", row: 7, count: 11).last == "后来的1份更正件须改正，已退回，暂按采用文件计")
    #expect(book.cells("报送情况", row: 8, count: 11).last == "收到1份文件，不能作为本期的表收下，原因见下表")
  }
}
