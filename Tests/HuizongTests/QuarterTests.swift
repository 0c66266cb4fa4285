import Consolidation
import FoundationEssentials
import PlanModel
import TestSupport
import Testing
import XLSXReading

@testable import Huizong

/// A quarter out of its months, from folders, from a ledger and from parts.
@Suite struct QuarterTests {
  private let folder: Folder
  private let plan: OpenPlan
  private static let months = ["2024-04", "2024-05", "2024-06"]

  init() throws {
    folder = try Folder()
    try folder.write(
      OfficePlan.text.replacing("due: {month: 次月5日}", with: "due: {month: 次月5日, quarter: 次月10日}"), to: "plan.yaml")
    try folder.write("a key for tests and nothing else", to: "office.key")
    plan = try OpenPlan(path: "\(folder.path)/plan.yaml")
    var office = try SmallOffice()
    office.plan = String(decoding: try folder.bytes("plan.yaml"), as: UTF8.self)
    for (index, month) in Self.months.enumerated() {
      var receipts = ["file,date"]
      for unit in ["east", "west"] {
        let figure = FixedDecimal(10 + 5 * index)
        let bytes = try office.form(unit, period: Period(month)!, previous: ["01": figure]) { form in
          form.set("01", .cumulative, .number("\(15 + 5 * index)"))
          if unit == "east" { form.set("05", .current, .day("\(month)-12")) }
        }
        try folder.write(bytes: bytes, to: "\(month)/\(unit).xlsx")
        // West is late in May.
        let day = unit == "west" && index == 1 ? 9 : 3
        receipts.append("\(unit).xlsx,\(try #require(Period(month)).lastDay.next.description.dropLast(2))0\(day)")
      }
      try folder.write(receipts.joined(separator: "\n") + "\n", to: "\(month)/receipts.csv")
    }
  }

  private func quarter(ledger: String? = nil, history: [String] = ["2024-04", "2024-05"]) async throws
    -> ConsolidatedPeriod
  {
    try await ConsolidateJob(
      plan: plan, period: Period("2024Q2")!,
      source: .inbox("\(folder.path)/2024-06", earlier: ledger == nil ? history.map { "\(folder.path)/\($0)" } : []),
      ledger: ledger, clock: OfficeClock(now: "2024-07-10"), workers: 2
    ).run().period
  }

  private func month(_ month: String, ledger: String) async throws {
    _ = try await ConsolidateJob(
      plan: plan, period: Period(month)!, source: .inbox("\(folder.path)/\(month)", earlier: []), ledger: ledger,
      clock: OfficeClock(now: "2024-07-10"), workers: 2
    ).run()
  }

  private func book(_ period: ConsolidatedPeriod) throws -> [UInt8] {
    try period.writeBook(to: "\(folder.path)/book.xlsx")
    return try folder.bytes("book.xlsx")
  }

  @Test func `it carries what June carries, from folders, a ledger and a part`() async throws {
    try folder.write(
      String(decoding: try folder.bytes("plan.yaml"), as: UTF8.self).replacing(
        "name: 床位数,", with: "name: 床位数, missing: carry-marked,"), to: "plan.yaml")
    let plan = try OpenPlan(path: "\(folder.path)/plan.yaml")
    var office = try SmallOffice()
    office.plan = String(decoding: try folder.bytes("plan.yaml"), as: UTF8.self)
    for (month, beds) in [("2024-04", "110"), ("2024-05", "118"), ("2024-06", "")] {
      let bytes = try office.form("east", period: Period(month)!, previous: ["01": 10]) { form in
        form.set("01", .cumulative, 20)
        form.set("03", .cumulative, beds.isEmpty ? .blank : .number(beds))
        form.set("05", .current, .day("\(month)-12"))
        form.list(SmallOffice.objects("east").map { [$0[0], "推进中", .blank, .blank] })
      }
      try folder.write(bytes: bytes, to: "\(month)/east.xlsx")
    }
    let history = ["2024-04", "2024-05"].map { "\(folder.path)/\($0)" }
    func result(_ period: String, ledger: String? = nil) async throws -> IndicatorResult {
      let outcome = try await ConsolidateJob(
        plan: plan, period: Period(period)!,
        source: .inbox("\(folder.path)/2024-06", earlier: ledger == nil ? history : []), ledger: ledger,
        clock: OfficeClock(now: "2024-07-10"), workers: 2
      ).run()
      return try #require(outcome.period.result(code: "1.1-03"))
    }
    for month in Self.months {
      _ = try await ConsolidateJob(
        plan: plan, period: Period(month)!, source: .inbox("\(folder.path)/\(month)", earlier: []),
        ledger: "\(folder.path)/c.sqlite", clock: OfficeClock(now: "2024-07-10"), workers: 2
      ).run()
    }
    for found in [
      try await result("2024-06"), try await result("2024Q2"),
      try await result("2024Q2", ledger: "\(folder.path)/c.sqlite"),
    ] {
      #expect(found.total == 118 && found.figures.map(\.isCarried) == [true])
    }
  }

