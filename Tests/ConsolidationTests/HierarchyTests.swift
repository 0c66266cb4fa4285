import Consolidation
import PlanModel
import Testing

/// Units below each other, and shares that come to wholes.
@Suite struct HierarchyTests {
  private static let units = ["county", "town1", "town2", "other"]

  private func result(_ figures: [String: String], _ aggregate: Indicator.Aggregate = .sum) throws -> IndicatorResult {
    var plan = Sample.plan()
    plan.units = [
      Unit(id: "county", name: "东县民政局", short: "东县", kind: .county),
      Unit(id: "town1", name: "甲镇", short: "甲镇", kind: .section, parent: "county"),
      Unit(id: "town2", name: "乙镇", short: "乙镇", kind: .section, parent: "county"),
      Unit(id: "other", name: "丙镇", short: "丙镇", kind: .section, parent: "elsewhere"),
    ]
    plan.reporting.units = Self.units
    plan.tasks[0].indicators = [
      Indicator(code: "1-01", name: "数", value: 100, aggregate: aggregate, reportedBy: Self.units)
    ]
    let candidates = figures.map { Sample.candidate($0, $0, Sample.row("1-01", Sample.decimal($1))) }
    return try #require(try Consolidator(plan: plan, period: Sample.june).consolidate(candidates).results.first)
  }

  @Test func `a superior's figure holds those below it, which are not added again`() throws {
    let result = try result(["county": "30", "town1": "12", "town2": "18", "other": "5"])
    #expect(result.total == 35)
    #expect(result.figures.map(\.isPart) == [false, true, true, false])
    #expect(result.figures.map(\.cumulative) == [30, 12, 18, 5])
  }

  @Test func `without the superior's the figures below it are added`() throws {
    let result = try result(["town1": "12", "town2": "18"])
    #expect(result.total == 30)
    #expect(result.figures.map(\.isPart) == [false, false, false, false])
  }

  @Test func `the largest of several is the largest, whoever holds whom`() throws {
    #expect(try result(["county": "30", "town1": "12"], .max).total == 30)
  }

  @Test(arguments: [("90", "55", "50"), ("90", "50", "45"), ("80", "41", "33"), ("33.3", "3", "1")])
  func `a share of towns comes to whole towns, rounded up`(target: String, towns: String, needed: String) throws {
    var plan = Sample.plan()
    plan.tasks[0].indicators = [
      Indicator(
        code: "1-01", name: "占比", value: FixedDecimal(target), kind: .ratio, accumulation: .level, aggregate: .ratio,
        numerator: "1-02", denominator: "1-03"),
      Indicator(code: "1-02", name: "建成的镇", role: .context, measure: "个", accumulation: .level, reportedBy: ["east"]),
      Indicator(code: "1-03", name: "全部的镇", role: .context, measure: "个", accumulation: .level, reportedBy: ["east"]),
    ]
    let period = try Consolidator(plan: plan, period: Sample.june).consolidate([
      Sample.candidate(
        "east", "a", Sample.row("1-02", Sample.decimal("1")), Sample.row("1-03", Sample.decimal(towns)))
    ])
    let (share, part) = (try #require(period.result(code: "1-01")), try #require(period.result(code: "1-02")))
    let wholes = try #require(try period.wholesNeeded(for: share))
    #expect(wholes.count == FixedDecimal(needed))
    #expect(wholes.whole == FixedDecimal(towns) && wholes.done == 1)
    #expect(try period.wholesNeeded(for: part) == nil)
  }

  @Test(arguments: [("元/月", Indicator.Aggregate.latest), ("元/月", .sum), ("个", .latest)])
  func `a share of amounts, or of what is no sum, comes to no wholes`(unit: String, aggregate: Indicator.Aggregate)
    throws
  {
    var plan = Sample.plan()
    plan.tasks[0].indicators = [
      Indicator(
        code: "1-01", name: "占比", value: 80, kind: .ratio, accumulation: .level, aggregate: .ratio, numerator: "1-02",
        denominator: "1-03"),
      Indicator(
        code: "1-02", name: "农村标准", role: .context, measure: unit, accumulation: .level, aggregate: aggregate,
        reportedBy: ["east"]),
      Indicator(
        code: "1-03", name: "城市标准", role: .context, measure: unit, accumulation: .level, aggregate: aggregate,
        reportedBy: ["east"]),
    ]
    let period = try Consolidator(plan: plan, period: Sample.june).consolidate([
      Sample.candidate(
        "east", "a", Sample.row("1-02", Sample.decimal("650")), Sample.row("1-03", Sample.decimal("796")))
    ])
    let share = try #require(period.result(code: "1-01"))
    #expect(share.total != nil)
    #expect(try period.wholesNeeded(for: share) == nil)
  }
}
