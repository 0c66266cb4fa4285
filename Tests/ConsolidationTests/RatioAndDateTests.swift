import Consolidation
import PlanModel
import Testing

@Suite struct RatioAndDateTests {
  private let top = Indicator(code: "1-02", name: "已建", role: .context, reportedBy: Sample.counties)
  private let bottom = Indicator(code: "1-03", name: "总数", role: .context, reportedBy: Sample.counties)
  private let share = Indicator(
    code: "1-01", name: "占比", value: 90, measure: "%", kind: .ratio, accumulation: .level, aggregate: .ratio,
    numerator: "1-02",
    denominator: "1-03", places: 1)

  private func share(_ candidates: Candidate...) throws -> IndicatorResult {
    let period = try Consolidator(plan: Sample.plan(share, top, bottom), period: Sample.june).consolidate(candidates)
    return try #require(period.result(code: "1-01"))
  }

  private func parts(_ unit: String, _ top: Figure, _ bottom: Figure) -> Candidate {
    Sample.candidate(unit, unit, Sample.row("1-02", top), Sample.row("1-03", bottom))
  }

  @Test func `a ratio is the sum of the parts over the sum of the wholes`() throws {
    let result = try share(
      parts("east", Sample.decimal("9"), Sample.decimal("10")), parts("west", Sample.decimal("1"), Sample.decimal("30"))
    )
    #expect(result.total == 25)
    #expect(result.figures.map { $0.cumulative?.description.prefix(5) } == ["90", "3.333"])
    #expect(result.state == .notAssessed && result.light == .grey)
  }

  @Test func `a unit with one part only is in neither sum`() throws {
    let result = try share(
      parts("east", Sample.decimal("9"), Sample.decimal("10")), parts("west", .blank, Sample.decimal("30")))
    #expect(result.total == 90)
    #expect(result.excluded.map(\.unit.id) == ["west"])
    #expect(result.state == .notAssessed, "met by those who reported is not met")
  }

  @Test func `a ratio that is met is green`() throws {
    let result = try share(
      parts("east", Sample.decimal("9"), Sample.decimal("10")),
      parts("west", Sample.decimal("28"), Sample.decimal("30")))
    #expect(result.state == .completed && result.light == .green)
  }

  @Test func `a ratio of a carried part is carried`() throws {
    var carrying = bottom
    carrying.missing = .carryMarked
    let period = try Consolidator(
      plan: Sample.plan(share, top, carrying), period: Sample.june, previous: ["east": ["1-03": 20]]
    ).consolidate([
      parts("east", Sample.decimal("9"), .blank), parts("west", Sample.decimal("9"), Sample.decimal("10")),
    ])
    let result = try #require(period.result(code: "1-01"))
    #expect(result.figures.map(\.isCarried) == [true, false])
    #expect(result.total == 60)
  }

  @Test func `nothing over nothing is no ratio`() throws {
    let result = try share(parts("east", Sample.decimal("0"), Sample.decimal("0")))
    #expect(result.total == nil)
  }

  private func dated(_ deadline: String, role: Indicator.Role = .target, _ rows: (String, Submission.Row)...) throws
    -> IndicatorResult
  {
    let indicator = Indicator(
      code: "1-01", name: "印发", role: role, comparator: .complete, kind: .milestone,
      accumulation: role == .mechanism ? .flow : .milestone, aggregate: .milestone,
      deadline: CivilDate(deadline).map { .init(date: $0, isStated: true) }, reportedBy: Sample.counties)
    let candidates = rows.map { Sample.candidate($0.0, $0.0, $0.1) }
    let period = try Consolidator(plan: Sample.plan(indicator), period: Sample.june).consolidate(candidates)
    return try #require(period.result(code: "1-01"))
  }

