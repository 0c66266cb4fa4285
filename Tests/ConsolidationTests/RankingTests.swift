import Consolidation
import PlanModel
import Testing

@Suite struct RankingTests {
  @Test(arguments: [
    ([3, 11, 8, 1, 1], ["12.5", "45.8", "33.3", "4.2", "4.2"]), ([1, 1, 1], ["33.4", "33.3", "33.3"]),
    ([0, 0], ["0.0", "0.0"]), ([7], ["100.0"]), ([0, 2, 1], ["0.0", "66.7", "33.3"]),
    ([1, 1, 1, 1, 1, 1], ["16.7", "16.7", "16.7", "16.7", "16.6", "16.6"]),
  ])
  func `shares add up to exactly 100`(counts: [Int], shares: [String]) throws {
    #expect(try LargestRemainder.percentages(of: counts).map(\.description) == shares)
  }

  private func allocated(_ code: String, _ target: FixedDecimal, east: FixedDecimal, west: FixedDecimal) -> Indicator {
    Indicator(
      code: code, name: code, value: target, reportedBy: Sample.counties, allocation: ["east": east, "west": west])
  }

  private func period(_ indicators: [Indicator], _ candidates: Candidate...) throws -> ConsolidatedPeriod {
    var plan = Sample.plan()
    plan.tasks[0].indicators = indicators
    return try Consolidator(plan: plan, period: Sample.june).consolidate(candidates)
  }

  @Test func `a county is judged by its own share`() throws {
    let period = try period(
      [allocated("1-01", 100, east: 80, west: 20)],
      Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal("30"))),
      Sample.candidate("west", "b", Sample.row("1-01", Sample.decimal("30"))))
    #expect(period.results.map(\.state) == [.ahead])
    #expect(try period.unitResults(of: "east").map(\.state) == [.behind])
    #expect(try period.unitResults(of: "east").map(\.gap) == [FixedDecimal("-12.5")])
    #expect(try period.unitResults(of: "west").map(\.state) == [.completed])
    let ranking = try period.countyRanking()
    #expect(ranking.lines.map(\.name) == ["西县", "东县"])
    #expect(ranking.lines.map(\.rank) == [1, 2])
    #expect(ranking.lines.map(\.rate) == [100, 0])
  }

  @Test func `a target reached together and not allocated judges no county`() throws {
    let together = Indicator(code: "1-01", name: "共", value: 10, reportedBy: Sample.counties)
    let floor = Indicator(
      code: "1-02", name: "每县", value: 1, per: "县", aggregate: .eachUnitMeets, reportedBy: Sample.counties)
    let period = try period(
      [together, floor],
      Sample.candidate(
        "east", "a", Sample.row("1-01", Sample.decimal("1")), Sample.row("1-02", Sample.decimal("1"))))
    #expect(try period.unitResults(of: "east").map(\.indicator.code) == ["1-02"])
    #expect(try period.unitResults(of: "east").map(\.isOnPace) == [true])
  }

  @Test func `equal rates share a rank, and a county that did not report is listed without one`() throws {
    let tied = try period(
      [allocated("1-01", 40, east: 20, west: 20)],
      Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal("10"))),
      Sample.candidate("west", "b", Sample.row("1-01", Sample.decimal("11"))))
    #expect(try tied.countyRanking().lines.map(\.rank) == [1, 1])
    #expect(try tied.countyRanking().lines.map(\.name) == ["东县", "西县"])
    let missing = try period(
      [allocated("1-01", 40, east: 20, west: 20)],
      Sample.candidate("west", "b", Sample.row("1-01", Sample.decimal("1"))))
    #expect(try missing.countyRanking().lines.map(\.rank) == [1, nil])
    #expect(try missing.countyRanking().lines.map(\.name) == ["西县", "东县"])
  }

  @Test func `leads are ranked by what they lead in the first place, whoever reports it`() throws {
    var plan = Sample.plan()
    let first = Indicator(code: "1-01", name: "甲", value: 10, reportedBy: ["east"])
    let second = Indicator(code: "2-01", name: "乙", value: 10, reportedBy: ["east"])
    plan.tasks = [
      PlanTask(id: "1", heading: "", text: "", leads: ["外单位", "局办公室"], responsible: [], indicators: [first]),
      PlanTask(id: "2", heading: "", text: "", leads: ["局办公室"], responsible: [], indicators: [second]),
    ]
    let period = try Consolidator(plan: plan, period: Sample.june).consolidate([
      Sample.candidate(
        "east", "a", Sample.row("1-01", Sample.decimal("9")), Sample.row("2-01", Sample.decimal("1")))
    ])
    #expect(period.leadGroups.map(\.name) == ["局办公室", "外单位"])
    #expect(period.leadRanking.lines.map(\.name) == ["外单位", "局办公室"])
  }

  @Test func `overdue comes before not reported, and that before the widest gap`() throws {
    func item(_ code: String, deadline: String? = nil) -> Indicator {
      Indicator(
        code: code, name: code, value: 100,
        deadline: deadline.flatMap { CivilDate($0) }.map { .init(date: $0, isStated: true) }, reportedBy: ["east"])
    }
    let period = try period(
      [
        item("near"), item("far"), item("late", deadline: "2024-06-15"), item("blank"),
        item("later", deadline: "2024-05-31"),
      ],
      Sample.candidate(
        "east", "a", Sample.row("near", Sample.decimal("45")), Sample.row("far", Sample.decimal("9")),
        Sample.row("late", Sample.decimal("9")), Sample.row("later", Sample.decimal("9"))))
    #expect(period.lagging.map(\.indicator.code) == ["later", "late", "blank", "far", "near"])
    #expect(period.lagging.map { period.daysOverdue($0) } == [30, 15, 0, 0, 0])
  }
}
