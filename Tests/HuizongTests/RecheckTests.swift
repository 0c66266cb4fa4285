import LedgerStore
import PlanModel
import Testing

@testable import Huizong

/// `huizong recheck`.
@Suite struct RecheckTests {
  @Test func `a softer rule changes the verdict, and the old one stays`() async throws {
    let folder = try Folder()
    try folder.write(OfficePlan.text, to: "plan.yaml")
    try folder.write("a key for tests and nothing else", to: "office.key")
    let office = try SmallOffice.sounding()
    try folder.write(bytes: office.form("east") { $0.set("01", .cumulative, "若干") }, to: "inbox/east.xlsx")
    try folder.write(bytes: office.form("west"), to: "inbox/west.xlsx")
    let (path, ledger) = ("\(folder.path)/plan.yaml", "\(folder.path)/ledger.sqlite")
    _ = try await ConsolidateJob(
      plan: OpenPlan(path: path), period: Period("2024-06")!, source: .inbox("\(folder.path)/inbox", earlier: []),
      ledger: ledger, clock: OfficeClock(now: "2024-07-08"), workers: 1
    ).run()

    func recheck() async throws -> RecheckJob.Outcome {
      try await RecheckJob(
        plan: OpenPlan(path: path), period: Period("2024-06")!, ledger: ledger, clock: OfficeClock(now: "2024-07-09"),
        workers: 1
      ).run()
    }
    #expect(try await recheck().changes == [])

    try folder.write(OfficePlan.text + "rules:\n  - {id: E02, grade: warning}\n", to: "plan.yaml")
    let outcome = try await recheck()
    let change = try #require(outcome.changes.first)
    #expect(outcome.forms == 2 && outcome.changes.count == 1)
    #expect(change.file == "east.xlsx" && !change.wasAcceptable && change.isAcceptable)
    #expect(
      outcome.text(plan: try OpenPlan(path: path).plan, language: .chinese).hasSuffix(
        "2024年6月：重新审核2份，1份结论有变；原来的结论仍在台账里。"))
    let history = try LedgerQuery(path: ledger).history(
      of: "east.xlsx", period: nil, plan: OpenPlan(path: path).plan, in: .chinese)
    #expect(history.filter { $0.contains("审核，") }.count == 2)
    #expect(try await recheck().changes == [])
    #expect(try LedgerQuery(path: ledger).verify(in: .chinese).isSound)
  }
}
