import Consolidation
import PlanModel
import Testing

@Suite struct ConsolidatorTests {
  private func result(_ indicator: Indicator, _ candidates: Candidate...) throws -> IndicatorResult {
    let period = try Consolidator(plan: Sample.plan(indicator), period: Sample.june).consolidate(candidates)
    return try #require(period.result(code: indicator.code))
  }

  private func summed(_ target: FixedDecimal, comparator: Indicator.Comparator = .atLeast, deadline: String? = nil)
    -> Indicator
  {
    Indicator(
      code: "1-01", name: "适老化改造", comparator: comparator, value: target, measure: "户",
      deadline: deadline.flatMap { CivilDate($0) }.map { .init(date: $0, isStated: true) }, reportedBy: Sample.counties)
  }

  @Test(arguments: [
    ("60", "40", "100", "100", ProgressState.completed, Light.green), ("30", "25", "55", "55", .ahead, .green),
    ("30", "20", "50", "50", .onPace, .green), ("30", "19.97", "49.97", "49.97", .onPace, .green),
    ("30", "19.9", "49.9", "49.9", .behind, .yellow), ("10", "10", "20", "20", .behind, .yellow),
    ("10", "9", "19", "19", .behind, .red), ("0", "0", "0", "0", .behind, .red),
  ])
  func `a sum is judged against the pace`(
    east: String, west: String, total: String, rate: String, state: ProgressState, light: Light
  ) throws {
    let result = try result(
      summed(100), Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal(east))),
      Sample.candidate("west", "b", Sample.row("1-01", Sample.decimal(west))))
    #expect(result.total == FixedDecimal(total))
    #expect(result.rate == FixedDecimal(rate))
    #expect(result.pace == 50)
    #expect(result.state == state)
    #expect(result.light == light)
  }

  @Test func `a unit that did not report is named and left out`() throws {
    let result = try result(summed(100), Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal("60"))))
    #expect(result.total == 60)
    #expect(result.excluded.map(\.unit.id) == ["west"])
    #expect(result.state == .ahead)
  }

  @Test func `nobody reported is red, not zero`() throws {
    let result = try result(summed(100))
    #expect(result.total == nil)
    #expect(result.state == .notReported && result.light == .red)
  }

  @Test func `a nil return is zero, a dash is not`() throws {
    let result = try result(
      summed(100), Sample.candidate("east", "a", Sample.row("1-01", .nilReturn)),
      Sample.candidate("west", "b", Sample.row("1-01", .notApplicable)))
    #expect(result.total == 0)
    #expect(result.excluded == [])
    #expect(result.figures.map(\.state) == [.reported, .notApplicable])
  }

  @Test func `a disputed figure counts in no total`() throws {
    let result = try result(
      summed(100), Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal("60"))),
      Sample.candidate("east", "b", Sample.row("1-01", Sample.decimal("61"))),
      Sample.candidate("west", "c", Sample.row("1-01", Sample.decimal("5"))))
    #expect(result.total == 5)
    #expect(result.figures.map(\.state) == [.disputed, .reported])
  }

  @Test func `突破 means more, not as much`() throws {
    let equal = try result(
      summed(100, comparator: .moreThan), Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal("100"))))
    #expect(equal.state == .ahead)
    let more = try result(
      summed(100, comparator: .moreThan), Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal("100.01"))))
    #expect(more.state == .completed)
  }

  @Test func `past its date and short of its target is overdue`() throws {
    let result = try result(
      summed(100, deadline: "2024-06-30"), Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal("99"))))
    #expect(result.state == .overdue && result.light == .red)
  }

  @Test func `a ceiling is kept until its date and broken for good`() throws {
    let kept = try result(
      summed(100, comparator: .atMost), Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal("99"))))
    #expect(kept.state == .onPace && kept.rate == nil)
    let broken = try result(
      summed(100, comparator: .atMost), Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal("101"))))
    #expect(broken.state == .behind && broken.light == .red)
  }

  @Test func `a floor per unit counts the units that meet it`() throws {
    let indicator = Indicator(
      code: "1-01", name: "示范点", value: 1, measure: "家", per: "县", aggregate: .eachUnitMeets,
      reportedBy: Sample.counties)
    let result = try result(
      indicator, Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal("5"))),
      Sample.candidate("west", "b", Sample.row("1-01", Sample.decimal("0"))))
    #expect(result.total == 1 && result.target == 2 && result.rate == 50)
    #expect(result.state == .onPace)
  }

  @Test func `a figure is carried only where the plan says so, and is marked`() throws {
    let plain = Indicator(code: "1-01", name: "甲", role: .context, accumulation: .level, reportedBy: Sample.counties)
    var carrying = plain
    carrying.missing = .carryMarked
    for (indicator, total) in [(plain, FixedDecimal(5)), (carrying, 12)] {
      let period = try Consolidator(plan: Sample.plan(indicator), period: Sample.june, previous: ["west": ["1-01": 7]])
        .consolidate([Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal("5")))])
      let result = try #require(period.result(code: "1-01"))
      #expect(result.total == total)
      #expect(result.figures.map(\.isCarried) == [false, total == 12])
    }
  }

  @Test func `a quarter carries what its last month carries`() throws {
    let indicator = Indicator(
      code: "1-01", name: "甲", role: .context, accumulation: .level, missing: .carryMarked, reportedBy: Sample.counties)
    let quarter = try Consolidator(
      plan: Sample.plan(indicator), period: Period("2024Q2")!, previous: ["west": ["1-01": 3]],
      earlier: EarlierMonths(carried: ["1-01": ["west": 7]])
    ).consolidate([Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal("5")))])
    let result = try #require(quarter.result(code: "1-01"))
    #expect(result.total == 12 && result.figures.map(\.isCarried) == [false, true])
    // What the month before the last did not report is not carried from further back.
    let unknown = try Consolidator(
      plan: Sample.plan(indicator), period: Period("2024Q2")!, previous: ["west": ["1-01": 3]],
      earlier: EarlierMonths(carried: [:])
    ).consolidate([Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal("5")))])
    #expect(unknown.result(code: "1-01")?.total == 5)
  }

  @Test func `what was wrong with a file that came again in order is settled`() throws {
    let indicator = Indicator(code: "1-01", name: "数", value: 10, reportedBy: Sample.counties)
    func broken(_ file: String) -> [Finding] {
      [Finding(id: "E02", rule: "actual-not-number", grade: .error, file: file)]
    }
    let row = Sample.row("1-01", Sample.decimal("3"))
    let period = try Consolidator(plan: Sample.plan(indicator), period: Sample.june).consolidate([
      Sample.candidate("east", "e1", received: "2024-07-02", findings: broken("e1"), row),
      Sample.candidate("east", "e2", received: "2024-07-03", row),
      // A correction that must itself be mended is open: the earlier file counts meanwhile.
      Sample.candidate("west", "w1", received: "2024-07-02", row),
      Sample.candidate("west", "w2", received: "2024-07-03", findings: broken("w2"), row),
    ])
    #expect(period.settledFindings.map(\.file) == ["e1"])
    #expect(period.openFindings.map(\.file) == ["w2"])
  }
}
