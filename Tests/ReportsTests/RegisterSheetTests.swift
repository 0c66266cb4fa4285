import Consolidation
import PlanModel
import Testing
import Validation
import XLSXReading

@Suite struct RegisterSheetTests {
  @Test func `the columns stand in their order`() throws {
    let book = try WrittenSummary(SummarySample.whole())
    let header = book.cells("任务台账", row: 5, count: 19).map { $0.filter { $0 != "\n" } }
    #expect(
      header == [
        "序号", "工作任务", "目标值", "计量单位", "完成时限", "牵头单位", "责任单位", "本期完成", "累计完成", "完成率(%)", "序时进度(%)", "进度状态", "进展情况",
        "存在问题", "下一步措施", "填报人", "审核人", "联系电话", "填报日期",
      ])
  }

  @Test func `the lead's own words come first, then the others' with their names`() throws {
    let book = try WrittenSummary(SummarySample.whole())
    let row = try #require(book.row("学习", in: "任务台账"))
    #expect(book.shown("任务台账", "M\(row)") == "局里先说\n东县：东县在学")
    #expect(book.cells("任务台账", row: row, count: 19).suffix(4) == ["李某", "蔡某", "0660-3360011", "45475"])
  }

  @Test func `text that looks like a formula stays text`() throws {
    let book = try WrittenSummary(SummarySample.whole())
    let row = try #require(book.row("改造", in: "任务台账"))
    #expect(book.shown("任务台账", "M\(row)") == "东县：=东县说\n西县：西县说")
    var rows = SummarySample.office
    rows[0] = SummarySample.row("2-01", .text("+推进中"), progress: "=1+1")
    let odd = try WrittenSummary(SummarySample.period([SummarySample.file("office", "=局.xlsx", rows)]))
    let odder = try #require(odd.row("印发", in: "任务台账"))
    #expect(odd.cell("任务台账", "M\(odder)")?.isFormula == false)
    #expect(odd.shown("任务台账", "M\(odder)") == "=1+1")
    #expect(odd.text("报送情况", with: "=局.xlsx") == "=局.xlsx")
  }

  @Test func `figures are those of the indicator table, by reference`() throws {
    let book = try WrittenSummary(SummarySample.whole())
    let row = try #require(book.row("改造", in: "任务台账"))
    let source = try #require(book.row("改造"))
    #expect(book.cell("任务台账", "I\(row)")?.formula == "'指标汇总'!E\(source)")
    #expect(book.cell("任务台账", "J\(row)")?.formula == "'指标汇总'!I\(source)")
    #expect(book.shown("任务台账", "J\(row)") == "45")
    #expect(book.row("已建", in: "任务台账") == nil)
  }

  @Test func `words longer than a cell are cut and say so`() throws {
    var rows = SummarySample.office
    rows[0] = SummarySample.row("2-01", .text("推进中"), progress: String(repeating: "长", count: 40_000))
    let book = try WrittenSummary(SummarySample.period([SummarySample.file("office", "局.xlsx", rows)]))
    let row = try #require(book.row("印发", in: "任务台账"))
    let text = book.shown("任务台账", "M\(row)")
    #expect(text.utf16.count == 32_767 && text.hasSuffix("以下从略）"))
  }

  @Test(arguments: [(300, false), (1_000, true)])
  func `words that no row shows begin at the top, under a word on their length`(count: Int, isLong: Bool) throws {
    var rows = SummarySample.office
    let words = String(repeating: "长", count: count)
    rows[0] = SummarySample.row("2-01", .text("推进中"), progress: words)
    let book = try WrittenSummary(SummarySample.period([SummarySample.file("office", "局.xlsx", rows)]))
    let row = try #require(book.row("印发", in: "任务台账"))
    let sign = "（共\(count)字，这里显示不下，选中本单元格可看）\n"
    #expect(book.shown("任务台账", "M\(row)") == (isLong ? sign : "") + words)
  }

  @Test func `one unit's long words do not push out another's`() throws {
    func file(_ unit: String, _ words: String) -> Candidate {
      SummarySample.file(
        unit, "\(unit).xlsx", [SummarySample.row("1-01", SummarySample.number("45"), progress: words)])
    }
    let long = String(repeating: "长", count: 40_000)
    let book = try WrittenSummary(SummarySample.period([file("east", long), file("west", "西县已完成")]))
    let row = try #require(book.row("改造", in: "任务台账"))
    let lines = book.shown("任务台账", "M\(row)").split(separator: "\n")
    #expect(lines.first == "（共16008字，这里显示不下，选中本单元格可看）")
    #expect(lines.dropFirst().first?.hasSuffix("长……（共40003字，其余见报送件）") == true)
    #expect(lines.last == "西县：西县已完成")
  }

  @Test func `of words that no cell holds the sign says so`() throws {
    var rows = SummarySample.office
    rows[0] = SummarySample.row("2-01", .text("推进中"), progress: String(repeating: "长", count: 40_000))
    let book = try WrittenSummary(SummarySample.period([SummarySample.file("office", "局.xlsx", rows)]))
    let row = try #require(book.row("印发", in: "任务台账"))
    #expect(book.shown("任务台账", "M\(row)").hasPrefix("（全文共40000字，一个单元格容不下，其余见报送件）\n长"))
  }
}
