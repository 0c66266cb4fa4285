import Consolidation
import PlanModel
import Testing

@Suite struct SharedColumnTests {
  private func book(_ indicators: [Indicator], _ candidates: [Candidate]) throws -> WrittenSummary {
    var plan = SummarySample.plan(indicators)
    plan.reporting.units = ["office", "welfare", "east", "west"]
    return try WrittenSummary(SummarySample.period(candidates, plan: plan))
  }

  private func file(_ unit: String, _ rows: Submission.Row...) -> Candidate { SummarySample.file(unit, unit, rows) }

  private func indicator(_ aggregate: Indicator.Aggregate) -> Indicator {
    Indicator(
      code: "1-01", name: "数", value: 3, measure: "个", aggregate: aggregate, reportedBy: ["office", "welfare", "east"])
  }

  @Test(arguments: [
    (Indicator.Aggregate.sum, "7", "9"), (.min, "2", "2"), (.max, "5", "5"), (.latest, "2", "2"),
    (.eachUnitMeets, "1", "1"),
  ])
  func `units that share a column are taken together as the total is`(
    aggregate: Indicator.Aggregate, own: String, total: String
  ) throws {
    let book = try book(
      [indicator(aggregate)],
      [
        file("office", SummarySample.row("1-01", SummarySample.number("2"))),
        file("welfare", SummarySample.row("1-01", SummarySample.number("5"))),
        file("east", SummarySample.row("1-01", SummarySample.number("2"))),
      ])
    let row = try #require(book.row("数"))
    #expect(book.cells("指标汇总", row: row, count: 8).dropFirst(4) == [total, "2", "—", own])
  }

  @Test func `a ratio of units that share a column takes those with both parts`() throws {
    var (top, bottom) = (SummarySample.numerator, SummarySample.denominator)
    top.reportedBy = ["office", "welfare"]
    bottom.reportedBy = ["office", "welfare"]
    let book = try book(
      [SummarySample.ratio, top, bottom],
      [
        file("office", SummarySample.row("1-04", SummarySample.number("1"))),
        file(
          "welfare", SummarySample.row("1-04", SummarySample.number("3")),
          SummarySample.row("1-05", SummarySample.number("4"))),
      ])
    let row = try #require(book.row("占比"))
    #expect(["E", "H"].map { book.shown("指标汇总", "\($0)\(row)") } == ["75", "75"])
    #expect(["E", "H"].map { book.shown("指标汇总", "\($0)\(row + 1)") } == ["3", "3"])
    #expect(book.shown("指标汇总", "N\(row)").hasPrefix("不含局办公室（未报送）"))
  }

  @Test func `a part of a total stands below it`() throws {
    var part = Indicator(code: "1-02", name: "特困", role: .context, measure: "户", reportedBy: ["east"])
    part.partOf = "1-01"
    let book = try book(
      [SummarySample.sum, part],
      [
        file(
          "east", SummarySample.row("1-01", SummarySample.number("9")),
          SummarySample.row("1-02", SummarySample.number("4")))
      ])
    let row = try #require(book.row("改造"))
    #expect(book.cells("指标汇总", row: row + 1, count: 6) == ["", "其中：特困", "户", "—", "4", "4"])
  }

  @Test func `a carried figure is named`() throws {
    var carried = SummarySample.sum
    carried.missing = .carryMarked
    let plan = SummarySample.plan([carried])
    let period = try Consolidator(
      plan: plan, period: SummarySample.june, previous: ["west": ["1-01": 7]]
    ).consolidate([file("east", SummarySample.row("1-01", SummarySample.number("9")))])
    let book = try WrittenSummary(period)
    let row = try #require(book.row("改造"))
    #expect(book.cells("指标汇总", row: row, count: 7).dropFirst(4) == ["16", "9", "7"])
    #expect(book.shown("指标汇总", "N\(row)").hasPrefix("西县沿用上期"))
  }
}
