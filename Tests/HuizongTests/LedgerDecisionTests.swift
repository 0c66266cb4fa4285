import Consolidation
import FoundationEssentials
import LedgerStore
import PlanModel
import Testing

@testable import Huizong

/// What people decide about files, and what the ledger tells of it.
@Suite struct LedgerDecisionTests {
  private let folder: Folder
  private let plan: OpenPlan
  private var ledger: String { "\(folder.path)/ledger.sqlite" }

  /// An office whose eastern county sent two files on one day, with different figures.
  init() throws {
    folder = try Folder()
    try folder.write(OfficePlan.text, to: "plan.yaml")
    try folder.write("a key for tests and nothing else", to: "office.key")
    plan = try OpenPlan(path: "\(folder.path)/plan.yaml")
    let office = try SmallOffice.sounding()
    try folder.write(bytes: office.form("east"), to: "inbox/东县.xlsx")
    let changed = try office.form("east") { form in
      form.set("01", .cumulative, 33)
      form.set("01", .progress, "已改造33户")
    }
    try folder.write(bytes: changed, to: "inbox/东县2.xlsx")
    try folder.write("file,date\n东县.xlsx,2024-07-03\n东县2.xlsx,2024-07-03\n", to: "inbox/receipts.csv")
  }

  private func run() async throws -> UnitReport {
    let outcome = try await ConsolidateJob(
      plan: plan, period: Period("2024-06")!, source: .inbox("\(folder.path)/inbox", earlier: []), ledger: ledger,
      clock: OfficeClock(now: "2024-07-10"), workers: 1
    ).run()
    return try #require(outcome.period.units.first { $0.unit.id == "east" })
  }

  private func decide(_ decision: LedgerDecisionJob.Decision, _ file: String) throws {
    _ = try LedgerDecisionJob(
      ledger: ledger, plan: plan, file: file, decision: decision, by: "张某", why: "电话核实",
      clock: OfficeClock(now: "2024-07-10")
    ).run(in: .chinese)
  }

  private func figure(_ report: UnitReport) -> Figure? {
    report.files.source(of: "1.1-01")?.submission.row("1.1-01")?.cumulative.figure
  }

  @Test func `of files in conflict the chosen one counts, until it is taken out`() async throws {
    #expect(try await run().files.disputed == ["1.1-01"])
    try decide(.choose(indicator: nil), "东县2.xlsx")
    let chosen = try await run()
    #expect(chosen.files.disputed == [] && figure(chosen) == .decimal(33) && chosen.status == .onTime)
    try decide(.withdraw, "东县2.xlsx")
    let back = try await run()
    #expect(figure(back) == .decimal(31) && back.files.withdrawn.map(\.submission.file) == ["东县2.xlsx"])
    try decide(.restore, "东县2.xlsx")
    let restored = try await run()
    #expect(figure(restored) == .decimal(33) && restored.files.withdrawn.isEmpty)
  }

  @Test func `one item may be chosen from one file, and the rest from another`() async throws {
    _ = try await run()
    try decide(.choose(indicator: "1.1-01"), "东县.xlsx")
    let report = try await run()
    #expect(report.files.disputed == [] && figure(report) == .decimal(31) && report.files.counting.count == 2)
  }

  @Test func `what cannot be decided is said, and nothing is noted`() async throws {
    _ = try await run()
    let before = try LedgerQuery(path: ledger).verify(in: .chinese).head
    #expect(throws: JobError(.unknownInLedger, "西县.xlsx")) { try decide(.withdraw, "西县.xlsx") }
    #expect(throws: JobError(.unknownIndicator, "9.9-01")) { try decide(.choose(indicator: "9.9-01"), "东县.xlsx") }
    #expect(try LedgerQuery(path: ledger).verify(head: before, in: .chinese).isSound)
    #expect(throws: (any Error).self) { try LedgerQuery(path: "\(folder.path)/none.sqlite") }
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/none.sqlite"))
  }

