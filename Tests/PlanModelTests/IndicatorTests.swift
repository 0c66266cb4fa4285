import PlanModel
import Testing

@Suite struct IndicatorTests {
  @Test(
    arguments: [
      ("2024-06", nil, nil, "50.0"), ("2024-11", nil, nil, "91.7"), ("2024-12", nil, nil, "100.0"),
      ("2024-06", nil, "2024-09-30", "66.7"),
      ("2024-06", "2024-04", "2024-09-30", "50.0"), ("2024-06", nil, "2024-05-31", "100.0"),
      ("2024-02", "2024-04", nil, "0.0"),
    ] as [(String, String?, String?, String)])
  func `the pace is months passed over months given`(period: String, from: String?, deadline: String?, expected: String)
    throws
  {
    let indicator = Indicator(
      code: "1", name: "a", value: 10,
      deadline: deadline.flatMap { CivilDate($0) }.map { .init(date: $0, isStated: true) },
      from: from.flatMap { Period($0) })
    let pace = try #require(indicator.pacePercentage(in: try PlanModelTests.period(period)))
    #expect(try pace.rounded(to: 1).description == expected)
  }

  @Test func `ratios, milestones and benchmarks have no pace`() throws {
    let june = try period("2024-06")
    #expect(Indicator(code: "1", name: "a", value: 80, kind: .ratio).pacePercentage(in: june) == nil)
    #expect(Indicator(code: "1", name: "a", kind: .milestone).pacePercentage(in: june) == nil)
    #expect(Indicator(code: "1", name: "a", value: 3, isBenchmark: true).pacePercentage(in: june) == nil)
    #expect(
      Indicator(code: "1", name: "a", value: 3, pace: .points([.init(period: june, percentage: 40)])).pacePercentage(
        in: june) == 40)
  }

  @Test func `a changed target judges from its month on`() throws {
    let indicator = Indicator(
      code: "1", name: "a", value: 10, targets: [.init(from: try period("2024-07"), value: 12, basis: "文号")])
    #expect(indicator.target(in: try period("2024-06")) == 10)
    #expect(indicator.target(in: try period("2024-07")) == 12)
    #expect(indicator.target(in: try period("2024")) == 12)
  }

  @Test func `a quarterly indicator stands on the quarter's last form`() throws {
    let indicator = Indicator(code: "1", name: "a", frequency: .quarter)
    #expect(!indicator.isDue(in: try period("2024-05")))
    #expect(indicator.isDue(in: try period("2024-06")))
    #expect(indicator.isDue(in: try period("2024Q2")))
  }
}
