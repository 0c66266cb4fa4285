import Consolidation
import PlanModel
import Testing
import Validation

@Suite struct OverviewSheetTests {
  @Test func `coverage names who is missing, returned, late and in conflict`() throws {
    let broken = BuiltInRule.notNumber.finding(unit: "office", file: "局.xlsx", sheet: "填报表", cells: ["J9"], text: "约八成")
    let period = try SummarySample.period([
      SummarySample.file("office", "局.xlsx", findings: [broken], SummarySample.office),
      SummarySample.file("east", "东.xlsx", received: "2024-07-09", Array(SummarySample.east.dropFirst())),
    ])
    let line = try #require(WrittenSummary(period).text("总览", with: "报送：应报"))
    #expect(
      line
        == "报送：应报3家，已报1家（迟报1家），缺2家：西县、局办公室（退回待重报）。报送率33.3%；迟报：东县；漏报：东县1项；未报、待定的数不计入合计。")
  }

  @Test func `with everybody in time nothing is lacking`() throws {
    let period = try SummarySample.whole()
    let line = try #require(WrittenSummary(period).text("总览", with: "报送：应报"))
    #expect(line == "报送：应报3家，已报3家（按时3家），无缺报。报送率100.0%。")
  }

  @Test func `the conclusion is made from the figures`() throws {
    let line = try #require(WrittenSummary(SummarySample.whole()).text("总览", with: "年度序时进度"))
    #expect(
      line.hasPrefix(
        "截至6月30日，年度序时进度50.0%。2项任务分解为6项指标，纳入考核的4项中，2项已完成或达到序时（50.0%）；1项未达序时、1项逾期。东县达序时率最高（100.0%）；西县2项中2项滞后。"))
  }

  @Test func `tiles count the judged items, and their shares add up to 100`() throws {
    let book = try WrittenSummary(SummarySample.whole())
    #expect(["B10", "E10", "H10", "K10", "N10", "R10"].map { book.shown("总览", $0) } == ["4", "0", "2", "1", "1", "0"])
    #expect(book.shown("总览", "B11") == "指标6项，另2项不考核")
    let sum = try #require(book.row("考核合计", in: "口径说明"))
    let shares = (sum - 5..<sum).map { book.shown("口径说明", "F\($0)") }
    #expect(shares == ["0", "50", "25", "25", "0"])
    #expect(book.shown("口径说明", "F\(sum)") == "100")
  }

  @Test func `the worst come first, with what is wrong in words`() throws {
    let texts = try WrittenSummary(SummarySample.whole()).texts("总览").filter { $0.contains("[") }
    #expect(
      texts == [
        "1 [红] 印发　应于6月15日前完成（示例），逾期15天。（局办公室）",
        "2 [黄] 改造　目标100户，完成45户，45.0%，低于序时进度5.0个百分点；西县仅0.0%。（社会福利科）",
      ])
  }

  @Test func `a county that did not report is listed without a rank`() throws {
    let period = try SummarySample.period([SummarySample.file("east", "东.xlsx", SummarySample.east)])
    let book = try WrittenSummary(period)
    #expect(book.shown("总览", "O15") == "东县" && book.shown("总览", "M15") == "1")
    #expect(book.shown("总览", "O16") == "西县" && book.shown("总览", "M16") == "—")
    #expect(book.shown("总览", "T16") == "不排名")
  }

  @Test func `nobody reported makes a book all the same`() throws {
    let book = try WrittenSummary(SummarySample.period([]))
    #expect(book.text("总览", with: "已报0家") != nil)
    #expect(book.text("总览", with: "本期没有报送可计算完成率的指标。") != nil)
    #expect(book.text("审核问题", with: "未发现问题") != nil)
    let row = try #require(book.row("改造"))
    #expect(book.shown("指标汇总", "E\(row)") == "未报送")
  }

  @Test func `sheets stand in order and equal periods make equal bytes`() throws {
    let period = try SummarySample.whole()
    let book = try WrittenSummary(period)
    #expect(Set(book.mainNames) == ["总览", "重点滞后事项", "指标汇总", "任务台账", "报送情况", "审核问题", "数据来源", "口径说明"])
    #expect(try WrittenSummary(period).bytes == book.bytes)
  }
}