  @Test func `a head that is no digest is a slip of the hand, not a fault of the ledger`() async throws {
    _ = try await run()
    let head = try LedgerQuery(path: ledger).verify(in: .chinese).head
    let grouped = stride(from: 0, to: 64, by: 8).map { String(head.dropFirst($0).prefix(8)) }.joined(separator: "\n ")
    #expect(try LedgerQuery(path: ledger).verify(head: grouped.uppercased(), in: .chinese).isSound)
    for text in ["", "abc", String(head.dropLast()), head + "0", String(head.dropLast()) + "g", "校验值" + head] {
      #expect(throws: JobError(.unreadableDigest, text)) {
        try LedgerQuery(path: ledger).verify(head: text, in: .chinese)
      }
    }
    let other = String(repeating: "0", count: 64)
    #expect(try !LedgerQuery(path: ledger).verify(head: other, in: .chinese).isSound)
  }

  @Test func `a history tells everything, with who decided`() async throws {
    _ = try await run()
    try decide(.choose(indicator: nil), "东县2.xlsx")
    _ = try await run()
    let lines = try LedgerQuery(path: ledger).history(of: "东县2.xlsx", period: nil, plan: plan.plan, in: .chinese)
    #expect(
      lines == [
        "2024-07-10T00:00:00 [2024-06] 东县2.xlsx 收到，收件日期2024-07-03",
        "2024-07-10T00:00:00 [2024-06] 东县2.xlsx 读取，应填23项，读到23项",
        "2024-07-10T00:00:00 [2024-06] 东县2.xlsx 审核，可收下，强制性0处，核实性0处",
        "2024-07-10T00:00:00 [2024-06] 东县2.xlsx 计入：计入汇总",
        "2024-07-10T00:00:00 [2024-06] 东县2.xlsx 选定：电话核实（张某）",
        "2024-07-10T00:00:00 [2024-06] 东县2.xlsx 审核，可收下，强制性0处，核实性0处",
      ])
    let figures = try LedgerQuery(path: ledger).history(of: "1.1-01", period: nil, plan: plan.plan, in: .chinese)
    #expect(figures.map { $0.hasSuffix("（填报表!J7）") } == [true, true])
    let unit = try LedgerQuery(path: ledger).history(of: "东县", period: Period("2024-06"), plan: plan.plan, in: .english)
    #expect(unit.count == 12)
  }

  @Test func `who decides and why stand on one line, whatever was typed`() async throws {
    _ = try await run()
    let said = try LedgerDecisionJob(
      ledger: ledger, plan: plan, file: "东县2.xlsx", decision: .choose(indicator: nil), by: "张某\nreturned",
      why: "电话\r\n核实\u{1B}[2J", clock: OfficeClock(now: "2024-07-10")
    ).run(in: .chinese)
    #expect(said.contains("（张某 returned：电话 核实 [2J）"))
    let lines = try LedgerQuery(path: ledger).history(of: "东县2.xlsx", period: nil, plan: plan.plan, in: .chinese)
    #expect(lines.contains { $0.hasSuffix("选定：电话 核实 [2J（张某 returned）") })
    #expect(try LedgerQuery(path: ledger).verify(in: .chinese).isSound)
    #expect(throws: JobError(.unreadableDate, "2024-07-10T08:30\nx")) { try OfficeClock(now: "2024-07-10T08:30\nx") }
  }

  @Test func `what the last file changed is listed, figures apart from words`() async throws {
    _ = try await run()
    let east = try #require(plan.plan.unit(id: "east"))
    let lines = try LedgerQuery(path: ledger).difference(
      of: east, period: #require(Period("2024-06")), plan: plan.plan, in: .chinese)
    #expect(
      lines == [
        "东县2.xlsx 比 东县.xlsx 改了3处，其中2处影响汇总。",
        "  1.1-01 适老化改造 本期完成：6 → 8（影响汇总）",
        "  1.1-01 适老化改造 累计完成：31 → 33（影响汇总）",
        "  1.1-01 适老化改造 进展情况：已改造31户 → 已改造33户",
      ])
  }

  @Test func `a view comes out as text that other programs read`() async throws {
    _ = try await run()
    var text: [UInt8] = []
    try LedgerQuery(path: ledger).export("v1_files", as: .csv) { text += $0 }
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.first == "digest,name,folder,period,size,received,receivedIsStated,recordedAt,recordedBy")
    #expect(lines.count == 3)
    #expect(throws: (any Error).self) { try LedgerQuery(path: ledger).export("event", as: .csv) { _ in } }
    // Nothing was entered by hand: the names of the columns all the same, and no object.
    var (none, objects): ([UInt8], [UInt8]) = ([], [])
    try LedgerQuery(path: ledger).export("v1_entries", as: .csv) { none += $0 }
    try LedgerQuery(path: ledger).export("v1_entries", as: .jsonl) { objects += $0 }
    #expect(String(decoding: none, as: UTF8.self).hasPrefix("kind,unit,") && none.count { $0 == 10 } == 1)
    #expect(objects.isEmpty)
  }
}
