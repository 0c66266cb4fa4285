import Consolidation
import PlanModel
import Testing

@testable import Huizong

/// Days of receipt, where an inbox is read in parts.
@Suite struct PartialReceiptTests {
  @Test func `parts that give two days for a file say so, and the day is not known`() async throws {
    let folder = try Folder()
    let office = try SmallOffice()
    let plan = try office.lay(in: folder)
    for (number, day) in ["2024-07-03", "2024-07-09"].enumerated() {
      try folder.write(bytes: try office.form("east"), to: "\(number)/六月.xlsx")
      try folder.write("file,date\n六月.xlsx,\(day)\n", to: "\(number)/receipts.csv")
      let part = try await PartialJob(
        plan: plan, period: Period("2024-06")!, inbox: "\(folder.path)/\(number)", history: [], workers: 1
      ).run()
      try part.write(to: "\(folder.path)/\(number).partial", key: plan.key)
    }
    let whole = try #require(
      try PartialJob.merge(["0", "1"].map { "\(folder.path)/\($0).partial" }, key: plan.key))
    try whole.write(to: "\(folder.path)/all.partial", key: plan.key)
    #expect(try PartialJob.read("\(folder.path)/all.partial", key: plan.key) == whole)
    let outcome = try await ConsolidateJob(
      plan: plan, period: Period("2024-06")!, source: .partial("\(folder.path)/all.partial"), workers: 1
    ).run()
    #expect(outcome.period.units.flatMap(\.files.counting).map(\.received) == [nil])
    let said = outcome.intake.receipts.problems.map { $0.message(in: .chinese) }
    #expect(said.count == 1 && said.first?.contains("2024-07-03、2024-07-09") == true, "\(said)")
  }

  @Test func `the list of receipts of a file that is told apart from another of its name has a file`() async throws {
    let folder = try Folder()
    let office = try SmallOffice()
    let plan = try office.lay(in: folder)
    for unit in ["east", "west"] {
      try folder.write(bytes: try office.form(unit), to: "\(unit)/六月.xlsx")
      try folder.write("file,date\n六月.xlsx,2024-07-03\n", to: "\(unit)/receipts.csv")
      let part = try await PartialJob(
        plan: plan, period: Period("2024-06")!, inbox: "\(folder.path)/\(unit)", history: [], workers: 1
      ).run()
      try part.write(to: "\(folder.path)/\(unit).partial", key: plan.key)
    }
    let whole = try #require(
      try PartialJob.merge(["west", "east"].map { "\(folder.path)/\($0).partial" }, key: plan.key))
    try whole.write(to: "\(folder.path)/all.partial", key: plan.key)
    let outcome = try await ConsolidateJob(
      plan: plan, period: Period("2024-06")!, source: .partial("\(folder.path)/all.partial"), workers: 1
    ).run()
    #expect(outcome.intake.receipts.isEmpty)
    #expect(
      outcome.period.units.flatMap(\.files.counting).map(\.received) == [
        CivilDate("2024-07-03"), CivilDate("2024-07-03"),
      ])
  }
}
