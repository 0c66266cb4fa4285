import PlanFile
import PlanModel
import Testing

@testable import Forms
@testable import Huizong

/// A description made from an example of the form.
@Suite struct InferLayoutTests {
  private func infer(_ bytes: [UInt8]) throws -> InferLayoutJob.Outcome {
    let folder = try Folder()
    try folder.write(OfficePlan.text, to: "plan.yaml")
    try folder.write(bytes: bytes, to: "样表.xlsx")
    return try InferLayoutJob(plan: "\(folder.path)/plan.yaml", file: "\(folder.path)/样表.xlsx").run()
  }

  /// The proposal as the plan has it once it is pasted in.
  private func pasted(_ outcome: InferLayoutJob.Outcome) throws -> ForeignLayout {
    try #require(try PlanReader().read(OfficePlan.text + outcome.yaml(in: .chinese)).layouts.first)
  }

  @Test func `codes and a hidden sheet`() throws {
    let outcome = try infer(ForeignFormTests.codedBook())
    let layout = try pasted(outcome)
    #expect(layout == outcome.proposal.layout)
    #expect(layout.sheets == ["指标填报"])
    #expect(layout.unit == [.init(spot: .label("单位"))])
    #expect(
      layout.columns[.code] == ["指标编码"] && layout.columns[.value] == ["完成值"] && layout.columns[.target] == ["目标值"])
    #expect(layout.rows["ZB001"] == "1.1-01")
    let text = outcome.yaml(in: .chinese)
    #expect(text.contains("# ZB999: \"\"  # 别的 计划里没有找到对应的指标") && !outcome.isComplete)
    #expect(text.contains("# 试读 样表.xlsx：西县民政局，2024年6月，应有1项，读到1项"), "\(text)")
  }

  @Test(arguments: ["\n", "\r\n", "\u{85}", "\u{2028}", "_x000A_"])
  func `what stands in a sheet never is a line of the plan`(lineBreak: String) throws {
    let outcome = try infer(
      TableBook.bytes([
        .init(
          name: "指标填报",
          rows: [
            ["指标填报表\(lineBreak)evil: 1（2024年06月）"], ["单位：西县民政局"], ["指标编码", "指标名称", "完成值", "目标值"],
            ["ZB001", "适老化改造（户）\(lineBreak)evil: 2", "20", "100"], ["ZB9\(lineBreak)evil: 3", "别的", "7", ""],
          ], merged: ["A1:D1"])
      ]))
    #expect(try pasted(outcome) == outcome.proposal.layout)
    let lines = outcome.yaml(in: .chinese).split(whereSeparator: \.isNewline)
    #expect(!lines.contains { $0.hasPrefix("evil") })
  }

  @Test func `sheets beyond the limit are not looked through`() throws {
    let sheets = (1...1001).map { TableBook.Sheet(name: "\($0)", rows: []) }
    let error = #expect(throws: JobError.self) { try infer(TableBook.bytes(sheets)) }
    #expect(error?.message(in: .chinese).contains("formSheets > 500") == true, "\(String(describing: error))")
  }

  @Test func `a column for each month under another header`() throws {
    let outcome = try infer(ForeignFormTests.monthlyBook())
    let layout = try pasted(outcome)
    #expect(layout.columns[.current] == ["各月完成", "{month}月"])
    #expect(layout.columns[.indicator] == ["项目"] && layout.columns[.problems] == ["问题"])
    #expect(layout.unit == [.init(spot: .label("填报单位"))] && layout.period == .init(spot: .label("截至")))
    #expect(layout.title == "东县2024年重点工作月报表")
  }

  @Test func `a sheet for each unit`() throws {
    let outcome = try infer(ForeignFormTests.sheetsBook())
    let layout = try pasted(outcome)
    #expect(layout.unit == [.init(spot: .sheetName)] && layout.sheets == [] && layout.except == ["说明", "火星"])
    #expect(layout.columns.count == 5 && layout.period == .init(spot: .cell("A1")))
    #expect(outcome.isComplete && layout.rows.isEmpty)
    #expect(outcome.proposal.trial.map(\.file) == ["样表.xlsx［西县］", "样表.xlsx［局办公室］"])
  }

  @Test func `two columns of one name are told apart by what stands above`() throws {
    let outcome = try infer(
      TableBook.bytes([
        .init(
          name: "S",
          rows: [
            ["填报单位：东县"], ["指标", "户数", "", "资金", ""], ["", "本月", "累计", "本月", "累计"], ["适老化改造", "1", "2", "3", "4"],
          ], merged: ["A2:A3", "B2:C2", "D2:E2"])
      ]))
    #expect(outcome.proposal.layout.columns[.current] == ["户数", "本月"])
    #expect(outcome.proposal.layout.columns[.cumulative] == ["户数", "累计"])
    #expect(outcome.proposal.lacksPeriod && outcome.yaml(in: .chinese).contains("# period:"))
  }

  @Test func `a file without a form is said so`() throws {
    let error = #expect(throws: JobError.self) { try infer(TableBook.bytes([["通知"], ["请各县报送"]])) }
    #expect(error?.code == .noTable && error?.message(in: .chinese).contains("样表.xlsx") == true)
  }

  @Test func `names are alike by the pairs that they share`() {
    #expect(RowName("彩票销售量").likeness(to: RowName("福利彩票销售量")) == 0.9)
    #expect(RowName("适老化改造").likeness(to: RowName("床位数")) == 0)
  }
}
