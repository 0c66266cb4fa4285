import PlanFile
import PlanModel
import Testing

/// The sample plan of a whole real document.
struct ShanweiPlanTests {
  private static let document = "seeds/shanwei-civil-affairs-2024-work-points.txt"

  private func plan(_ file: String = "samples/shanwei-2024/plan.yaml") throws -> Plan {
    try PlanReader().read(contentsOf: Repository.path(file))
  }

  private func check(_ plan: Plan) throws -> PlanCheckReport {
    PlanCheck.run(plan, against: try PlanDocument(contentsOf: Repository.path(Self.document)))
  }

  @Test func `the whole document is in the plan, number by number`() throws {
    let report = try check(plan())
    #expect(report.problems == [])
    #expect(report.summary.tasks == 28)
    #expect(report.summary.numbers == 128)
    #expect(report.summary.numbersUncovered == 0)
  }

  @Test(arguments: [
    ("2.2-01", "15:502", "1780"), ("2.4-01", "19:304", "90%"), ("2.5.3-02", "23:67", "4"),
    ("2.7-02", "31:59", "49.207"),
    ("2.8.1-01", "33:36", "38"),
  ])
  func `without one indicator the check names its number and place`(
    _ code: String, _ place: String, _ number: String
  ) throws {
    var plan = try plan()
    for task in plan.tasks.indices { plan.tasks[task].indicators.removeAll { $0.code == code } }
    let problems = try check(plan).problems.filter { $0.code == .uncovered }
    #expect(problems.contains { "\($0.line):\($0.column)" == place && $0.text == number })
  }

  @Test func `without an explanation the check names its number and place`() throws {
    var plan = try plan()
    plan.notFigures.removeAll { $0.quote == "第五轮" }
    let problems = try check(plan).problems
    #expect(problems.map { "\($0.line):\($0.column) \($0.text)" } == ["31:28 五"])
  }

  @Test func `every unit of the office reports, every month`() throws {
    let plan = try plan()
    #expect(plan.reporting.units.count == 15)
    for month in 4...12 {
      let period = try #require(Period(kind: .month, year: 2024, ordinal: month))
      #expect(plan.reportingUnits(in: period) == plan.reporting.units)
    }
  }

  @Test func `the county shares of a target add up and are marked as made up`() throws {
    let plan = try plan()
    let renovation = try #require(plan.indicator(code: "2.2-01"))
    #expect(renovation.allocation == ["chengqu": 396, "haifeng": 478, "lufeng": 620, "luhe": 286])
    #expect(plan.indicators.filter { !$0.allocation.isEmpty }.allSatisfy { $0.illustrative.covers("allocation") })
  }

  @Test func `the first plan file ever written stays readable`() throws {
    let plan = try plan("Tests/Compatibility/plan-v1.yaml")
    #expect(plan.tasks.count == 28)
    #expect(plan.indicators.count == 81)
    #expect(plan.indicator(code: "2.7-02")?.value?.description == "49.207")
  }
}
