import Consolidation
import FoundationEssentials
import LedgerStore
import PlanModel
import Testing
import Validation

@testable import Huizong

/// Runs of the small office into a ledger.
@Suite struct LedgerRunTests {
  /// Three months of an office, each with its inbox, and one ledger.
  private struct Office {
    let folder: Folder
    let plan: OpenPlan

    init(folder: Folder, plan: OpenPlan) {
      self.folder = folder
      self.plan = plan
    }

    init() throws {
      folder = try Folder()
      try folder.write(OfficePlan.text, to: "plan.yaml")
      try folder.write("a key for tests and nothing else", to: "office.key")
      plan = try OpenPlan(path: "\(folder.path)/plan.yaml")
    }

    func receive(_ month: String, _ name: String, _ bytes: [UInt8], on day: String) throws {
      try folder.write(bytes: bytes, to: "\(month)/\(name)")
      let list = "\(month)/receipts.csv"
      let isThere = FileManager.default.fileExists(atPath: "\(folder.path)/\(list)")
      let lines = isThere ? String(decoding: try folder.bytes(list), as: UTF8.self) : "file,date\n"
      try folder.write("\(lines)\(name),\(day)\n", to: "\(month)/receipts.csv")
    }

    @discardableResult
    func run(
      _ month: String, now: String = "2024-07-10", ledger: String = "ledger.sqlite", plan other: OpenPlan? = nil
    ) async throws -> ConsolidateJob.Outcome {
      try await ConsolidateJob(
        plan: other ?? plan, period: Period(month)!, source: .inbox("\(folder.path)/\(month)", earlier: []),
        ledger: "\(folder.path)/\(ledger)", clock: OfficeClock(now: now), workers: 2
      ).run()
    }

    func book(_ month: String, ledger: String) async throws -> [UInt8] {
      let outcome = try await run(month, ledger: ledger)
      try outcome.period.writeBook(to: "\(folder.path)/book.xlsx")
      return try folder.bytes("book.xlsx")
    }

    func ledger(_ name: String = "ledger.sqlite") throws -> Ledger {
      try Ledger(path: "\(folder.path)/\(name)", .read, stamp: AuditStamp(at: "2024-07-10T00:00:00"))
    }
  }

  private static let months = ["2024-04", "2024-05", "2024-06"]

  /// A county's figures of a month, so that each form carries on the last.
  private static func form(_ office: SmallOffice, _ unit: String, _ month: Int, _ figure: Int) throws -> [UInt8] {
    let previous: [String: FixedDecimal] = month == 4 ? [:] : ["01": FixedDecimal(figure - 5)]
    return try office.form(unit, period: Period("2024-0\(month)")!, previous: previous) { form in
      form.set("01", .cumulative, .number("\(figure)"))
      if month == 4 { form.set("01", .previous, 0) }
      // The office's own day is one of June.
      if unit == "east" { form.set("05", .current, .day("2024-0\(month)-12")) }
    }
  }

  /// Three months, and a late correction of the first.
  private static func filled() throws -> Office {
    let (office, small) = (try Office(), try SmallOffice.sounding())
    for (index, month) in months.enumerated() {
      for (unit, figure) in [("east", 20), ("west", 10)] {
        try office.receive(
          month, "\(unit).xlsx", form(small, unit, 4 + index, figure + 5 * index), on: "2024-0\(5 + index)-03")
      }
    }
    return office
  }

  private static func correct(_ office: Office) throws {
    try office.receive(
      "2024-04", "west-更正.xlsx", form(SmallOffice.sounding(), "west", 4, 11), on: "2024-07-08")
  }

