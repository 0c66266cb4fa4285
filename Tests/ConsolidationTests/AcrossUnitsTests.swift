import Consolidation
import PlanModel
import Testing

/// What the submissions of a period say about one another.
@Suite struct AcrossUnitsTests {
  private func indicators(_ reportedBy: [String], count: Int = 4) -> [Indicator] {
    (1...count).map { Indicator(code: "1-0\($0)", name: "指标\($0)", value: 500, measure: "户", reportedBy: reportedBy) }
  }

  private func findings(_ indicators: [Indicator], _ figures: [String: [Int?]]) throws -> [Finding] {
    var plan = Sample.plan()
    plan.tasks[0].indicators = indicators
    let candidates = figures.map { unit, values in
      Candidate(
        submission: Submission(
          file: "\(unit).xlsx", digest: unit, unit: unit, period: Sample.june,
          rows: zip(indicators, values).map { indicator, value in
            Sample.row(indicator.code, value.map { .decimal(FixedDecimal($0)) } ?? .blank)
          }), received: CivilDate("2024-07-03"), findings: [])
    }
    return try Consolidator(plan: plan, period: Sample.june).consolidate(candidates).findings
  }

  @Test(arguments: [
    ([120, 48, 36, 17], true), ([120, 48, 36, 18], true), ([120, 48, 37, 18], false), ([121, 49, 37, 18], false),
  ])
  func `two counties with the same figures are seen`(west: [Int], isSeen: Bool) throws {
    let found = try findings(indicators(Sample.counties), ["east": [120, 48, 36, 17], "west": west])
    #expect(found.map(\.rule) == (isSeen ? ["identical-figures"] : []))
    #expect(found.allSatisfy { $0.unit == "west" && $0.value == "东县民政局" && $0.grade == .warning })
  }

  @Test func `small counts are often equal and are not compared`() throws {
    let found = try findings(indicators(Sample.counties), ["east": [1, 2, 0, 9], "west": [1, 2, 0, 9]])
    #expect(found == [])
  }

  /// The city's total, and the part of it that the counties report.
  private let cityAndCounties = [
    Indicator(code: "1-01", name: "全市床位", value: 500, measure: "张", reportedBy: ["office"]),
    Indicator(code: "1-02", name: "各县床位", value: 500, measure: "张", partOf: "1-01", reportedBy: Sample.counties),
  ]

  @Test(arguments: [(30, true), (31, false)])
  func `counties that do not add up to the city's figure are seen`(city: Int, isSeen: Bool) throws {
    let found = try findings(cityAndCounties, ["office": [city, nil], "east": [nil, 20], "west": [nil, 11]])
    #expect(found.map(\.rule) == (isSeen ? ["counties-not-city-figure"] : []))
    #expect(found.allSatisfy { $0.unit == "office" && $0.value == "31" && $0.expected == "30" })
  }

  @Test func `a county that did not report leaves the sum open`() throws {
    #expect(try findings(cityAndCounties, ["office": [30, nil], "east": [nil, 20]]) == [])
  }

  @Test func `a unit of the city that reports beside the counties speaks of its own`() throws {
    let beside = indicators(["office", "east", "west"], count: 1)
    #expect(try findings(beside, ["office": [30], "east": [20], "west": [11]]) == [])
  }
}
