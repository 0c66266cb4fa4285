import Consolidation
import FoundationEssentials
import PlanModel
import Testing

/// Plans and periods at the edges of what an office has.
@Suite struct EdgeCaseTests {
  private func plan(_ indicators: [Indicator], units: [String] = ["east", "west", "office"]) -> Plan {
    var plan = SummarySample.plan([])
    plan.tasks[0].indicators = indicators
    plan.reporting.units = units
    plan.reporting.counties = plan.reporting.counties.filter { units.contains($0) }
    return plan
  }

  private func row(_ code: String, _ value: String) -> Submission.Row {
    SummarySample.row(code, SummarySample.number(value))
  }

  @Test func `one unit only`() throws {
    let indicator = Indicator(code: "1-01", name: "改造", value: 10, measure: "户", reportedBy: ["east"])
    let period = try SummarySample.period(
      [SummarySample.file("east", "东.xlsx", [row("1-01", "6")])], plan: plan([indicator], units: ["east"]))
    let book = try WrittenSummary(period)
    #expect(book.text("总览", with: "报送：应报") == "报送：应报1家，已报1家（按时1家），无缺报。报送率100.0%。")
    let line = try #require(book.row("改造"))
    #expect(Array(book.cells("指标汇总", row: line, count: 12)[4...6]) == ["6", "6", "—"])
    #expect(book.names.contains("东县"))
  }

  @Test func `a thousand indicators`() throws {
    let indicators = (1...1000).map { number in
      Indicator(code: "1-\(number)", name: "指标\(number)", value: 100, measure: "个", reportedBy: ["east", "west"])
    }
    let files = ["east", "west"].map { unit in
      SummarySample.file(unit, "\(unit).xlsx", (1...1000).map { row("1-\($0)", "\($0 % 90)") })
    }
    let book = try WrittenSummary(SummarySample.period(files, plan: plan(indicators)))
    let last = try #require(book.row("指标1000"))
    #expect(book.shown("指标汇总", "E\(last)") == "20" && book.shown("指标汇总", "A\(last)") == "1000")
    #expect(book.text("总览", with: "1项任务分解为1000项指标") != nil)
    #expect(book.texts("总览").filter { $0.contains("[") }.count == 5)
    #expect(book.texts("数据来源").filter { $0.hasPrefix("指标汇总 ") }.count == 2000)
  }

  @Test func `a name of 200 characters`() throws {
    let name = String(repeating: "困难群众服务保障与质量提升", count: 16).prefix(200)
    let indicator = Indicator(code: "1-01", name: String(name), value: 10, measure: "户", reportedBy: ["east", "west"])
    let earlier = MonthlySnapshot(
      period: Period("2024-05")!, counties: [], departments: [],
      items: [.init(code: "1-01", state: .behind, target: 10, total: 1, rate: 10, pace: FixedDecimal("41.7"))])
    let period = try Consolidator(
      plan: plan([indicator]), period: SummarySample.june, earlier: EarlierMonths(snapshots: [earlier])
    ).consolidate([SummarySample.file("east", "东.xlsx", [row("1-01", "2")])])
    let book = try WrittenSummary(period)
    let line = try #require(book.row(String(name)))
    #expect(book.shown("指标汇总", "E\(line)") == "2")
    #expect(book.row(name + " 完成率", in: "趋势") != nil)
  }

  @Test func `targets of zero have no rate and divide nothing`() throws {
    let indicators = [
      Indicator(code: "1-01", name: "零目标", value: 0, measure: "起", reportedBy: ["east", "west"]),
      Indicator(
        code: "1-02", name: "零上限", comparator: .atMost, value: 0, measure: "起", reportedBy: ["east", "west"]),
    ]
    let files = [
      SummarySample.file("east", "东.xlsx", [row("1-01", "0"), row("1-02", "0")]),
      SummarySample.file("west", "西.xlsx", [row("1-01", "0"), row("1-02", "1")]),
    ]
    let book = try WrittenSummary(SummarySample.period(files, plan: plan(indicators)))
    for (name, state) in [("零目标", "已完成"), ("零上限", "未达序时")] {
      let line = try #require(book.row(name))
      let cells = book.cells("指标汇总", row: line, count: 13)
      #expect(cells[8] == "—" && cells[12] == state, "\(cells)")
      #expect(book.cell("指标汇总", "I\(line)").map { "\($0)".contains("/D") } == false)
    }
  }

  @Test func `negative figures are added, judged and never drawn below the axis`() throws {
    let indicator = Indicator(code: "1-01", name: "净增", value: 10, measure: "户", reportedBy: ["east", "west"])
    let files = [
      SummarySample.file("east", "东.xlsx", [row("1-01", "-8")]),
      SummarySample.file("west", "西.xlsx", [row("1-01", "3")]),
    ]
    let book = try WrittenSummary(SummarySample.period(files, plan: plan([indicator])))
    let line = try #require(book.row("净增"))
    let cells = book.cells("指标汇总", row: line, count: 13)
    #expect(cells[4] == "-5" && cells[8] == "-50" && cells[10] == "-100" && cells[12] == "未达序时")
    #expect(book.text("总览", with: "1 [红] 净增") != nil)
    // The gap that the chart draws ends where the pace is, though the figure itself lies below the axis.
    let bar = try #require(book.row("净增", in: "口径说明"))
    #expect(Array(book.cells("口径说明", row: bar, count: 6)[2...5]) == ["-50", "50", "-100", "50"])
  }

  @Test func `a year with one month`() throws {
    let year = try #require(Period("2024"))
    let plan = SummarySample.plan()
    let month = try MonthlySnapshot(SummarySample.whole())
    let period = try Consolidator(plan: plan, period: year, earlier: EarlierMonths(snapshots: [month])).consolidate([])
    let book = try WrittenSummary(period)
    #expect(book.text("总览", with: "已报0家") != nil)
    #expect(book.names.contains("排名考评") && book.names.contains("趋势"))
    #expect(book.cells("报送情况", row: 5, count: 4) == ["序号", "单位", "6月", "报送状态"])
    // What the months that nobody knows would have cost is not taken.
    #expect(
      book.texts("得分明细").contains { $0.contains("没有收件记录") } || book.texts("排名考评").contains { $0.contains("没有收件记录") })
  }
}
