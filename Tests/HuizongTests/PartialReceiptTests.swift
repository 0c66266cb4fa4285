import Consolidation
import PlanModel
import Testing

@testable import Huizong

/// Days of receipt, where an inbox is read in parts.
@Suite struct PartialReceiptTests {
  /// The parts of two inboxes with a form of one name in each, put together and consolidated.
  private struct Merged {
    let whole: PartialPeriod
    let outcome: ConsolidateJob.Outcome
    /// The whole, written and read again.
    let reread: PartialPeriod

    init(_ forms: [(unit: String, received: String)]) async throws {
      let folder = try Folder()
      let office = try SmallOffice()
      let plan = try office.lay(in: folder)
      for (number, form) in forms.enumerated() {
        try folder.write(bytes: try office.form(form.unit), to: "\(number)/六月.xlsx")
        try folder.write("file,date\n六月.xlsx,\(form.received)\n", to: "\(number)/receipts.csv")
        let part = try await PartialJob(
          plan: plan, period: Period("2024-06")!, inbox: "\(folder.path)/\(number)", history: [], workers: 1
        ).run()
        try part.write(to: "\(folder.path)/\(number).partial", key: plan.key)
      }
      whole = try #require(
        try PartialJob.merge(forms.indices.map { "\(folder.path)/\($0).partial" }, key: plan.key))
      try whole.write(to: "\(folder.path)/all.partial", key: plan.key)
      reread = try PartialJob.read("\(folder.path)/all.partial", key: plan.key)
      outcome = try await ConsolidateJob(
        plan: plan, period: Period("2024-06")!, source: .partial("\(folder.path)/all.partial"), workers: 1
      ).run()
    }

    var received: [CivilDate?] { outcome.period.units.flatMap(\.files.counting).map(\.received) }
  }

  @Test func `parts that give two days for a file say so, and the day is not known`() async throws {
    let merged = try await Merged([("east", "2024-07-03"), ("east", "2024-07-09")])
    #expect(merged.reread == merged.whole)
    #expect(merged.received == [nil])
    let said = merged.outcome.intake.receipts.problems.map { $0.message(in: .chinese) }
    #expect(said.count == 1 && said.first?.contains("2024-07-03、2024-07-09") == true, "\(said)")
  }

  @Test func `the list of receipts of a file that is told apart from another of its name has a file`() async throws {
    let merged = try await Merged([("west", "2024-07-03"), ("east", "2024-07-03")])
    #expect(merged.outcome.intake.receipts.isEmpty)
    #expect(merged.received == [CivilDate("2024-07-03"), CivilDate("2024-07-03")])
  }
}
