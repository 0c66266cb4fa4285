import Consolidation
import Forms
import PlanModel
import Testing

@testable import Huizong

/// Figures that a ledger took in before a revision of the plan changed their unit of measure.
@Suite struct MeasureRevisionTests {
  private let folder: Folder
  private var ledger: String { "\(folder.path)/ledger.sqlite" }

  init() throws { folder = try Folder() }

  private func open() throws -> OpenPlan { try OpenPlan(path: "\(folder.path)/plan.yaml") }

  /// Writes the plan with 1.1-02 measured in a unit of measure.
  private func plan(in measure: String, revision: Int) throws -> OpenPlan {
    let text = OfficePlan.text.replacing("revision: 2", with: "revision: \(revision)")
    try folder.write(
      text.replacing("value: 40000, unit: 万元", with: "value: 40000, unit: \(measure)"), to: "plan.yaml")
    return try open()
  }

  /// June's forms go into the ledger by the plan in 万元; 3977.52 this month, 21386.42 this year.
  private func filled() async throws {
    _ = try SmallOffice.sounding().lay(in: folder)
    _ = try await ConsolidateJob(
      plan: plan(in: "万元", revision: 2), period: SmallOffice.june,
      source: .inbox("\(folder.path)/inbox", earlier: []), ledger: ledger, clock: OfficeClock(now: "2024-07-09"),
      workers: 1
    ).run()
  }

  private func report(_ plan: OpenPlan) async throws -> ConsolidatedPeriod {
    try await ConsolidateJob(
      plan: plan, period: SmallOffice.june, source: .ledger(ledger), clock: OfficeClock(now: "2024-07-10"), workers: 1
    ).run().period
  }

  @Test func `what was read in 万元 is restated where the plan says 元 now`() async throws {
    try await filled()
    let period = try await report(plan(in: "元", revision: 3))
    let figure = try #require(period.result(code: "1.1-02")?.figures.first { $0.unit.id == "east" })
    #expect(figure.cumulative == FixedDecimal("213864200") && figure.current == FixedDecimal("39775200"))
    #expect(period.openFindings.contains { $0.id == "W40" && $0.indicator == "1.1-02" && $0.value == "万元" })
    // And back again: by the plan that it was read by.
    let before = try await report(plan(in: "万元", revision: 2))
    #expect(before.result(code: "1.1-02")?.total == FixedDecimal("21386.42"))
    #expect(!before.openFindings.contains { $0.id == "W40" })
  }

  @Test func `what does not convert is taken by nobody, and said`() async throws {
    try await filled()
    let period = try await report(plan(in: "件", revision: 3))
    #expect(period.result(code: "1.1-02")?.figures.allSatisfy { $0.unit.id != "east" || $0.cumulative == nil } == true)
    #expect(period.openFindings.contains { $0.id == "E03" && $0.indicator == "1.1-02" && $0.unit == "east" })
  }

  @Test(arguments: [("元", "65000000"), ("万元", "6500")])
  func `an entry by hand keeps its unit of measure`(measure: String, total: String) async throws {
    try await filled()
    try folder.write("来电", to: "call.txt")
    let words = try LedgerEntryJob(
      ledger: ledger, plan: open(), unit: "东县", period: SmallOffice.june,
      .figure(indicator: "1.1-02", value: "6500"), evidence: "\(folder.path)/call.txt", by: "张某", why: "电话报数",
      clock: OfficeClock(now: "2024-07-09")
    ).run(in: .chinese)
    #expect(words.contains("6500"))
    let period = try await report(plan(in: measure, revision: 3))
    #expect(period.result(code: "1.1-02")?.total == FixedDecimal(total))
    let isSaid = period.openFindings.contains { $0.id == "W40" && $0.file.hasPrefix("人工录入") && $0.value == "万元" }
    #expect(isSaid == (measure == "元"))
    let lines = try LedgerQuery(path: ledger).history(of: "东县", period: nil, plan: open().plan, in: .chinese)
    #expect(lines.contains { $0.contains("人工录入“1.1-02 彩票销售量”累计6500，凭“call.txt”：电话报数") })
  }

  @Test func `the history says what a figure was measured in`() async throws {
    try await filled()
    let plan = try plan(in: "元", revision: 3)
    let lines = try LedgerQuery(path: ledger).history(of: "1.1-02", period: nil, plan: plan.plan, in: .chinese)
    #expect(lines.contains { $0.hasSuffix("（当时的计量单位：万元）") })
    let same = try LedgerQuery(path: ledger).history(of: "1.1-01", period: nil, plan: plan.plan, in: .chinese)
    #expect(!same.isEmpty && !same.contains { $0.contains("计量单位") })
  }

  @Test func `what the next form has printed in is restated too`() async throws {
    try await filled()
    let plan = try plan(in: "元", revision: 3)
    let status = try await report(plan)
    #expect(status.result(code: "1.1-02") != nil)
    let view = try LedgerView(ledger: LedgerQuery(path: ledger).ledger, plan: plan)
    let previous = try view.earlier(of: "east", before: #require(Period("2024-07")))
      .previous(of: "east", for: #require(Period("2024-07")))
    #expect(previous["1.1-02"] == FixedDecimal("213864200"))
  }
}