  @Test func `in order, out of order, twice, and with a late correction the state is the same`() async throws {
    let office = try Self.filled()
    for month in Self.months { try await office.run(month, ledger: "a.sqlite") }
    try Self.correct(office)
    for month in Self.months { try await office.run(month, ledger: "a.sqlite") }
    for month in ["2024-06", "2024-04", "2024-05", "2024-06"] {
      try await office.run(month, now: "2024-08-01", ledger: "b.sqlite")
    }
    for month in Self.months {
      let (a, b) = (
        try await office.run(month, ledger: "a.sqlite").period, try await office.run(month, ledger: "b.sqlite").period
      )
      #expect(a.results == b.results && a.units == b.units && a.findings == b.findings, "\(month)")
      let books = (
        try await office.book(month, ledger: "a.sqlite"), try await office.book(month, ledger: "b.sqlite")
      )
      #expect(books.0 == books.1, "\(month)")
    }
    // The correction is felt in the month that carried on from what it corrects.
    let may = try await office.run("2024-05", ledger: "a.sqlite").period
    #expect(may.findings.contains { $0.rule == BuiltInRule.previousCorrected.rawValue && $0.unit == "west" })
    for name in ["a.sqlite", "b.sqlite"] { #expect(try office.ledger(name).verify().faults == []) }
  }

  @Test func `a second run reads nothing again and adds nothing`() async throws {
    let office = try Self.filled()
    for month in Self.months { try await office.run(month) }
    let before = try office.ledger().verify()
    for month in Self.months { try await office.run(month, now: "2024-07-11") }
    #expect(try office.ledger().verify() == before)
  }

  @Test(arguments: [true, false])
  func `what was read by another key, or by none, is read anew by the office's`(withoutKey: Bool) async throws {
    let office = try Self.filled()
    try office.folder.write("another key of another office", to: "other.key")
    let foreign = try OpenPlan(
      path: "\(office.folder.path)/plan.yaml", keyPath: withoutKey ? nil : "\(office.folder.path)/other.key",
      withoutKey: withoutKey)
    let first = try await office.run("2024-04", plan: foreign)
    #expect(first.intake.reports.allSatisfy { ($0.candidate != nil) == withoutKey })
    let again = try await office.run("2024-04")
    let fresh = try await office.run("2024-04", ledger: "fresh.sqlite")
    #expect(again.period == fresh.period && again.period.refused.isEmpty)
    // And back: nobody relies on what the other key proved.
    let back = try await office.run("2024-04", plan: foreign)
    #expect(back.period == first.period)
  }

  @Test func `a damaged ledger is no want of history`() async throws {
    let office = try Self.filled()
    for month in ["2024-04", "2024-05"] { try await office.run(month) }
    let june = try #require(Period("2024-06"))
    let sound = LedgerLookup(try LedgerView(ledger: try office.ledger(), plan: office.plan))
    #expect(!sound.of("west", before: june).previous(of: "west", for: june).isEmpty)
    try sound.check()
    let text = try office.folder.bytes("ledger.sqlite").map { Character(UnicodeScalar($0)) }
    let damaged = String(text).replacing("\"rows\":[", with: "\"rowz\":[")
    try office.folder.write(bytes: damaged.unicodeScalars.map { UInt8($0.value) }, to: "ledger.sqlite")
    let history = LedgerLookup(try LedgerView(ledger: try office.ledger(), plan: office.plan))
    _ = history.of("west", before: june)
    #expect(throws: JobError.self) { try history.check() }
  }

  @Test func `a file that is not in the inbox any more still counts`() async throws {
    let office = try Self.filled()
    let first = try await office.run("2024-04").period
    let empty = try Folder()
    try empty.write("file,date\n", to: "receipts.csv")
    let second = try await ConsolidateJob(
      plan: office.plan, period: Period("2024-04")!, source: .inbox(empty.path, earlier: []),
      ledger: "\(office.folder.path)/ledger.sqlite", clock: OfficeClock(now: "2024-07-11"), workers: 1
    ).run().period
    #expect(second.results == first.results && second.units == first.units)
  }

  @Test func `without a list of receipts the day on which the ledger first saw a file holds`() async throws {
    let (office, small) = (try Office(), try SmallOffice.sounding())
    try office.folder.write(bytes: Self.form(small, "west", 6, 20), to: "2024-06/west.xlsx")
    try await office.run("2024-06", now: "2024-07-04")
    let later = try await office.run("2024-06", now: "2024-07-20").period
    let west = try #require(later.units.first { $0.unit.id == "west" })
    #expect(west.status == .onTime && west.firstReceived == CivilDate("2024-07-04"))
  }

  @Test func `a changed plan has all read and judged anew, and the old verdicts stay`() async throws {
    let office = try Self.filled()
    try await office.run("2024-04")
    try office.folder.write(OfficePlan.text + "rules:\n  - {id: W08, grade: notice}\n", to: "plan.yaml")
    let changed = Office(folder: office.folder, plan: try OpenPlan(path: "\(office.folder.path)/plan.yaml"))
    try await changed.run("2024-04")
    let readings = try office.ledger().judged(through: CivilDate("2024-04-30")!)
    #expect(readings.count == 2)
    // It is opened and sealed, and each plan is noted.
    #expect(try office.ledger().verify().events == 2 + 2 + 2 * 3 + 2 * 2 + 2)
  }

  @Test func `a file that was overwritten is another file, and each keeps its own findings`() async throws {
    let (office, small) = (try Office(), try SmallOffice.sounding())
    try office.receive("2024-06", "west.xlsx", Self.form(small, "west", 6, 20), on: "2024-07-03")
    try await office.run("2024-06")
    let other = try small.form("west") { form in
      form.set("01", .cumulative, "约22户")
      form.set("01", .previous, 15)
    }
    try office.folder.write(bytes: other, to: "2024-06/west.xlsx")
    let outcome = try await office.run("2024-06", now: "2024-07-11")
    let west = try #require(outcome.period.units.first { $0.unit.id == "west" })
    #expect(west.status == .conflict && west.files.disputed.contains("1.1-01"))
    let report = try #require(outcome.intake.reports.first)
    #expect(outcome.intake.reports.count == 1)
    #expect(report.findings.contains { $0.rule == BuiltInRule.approximate.rawValue })
    #expect(Set(west.files.counting.map(\.submission.file)).count == 2)
  }
}
