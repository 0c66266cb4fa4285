import Consolidation
import PlanModel
import Testing

@Suite struct EvaluationTests {
  private static let quarter = Period("2024Q2")!

  private static func target(_ code: String, _ value: FixedDecimal = 100) -> Indicator {
    Indicator(
      code: code, name: code, value: value, reportedBy: Sample.counties, allocation: ["east": 50, "west": 50])
  }

  /// A quarter closed by June's forms, after the snapshots of April and May.
  private func evaluate(
    _ indicators: [Indicator], earlier: [MonthlySnapshot] = [], adjustments: [Adjustment] = [],
    period: Period = quarter,
    change: (inout Plan) -> Void = { _ in }, _ candidates: Candidate...
  ) throws -> Evaluation {
    var plan = Sample.plan()
    plan.tasks[0].indicators = indicators
    change(&plan)
    let consolidated = try Consolidator(
      plan: plan, period: period, earlier: EarlierMonths(snapshots: earlier), adjustments: adjustments
    )
    .consolidate(candidates)
    return try #require(try consolidated.evaluation())
  }

  private func file(_ unit: String, _ figures: [String], received: String = "2024-07-03") -> Candidate {
    let rows = figures.enumerated().map { Sample.row("1-0\($0 + 1)", Sample.decimal($1)) }
    return Candidate(
      submission: Submission(
        file: "\(unit).xlsx", digest: "digest of \(unit)", unit: unit, period: Sample.june, parent: nil, rows: rows),
      received: CivilDate(received), findings: [])
  }

  @Test func `an item has weight × min(1, rate ÷ pace), never more, never below zero`() throws {
    let evaluation = try evaluate(
      [Self.target("1-01"), Self.target("1-02"), Self.target("1-03")], change: { $0.reporting.weights = ["1-01": 2] },
      file("east", ["10", "40", "-5"]), file("west", ["25", "25", "25"]))
    let east = try #require(evaluation.counties.first { $0.name == "东县" })
    // 10 of 50 is 20 %, against a pace of 50 %.
    #expect(east.items.map(\.points) == [FixedDecimal("0.8")!, 1, 0])
    #expect(east.items.map(\.weight) == [2, 1, 1])
    #expect(east.items.map(\.rate) == [20, 80, -10])
    #expect(east.base == 45)
    let west = try #require(evaluation.counties.first { $0.name == "西县" })
    #expect(west.base == 100 && west.total == 100 && west.rank == 1)
    // Its second light is red as well: 10 % below zero is 60 below the pace.
    #expect(east.rank == 2)
    #expect(evaluation.unknown == [Period("2024-04")!, Period("2024-05")!])
  }

  @Test func `a year is judged by the whole target`() throws {
    var plan = Sample.plan()
    plan.tasks[0].indicators = [Self.target("1-01")]
    let december = Period("2024-12")!
    let candidates = [("east", "45"), ("west", "60")].map { unit, value in
      Candidate(
        submission: Submission(
          file: unit, digest: unit, unit: unit, period: december, parent: nil,
          rows: [Sample.row("1-01", Sample.decimal(value))]), received: CivilDate("2025-01-03"), findings: [])
    }
    let year = try Consolidator(plan: plan, period: Period("2024")!).consolidate(candidates)
    let counties = try #require(try year.evaluation()).counties
    #expect(counties.map(\.name) == ["西县", "东县"])
    #expect(counties.map(\.base) == [100, 90])
  }

  @Test func `a month is not evaluated`() throws {
    var plan = Sample.plan()
    plan.tasks[0].indicators = [Self.target("1-01")]
    #expect(try Consolidator(plan: plan, period: Sample.june).consolidate([]).evaluation() == nil)
  }

