import Consolidation
import Forms
import FoundationEssentials
import LedgerStore
import PlanFile
import PlanModel
import Testing

@testable import Huizong

/// The first file of each versioned format must stay readable for ever. The files are never written anew: a new version
/// of a format gets a file of its own beside the old one.
@Suite struct CompatibilityTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Compatibility")
    .standardized

  private func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try #require(FileManager.default.contents(atPath: Self.folder.appending(path: name).path())))
  }

  @Test func `a layout of version 1 is read to the last field`() throws {
    let layout = try #require(FormLayout(json: text("layout-v1.json")))
    #expect(layout.version == 1 && layout.unit == "lottery" && layout.period == "2024-06" && layout.revision == 1)
    #expect(layout.columns.map(\.key).prefix(4) == ["code", "number", "task", "indicator"])
    #expect(layout.rows.map(\.code) == ["2.5.3-01", "2.5.3-02", "2.5.3-03"])
    #expect(try layout.json() == text("layout-v1.json"))
  }

  @Test func `a form of version 1 is read with its first plan`() throws {
    let plan = try PlanReader().read(bytes("plan-v1.yaml"))
    let reading = SubmissionReader(plan: plan, period: nil, key: nil).read(
      bytes: try bytes("form-v1.xlsx"), file: "form-v1.xlsx")
    guard case .form(let form) = reading else {
      Issue.record("refused: \(reading)")
      return
    }
    #expect(form.submission.unit == "lottery" && form.submission.period.description == "2024-06")
    // One of its figures is 3.6 个, which goes back today.
    #expect(form.submission.rows.count == 3 && form.accounting.read == 2 && form.accounting.unreadable == 1)
    #expect(form.serial?.count == 8)
  }

  @Test func `the output of check, version 1, is read and written alike`() throws {
    let output = try CheckOutput(json: text("check-v1.json"))
    #expect(output.version == 1 && output.files.map(\.verdict) == ["accepted", "refused"])
    #expect(try output.json() + "\n" == text("check-v1.json"))
  }

  // The ledger and the part were made of the same three forms; the report says what became of them.

  @Test func `a ledger of version 1 gives the same period`() async throws {
    let folder = try Folder()
    try folder.write(bytes: bytes("plan-v1.yaml"), to: "plan.yaml")
    try folder.write("0123456789abcdef", to: "sample.key")
    try folder.write(bytes: bytes("ledger-v1.sqlite"), to: "ledger.sqlite")
    let plan = try OpenPlan(path: "\(folder.path)/plan.yaml")
    let outcome = try await ConsolidateJob(
      plan: plan, period: Period("2024-06")!, source: .ledger("\(folder.path)/ledger.sqlite"),
      clock: OfficeClock(now: "2024-07-09"), workers: 1
    ).run()
    // Members may be added: where the ledger ends.
    var report = try outcome.report(language: .chinese)
    let ledger = try #require(report.firstRange(of: #/  "ledger" : \{[^}]*\},\n/#))
    report.removeSubrange(ledger)
    #expect(try report == text("report-v1.json"))
    #expect(Self.sales(of: outcome) == FixedDecimal("21386.42"))
  }

  @Test func `a ledger of version 1 is proved as it is, and sealed from then on`() throws {
    let folder = try Folder()
    try folder.write(bytes: bytes("plan-v1.yaml"), to: "plan.yaml")
    try folder.write("0123456789abcdef", to: "sample.key")
    try folder.write(bytes: bytes("ledger-v1.sqlite"), to: "ledger.sqlite")
    let (path, plan) = ("\(folder.path)/ledger.sqlite", try OpenPlan(path: "\(folder.path)/plan.yaml"))
    let before = try LedgerQuery(path: path).verify(in: .chinese)
    #expect(before.isSound && !before.isSealed)
    #expect(try LedgerQuery(path: path).faults(key: plan.key) == [.unsealed])
    try folder.write("来函", to: "letter.txt")
    let unit = try #require(plan.plan.unit(id: plan.plan.reporting.units[0]))
    _ = try LedgerEntryJob(
      ledger: path, plan: plan, unit: unit.name, period: Period("2024-06")!, .points("1"),
      evidence: "\(folder.path)/letter.txt", by: "张某", why: "表扬", clock: OfficeClock(now: "2024-07-09")
    ).run(in: .chinese)
    let after = try LedgerQuery(path: path).verify(head: before.head, key: plan.key, in: .chinese)
    #expect(after.isSound && !after.isSealed && after.events > before.events)
    #expect(after.text().contains("第1–\(before.events)条不是用密钥"))
  }

  @Test func `a part of version 1 gives the same period`() async throws {
    let folder = try Folder()
    try folder.write(bytes: bytes("plan-v1.yaml"), to: "plan.yaml")
    try folder.write("0123456789abcdef", to: "sample.key")
    try folder.write(bytes: bytes("part-v1.partial"), to: "a.partial")
    func consolidated(withoutKey: Bool) async throws -> ConsolidateJob.Outcome {
      try await ConsolidateJob(
        plan: OpenPlan(path: "\(folder.path)/plan.yaml", withoutKey: withoutKey), period: Period("2024-06")!,
        source: .partial("\(folder.path)/a.partial"), workers: 1
      ).run()
    }
    // It was read without the key, and nothing proves it since.
    let error = await #expect(throws: JobError.self) { try await consolidated(withoutKey: false) }
    #expect(error?.code == .parts(.differentBasis(.key)))
    let outcome = try await consolidated(withoutKey: true)
    var report = try outcome.report(language: .chinese)
    report.replace(",\n  \"withoutKey\" : true", with: "")
    #expect(try report == text("report-v1.json"))
    #expect(Self.sales(of: outcome) == FixedDecimal("21386.42"))
  }

  /// 福利彩票销售量, as the corrected form has it.
  private static func sales(of outcome: ConsolidateJob.Outcome) -> FixedDecimal? {
    outcome.period.results.first { $0.indicator.code == "2.5.3-02" }?.figures.compactMap(\.cumulative).first
  }
}