  private func day(_ text: String) throws -> Figure { .date(try #require(CivilDate(text)), precision: .day) }

  @Test func `a milestone is done when the last unit has done it`() throws {
    let both = try dated(
      "2024-12-31", ("east", Sample.row("1-01", try day("2024-03-20"))),
      ("west", Sample.row("1-01", try day("2024-06-12"))))
    #expect(both.state == .completed && both.completed?.description == "2024-06-12")
    let one = try dated(
      "2024-12-31", ("east", Sample.row("1-01", try day("2024-03-20"))), ("west", Sample.row("1-01", .text("推进中"))))
    #expect(one.state == .onPace && one.light == .green && one.rate == nil)
    let late = try dated(
      "2024-06-15", ("east", Sample.row("1-01", try day("2024-03-20"))), ("west", Sample.row("1-01", .text("推进中"))))
    #expect(late.state == .overdue && late.light == .red)
  }

  @Test func `a recurring duty needs an entry in each of its periods`() throws {
    let entry = try day("2024-06-12")
    let kept = try dated(
      "2024-12-31", role: .mechanism, ("east", Sample.row("1-01", Sample.decimal("3"), current: entry)),
      ("west", Sample.row("1-01", Sample.decimal("3"), current: entry)))
    #expect(kept.state == .onPace && kept.light == .green)
    let missed = try dated(
      "2024-12-31", role: .mechanism, ("east", Sample.row("1-01", Sample.decimal("3"), current: entry)),
      ("west", Sample.row("1-01", Sample.decimal("2"), current: .text("未开展"))))
    #expect(missed.state == .overdue && missed.light == .red)
  }

  @Test func `a duty whose count is not known is not reported, and not overdue`() throws {
    let entry = try day("2024-06-12")
    let origin = FigureOrigin(file: "w", digest: "w", sheet: "填报表", cell: "H7", text: "")
    let unknown = Submission.Row(
      code: "1-01", previous: .init(figure: .blank, origin: origin), current: .init(figure: entry, origin: nil))
    let result = try dated("2024-12-31", role: .mechanism, ("east", unknown), ("west", unknown))
    #expect(result.figures.map(\.state) == [.notReported, .notReported])
    #expect(result.state == .notReported)
  }

  @Test func `a file in time, late, undated, returned and none are told apart`() throws {
    let indicator = Indicator(code: "1-01", name: "数", value: 10, reportedBy: ["office", "east", "west"])
    let row = Sample.row("1-01", Sample.decimal("3"))
    let broken = Finding(id: "E02", rule: "actual-not-number", grade: .error, file: "w")
    let period = try Consolidator(plan: Sample.plan(indicator), period: Sample.june).consolidate([
      Sample.candidate("office", "o", received: "2024-07-05", row),
      Sample.candidate("east", "e", received: "2024-07-06", row),
      Sample.candidate("west", "w", findings: [broken], row),
    ])
    #expect(period.units.map(\.status) == [.onTime, .late, .returned])
    #expect(period.result(code: "1-01")?.excluded.map(\.unit.id) == ["west"])
    let undated = try Consolidator(plan: Sample.plan(indicator), period: Sample.june)
      .consolidate([Sample.candidate("east", "e", received: nil, row)])
    #expect(undated.units.map(\.status) == [.missing, .undated, .missing])
  }

  @Test func `a blank required cell is one item not reported, and the rest counts`() throws {
    let first = Indicator(code: "1-01", name: "甲", value: 10, reportedBy: ["east"])
    let second = Indicator(code: "1-02", name: "乙", value: 10, reportedBy: ["east"])
    let blank = Finding(id: "E01", rule: Candidate.blankRule, grade: .error, file: "e")
    let period = try Consolidator(plan: Sample.plan(first, second), period: Sample.june).consolidate([
      Sample.candidate(
        "east", "e", findings: [blank], Sample.row("1-01", Sample.decimal("3")), Sample.row("1-02", .blank))
    ])
    #expect(period.units.first?.omitted == ["1-02"])
    #expect(period.results.map(\.state) == [.behind, .notReported])
  }
}