  @Test func `late, missing and returned months, yellow lights twice and a red one take points`() throws {
    func lit(_ light: Light, _ code: String = "1-01") -> MonthlySnapshot.LitItem {
      .init(code: code, light: light, gap: -20)
    }
    func month(_ text: String, _ east: MonthlySnapshot.Line) -> MonthlySnapshot {
      MonthlySnapshot(period: Period(text)!, counties: [east, .init(id: "west", status: .onTime)], departments: [])
    }
    let evaluation = try evaluate(
      [Self.target("1-01"), Self.target("1-02")],
      earlier: [
        month("2024-05", .init(id: "east", status: .missing, lit: [lit(.yellow), lit(.red, "1-02")])),
        month(
          "2024-04", .init(id: "east", status: .late, returned: ["a.xlsx"], lit: [lit(.yellow), lit(.red, "1-02")])),
      ], file("east", ["25", "25"]), file("west", ["25", "25"]))
    let east = try #require(evaluation.counties.first { $0.name == "东县" })
    #expect(east.base == 100)
    #expect(east.deductions.map(\.points) == [FixedDecimal("0.5")!, FixedDecimal("0.5")!, 1, 1, 2])
    #expect(east.total == 95)
    #expect(evaluation.unknown == [])
    let causes = east.deductions.map { deduction in
      switch deduction.cause {
      case .late(let month, _, _): "late \(month)"
      case .missing(let month): "missing \(month)"
      case .returned(let month, let files): "returned \(month) \(files)"
      case .yellow(let code, let lit): "yellow \(code) \(lit.map(\.period))"
      case .red(let code, let lit): "red \(code) \(lit.map(\.period))"
      }
    }
    #expect(
      causes == [
        "late 2024-04", #"returned 2024-04 ["a.xlsx"]"#, "missing 2024-05", "yellow 1-01 [2024-04, 2024-05]",
        "red 1-02 [2024-04, 2024-05]",
      ])
  }

  @Test func `a county that did not report is listed apart, its unreported items cost no light`() throws {
    let evaluation = try evaluate([Self.target("1-01")], file("west", ["25"]))
    #expect(evaluation.counties.map(\.name) == ["西县", "东县"])
    #expect(evaluation.counties.map(\.rank) == [1, nil])
    #expect(evaluation.counties[1].deductions.map(\.points) == [1], "缺报 alone")
  }

  @Test func `equal totals share a rank, also where thirds were added up`() throws {
    let thirds = ["1-01", "1-02", "1-03"].map { Self.target($0) }
    // 8 of 50 is 16 %, 17 is 34 %: against 50 % that makes 0.32 and 0.68.
    let evaluation = try evaluate(thirds, file("east", ["8", "17", "25"]), file("west", ["25", "17", "8"]))
    #expect(evaluation.counties.map(\.base) == [FixedDecimal("66.6666666667"), FixedDecimal("66.6666666667")])
    #expect(evaluation.counties.map(\.rank) == [1, 1])
  }

  @Test func `points by hand are added, for the months of the quarter too`() throws {
    let evaluation = try evaluate(
      [Self.target("1-01")],
      adjustments: [
        Adjustment(
          unit: "east", period: Period("2024-05")!, points: FixedDecimal("1.5")!, why: "省级通报表扬", by: "张某",
          at: CivilDate("2024-07-01")!, evidence: "通报.pdf", digest: "abc")
      ], file("east", ["25"]), file("west", ["25"]))
    #expect(evaluation.counties.map(\.name) == ["东县", "西县"])
    #expect(evaluation.counties.map(\.total) == [FixedDecimal("101.5"), 100])
  }

  @Test func `the quarter's own figure is counted from where it began`() throws {
    var plan = Sample.plan()
    plan.tasks[0].indicators = [Self.target("1-01")]
    func quarter(_ previous: [String: [String: FixedDecimal]]) throws -> IndicatorResult {
      try #require(
        try Consolidator(plan: plan, period: Self.quarter, previous: previous)
          .consolidate([file("east", ["30"]), file("west", ["20"])]).results.first)
    }
    let known = try quarter(["east": ["1-01": 12], "west": ["1-01": 5]])
    #expect(known.current == 33)
    #expect(known.figures.map(\.current) == [18, 15])
    #expect(try quarter(["east": ["1-01": 12]]).current == nil, "a sum without one county is none")
  }

  @Test func `a form of June is due as June's form is, and May's says nothing of the quarter's end`() throws {
    var plan = Sample.plan()
    plan.tasks[0].indicators = [Self.target("1-01")]
    plan.reporting.due[.quarter] = .init(monthsAfter: 1, day: 10)
    let quarter = try Consolidator(plan: plan, period: Self.quarter).consolidate([
      file("east", ["30"], received: "2024-07-05"), file("west", ["30"], received: "2024-07-08"),
    ])
    #expect(quarter.units.map(\.status) == [.onTime, .late])
    #expect(quarter.units.map(\.due) == [CivilDate("2024-07-05"), CivilDate("2024-07-05")])
    #expect(Self.quarter.closing == [Sample.june, Self.quarter])
    #expect(Period("2024H1")!.closing == [Sample.june, Self.quarter, Period("2024H1")!])
    #expect(!Self.quarter.isClosed(by: Period("2024-05")!) && !Self.quarter.isClosed(by: Period("2024H1")!))
    #expect(Self.quarter.parts(.month).map(\.description) == ["2024-04", "2024-05", "2024-06"])
  }
}