  @Test func `its figures are June's, its own ones those of three months`() async throws {
    let period = try await quarter()
    let result = try #require(period.result(code: "1.1-01"))
    #expect(result.total == 50)
    #expect(result.figures.map(\.cumulative) == [25, 25])
    // April's forms began at 10.
    #expect(result.current == 30)
    #expect(period.units.first { $0.unit.id == "office" }?.status == .missing)
  }

  @Test func `folders, a ledger in any order and parts make the same book`() async throws {
    let wanted = try await book(quarter())
    for order in [[0, 1, 2], [2, 0, 1]] {
      let ledger = "\(folder.path)/\(order).sqlite"
      for index in order { try await month(Self.months[index], ledger: ledger) }
      #expect(try await book(quarter(ledger: ledger)) == wanted)
    }
    // June's inbox is seen for the quarter before it is seen for June.
    let ledger = "\(folder.path)/late.sqlite"
    for month in ["2024-05", "2024-04"] { try await self.month(month, ledger: ledger) }
    #expect(try await book(quarter(ledger: ledger)) == wanted)
    let events = try LedgerQuery(path: ledger).verify(in: .chinese).events
    try await month("2024-06", ledger: ledger)
    #expect(
      try LedgerQuery(path: ledger).verify(in: .chinese).events == events, "June's forms are known from the quarter")
    for number in 1...2 {
      let part = try await PartialJob(
        plan: plan, period: Period("2024Q2")!, inbox: "\(folder.path)/2024-06",
        history: ["2024-04", "2024-05"].map { "\(folder.path)/\($0)" }, shard: InboxShard("\(number)/2"), workers: 1
      ).run()
      try part.write(to: "\(folder.path)/\(number).partial", key: plan.key)
    }
    let merged = try #require(
      try PartialJob.merge(["2", "1"].map { "\(folder.path)/\($0).partial" }, key: plan.key))
    try merged.write(to: "\(folder.path)/all.partial", key: plan.key)
    let whole = try await ConsolidateJob(
      plan: plan, period: Period("2024Q2")!, source: .partial("\(folder.path)/all.partial"), workers: 1
    ).run().period
    #expect(try book(whole) == wanted)
  }

  @Test func `forms of each quarter leave the same for the next from folders and from a ledger`() async throws {
    let text = OfficePlan.text.replacing("      due: {month: 次月5日}\n", with: "").replacing(
      "  due: {month: 次月5日}\n", with: ""
    )
    .replacing("frequency: month", with: "frequency: quarter")
    try folder.write(text, to: "plan.yaml")
    let plan = try OpenPlan(path: "\(folder.path)/plan.yaml")
    var office = try SmallOffice()
    office.plan = text
    for (quarter, figure) in [("2024Q2", 15), ("2024Q3", 25)] {
      let bytes = try office.form("east", period: Period(quarter)!, previous: ["01": FixedDecimal(figure - 5)]) {
        form in
        form.set("01", .cumulative, .number("\(figure)"))
      }
      try folder.write(bytes: bytes, to: "\(quarter)/east.xlsx")
      try folder.write("east.xlsx,2024-10-09\n", to: "\(quarter)/receipts.csv")
    }
    func period(_ quarter: String, earlier: [String] = [], ledger: String? = nil) async throws -> ConsolidatedPeriod {
      try await ConsolidateJob(
        plan: plan, period: Period(quarter)!,
        source: .inbox("\(folder.path)/\(quarter)", earlier: earlier.map { "\(folder.path)/\($0)" }),
        ledger: ledger.map { "\(folder.path)/\($0)" }, clock: OfficeClock(now: "2024-10-10"), workers: 1
      ).run().period
    }
    let wanted = try await period("2024Q3", earlier: ["2024Q2"])
    #expect(
      wanted.earlier.lastPeriod.isEmpty == false || !wanted.earlier.snapshots.isEmpty
        || wanted.earlier.objects.count > 0)
    _ = try await period("2024Q2", ledger: "q.sqlite")
    let other = try await period("2024Q3", ledger: "q.sqlite")
    #expect(other.earlier == wanted.earlier)
    #expect(try book(other) == book(wanted))
  }

  @Test func `a month's late report costs points, a month without any files is said to be unknown`() async throws {
    let evaluation = try #require(try await quarter().evaluation())
    let west = try #require(evaluation.counties.first { $0.unit?.id == "west" })
    let late = west.deductions.compactMap { deduction in
      if case .late(let month, let received, let due) = deduction.cause { "\(month) \(received!) \(due!)" } else { nil }
    }
    #expect(late == ["2024-05 2024-06-09 2024-06-05"])
    #expect(evaluation.unknown == [])
    let without = try #require(try await quarter(history: ["2024-04"]).evaluation())
    #expect(without.unknown.map(\.description) == ["2024-05"])
    let texts =
      try Workbook(bytes: book(try await quarter(history: ["2024-04"]))).worksheets
      .first { $0.name == "排名考评" }?.snapshot().cells.map { "\($0.value, default: "")" } ?? []
    #expect(texts.contains { $0.contains("5月没有收件记录") })
  }

  @Test func `May's form in the inbox of the quarter is refused`() async throws {
    try folder.write(bytes: folder.bytes("2024-05/west.xlsx"), to: "2024-06/五月.xlsx")
    let period = try await quarter()
    #expect(period.refused.map(\.file) == ["五月.xlsx"])
    #expect(period.refused.first?.findings.map(\.id) == ["E22"])
  }

  @Test func `what goes back for the quarter, and what is asked for, is June's form`() async throws {
    var editor = try FormEditor(folder.bytes("2024-06/east.xlsx"))
    editor.set("01", .cumulative, "很多")
    try folder.write(bytes: editor.parts.bytes, to: "2024-06/east.xlsx")
    let outcome = try await ReturnJob(
      plan: plan, period: Period("2024Q2")!, source: .inbox("\(folder.path)/2024-06"),
      history: ["2024-04", "2024-05"].map { "\(folder.path)/\($0)" }, output: "\(folder.path)/returns", workers: 1
    ).run { _ in }
    let workbook = try #require(outcome.returns.first { $0.unit?.id == "east" }?.workbook)
    #expect(workbook.name == "退回-2024年6月填报表-东县民政局.xlsx")
    #expect(outcome.messages.contains { $0.hasPrefix("【催报单】局办公室：2024年6月填报表应于2024年7月5日前报送") })
    // Mended and sent again, it counts for June and for the quarter.
    var mended = try FormEditor(Array(#require(FileManager.default.contents(atPath: workbook.path))))
    mended.set("01", .cumulative, .number("26"))
    try folder.write(bytes: mended.parts.bytes, to: "2024-06/改.xlsx")
    #expect(try await quarter().result(code: "1.1-01")?.total == 51)
    let status = try await StatusJob(
      plan: plan, period: Period("2024Q2")!, source: .inbox("\(folder.path)/2024-06"),
      history: ["2024-04", "2024-05"].map { "\(folder.path)/\($0)" }, clock: OfficeClock(now: "2024-07-01"), workers: 1
    ).run()
    #expect(status.due == CivilDate("2024-07-05") && status.daysLeft == 4)
  }

  @Test func `a report from the ledger is the book of the run that filled it`() async throws {
    let ledger = "\(folder.path)/ledger.sqlite"
    try folder.write("a scan", to: "2024-06/东县盖章件.pdf")
    try folder.write("not a workbook", to: "2024-06/坏.xlsx")
    try folder.write(bytes: folder.bytes("2024-05/west.xlsx"), to: "2024-06/五月.xlsx")
    var books: [String: [UInt8]] = [:]
    for month in Self.months {
      let outcome = try await ConsolidateJob(
        plan: plan, period: Period(month)!, source: .inbox("\(folder.path)/\(month)", earlier: []), ledger: ledger,
        clock: OfficeClock(now: "2024-07-10"), workers: 2
      ).run()
      books[month] = try book(outcome.period)
    }
    func report(_ period: String) async throws -> ConsolidateJob.Outcome {
      try await ConsolidateJob(
        plan: plan, period: Period(period)!, source: .ledger(ledger), clock: OfficeClock(now: "2024-07-11"), workers: 1
      ).run()
    }
    for month in Self.months.reversed() { #expect(try await book(report(month).period) == books[month], "\(month)") }
    let june = try await report("2024-06")
    #expect(
      june.intake.attachments.map(\.name) == ["东县盖章件.pdf"] && june.period.refused.map(\.file) == ["五月.xlsx", "坏.xlsx"])
    let events = try LedgerQuery(path: ledger).verify(in: .chinese).events
    let fromLedger = try await book(report("2024Q2").period)
    #expect(try LedgerQuery(path: ledger).verify(in: .chinese).events == events, "a report notes nothing new")
    #expect(try await book(quarter(ledger: ledger)) == fromLedger)
    let none = await #expect(throws: JobError.self) {
      try await ConsolidateJob(
        plan: plan, period: Period("2024-06")!, source: .ledger("\(folder.path)/none.sqlite"), workers: 1
      ).run()
    }
    #expect(none?.message(in: .chinese).contains("none.sqlite") == true)
    #expect(!folder.names.contains("none.sqlite"))
  }

  @Test func `a quarter says the rank of the one before, where that is known`() async throws {
    #expect(try await quarter().evaluation()?.counties.map(\.previousRank) == [nil, nil])
    var office = try SmallOffice()
    office.plan = String(decoding: try folder.bytes("plan.yaml"), as: UTF8.self)
    // West was behind east in the second quarter for its late report; now it is far ahead.
    for (unit, figure) in [("east", "25"), ("west", "40")] {
      let bytes = try office.form(unit, period: Period("2024-09")!, previous: ["01": 25]) { form in
        form.set("01", .cumulative, .number(figure))
        if unit == "east" { form.set("05", .current, .day("2024-09-12")) }
      }
      try folder.write(bytes: bytes, to: "2024-09/\(unit).xlsx")
    }
    try folder.write("file,date\neast.xlsx,2024-10-03\nwest.xlsx,2024-10-03\n", to: "2024-09/receipts.csv")
    let second = try #require(try await quarter().evaluation())
    let ledger = "\(folder.path)/ledger.sqlite"
    for month in Self.months { try await self.month(month, ledger: ledger) }
    for history in [Self.months.map { "\(folder.path)/\($0)" }, []] {
      let third = try #require(
        try await ConsolidateJob(
          plan: plan, period: Period("2024Q3")!, source: .inbox("\(folder.path)/2024-09", earlier: history),
          ledger: history.isEmpty ? ledger : nil, clock: OfficeClock(now: "2024-10-10"), workers: 1
        ).run().period.evaluation())
      for unit in ["east", "west"] {
        let before = second.counties.first { $0.unit?.id == unit }?.rank
        #expect(third.counties.first { $0.unit?.id == unit }?.previousRank == before && before != nil)
      }
    }
  }
}
