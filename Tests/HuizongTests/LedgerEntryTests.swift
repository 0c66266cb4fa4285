import Consolidation
import Glibc
import LedgerStore
import PlanModel
import SpreadsheetML
import Testing
import Validation
import XLSXReading

@testable import Huizong

/// `huizong ledger enter`.
@Suite struct LedgerEntryTests {
  private let folder: Folder
  private let plan: OpenPlan
  private var ledger: String { "\(folder.path)/ledger.sqlite" }

  init() throws {
    folder = try Folder()
    try folder.write(OfficePlan.text, to: "plan.yaml")
    try folder.write("a key for tests and nothing else", to: "office.key")
    plan = try OpenPlan(path: "\(folder.path)/plan.yaml")
    try folder.write("6月30日15时，西县甲来电", to: "call.txt")
    try folder.write("file,date\n", to: "inbox/receipts.csv")
  }

  private func enter(
    _ value: String, code: String = "1.1-01", unit: String = "西县", on day: String = "2024-07-04"
  ) throws {
    _ = try LedgerEntryJob(
      ledger: ledger, plan: plan, unit: unit, period: Period("2024-06")!, .figure(indicator: code, value: value),
      evidence: "\(folder.path)/call.txt", by: "张某", why: "电话报数", clock: OfficeClock(now: day)
    ).run(in: .chinese)
  }

  private func run() async throws -> ConsolidatedPeriod {
    try await ConsolidateJob(
      plan: plan, period: Period("2024-06")!, source: .inbox("\(folder.path)/inbox", earlier: []), ledger: ledger,
      clock: OfficeClock(now: "2024-07-10"), workers: 1
    ).run().period
  }

  private func west(_ period: ConsolidatedPeriod) throws -> UnitFigure {
    try #require(period.result(code: "1.1-01")?.figures.first { $0.unit.id == "west" })
  }

  @Test func `a figure by telephone counts, and the unit has not reported for all that`() async throws {
    try enter("19")
    try enter("20")
    let period = try await run()
    let figure = try west(period)
    #expect(figure.cumulative == 20 && figure.isManual)
    #expect(period.result(code: "1.1-01")?.total == 20)
    #expect(period.units.first { $0.unit.id == "west" }?.status == .missing)
    try period.writeBook(to: "\(folder.path)/book.xlsx")
    let sheet = try #require(Workbook(bytes: folder.bytes("book.xlsx")).worksheets.first { $0.name == "指标汇总" })
    let cells = try sheet.snapshot().cells
    #expect(cells.contains { $0.value == .number(20) })
    #expect(cells.contains { "\($0.value, default: "")".contains("西县人工录入") })
  }

  @Test(arguments: [("2024-07-03", true), ("2024-07-04", true), ("2024-07-05", false)])
  func `it stands over what came in up to its day, and gives way to what comes later`(
    received: String, isManual: Bool
  ) async throws {
    try enter("21")
    try folder.write(bytes: SmallOffice.sounding().form("west"), to: "inbox/west.xlsx")
    try folder.write("file,date\nwest.xlsx,\(received)\n", to: "inbox/receipts.csv")
    let period = try await run()
    let figure = try west(period)
    #expect(figure.isManual == isManual && figure.cumulative == (isManual ? 21 : 20))
    let report = try #require(period.units.first { $0.unit.id == "west" })
    #expect(report.files.disputed == [] && report.status.counts && report.omitted == [])
  }

  @Test func `of what is reported by the month the sum is entered, and the month's own is worked out`() async throws {
    try folder.write("file,date\neast.xlsx,2024-06-03\n", to: "may/receipts.csv")
    let may = try SmallOffice.sounding().form("east", period: Period("2024-05")!, previous: ["17": 4]) { form in
      form.set("17", .current, 6)
      form.set("05", .current, .day("2024-05-12"))
    }
    try folder.write(bytes: may, to: "may/east.xlsx")
    _ = try await ConsolidateJob(
      plan: plan, period: Period("2024-05")!, source: .inbox("\(folder.path)/may", earlier: []), ledger: ledger,
      clock: OfficeClock(now: "2024-06-10"), workers: 1
    ).run()
    try enter("12", code: "1.1-17", unit: "东县")
    let result = try #require(try await run().result(code: "1.1-17"))
    #expect(result.total == 12 && result.current == 2)
  }

  @Test func `what is no figure of the unit's form is refused, and nothing is noted`() throws {
    #expect(throws: JobError(.unknownIndicator, "9.9-01")) { try enter("1", code: "9.9-01") }
    #expect(throws: JobError(.notToBeEntered(unit: "西县民政局"), "1.1-04")) { try enter("1", code: "1.1-04") }
    #expect(throws: JobError(.unreadableNumber, "20户")) { try enter("20户") }
    #expect(throws: JobError(.missingFile, "none.jpg")) {
      _ = try LedgerEntryJob(
        ledger: ledger, plan: plan, unit: "west", period: Period("2024-06")!, .figure(indicator: "1.1-01", value: "20"),
        evidence: "none.jpg", by: "张某", why: "电话报数"
      ).run(in: .chinese)
    }
    #expect(!folder.names.contains("ledger.sqlite"))
  }

  @Test(arguments: [("２０．５", "20.5"), ("1,200", "1200"), ("－1，234，567.5", "-1234567.5"), ("+7", "7")])
  func `a number is taken as forms take it`(typed: String, number: String) throws {
    #expect(try TypedNumber.read(typed) == FixedDecimal(number))
  }

  @Test func `what is no number, or too long a one, is told as what it is`() throws {
    for text in ["20户", "1,20", "12,00", "1,200,", "", "约20", "1.2.3"] {
      let error = #expect(throws: JobError(.unreadableNumber, text)) { try TypedNumber.read(text) }
      #expect(error?.message(in: .chinese).contains("逗号只用来隔开千位") == true)
    }
    let long = String(repeating: "9", count: 41)
    let error = #expect(throws: JobError(.numberTooLong, long)) { try TypedNumber.read(long) }
    #expect(error?.message(in: .chinese).contains("38位") == true)
  }

  @Test func `evidence, a key or a part that is a pipe is named as such, not as a submission`() throws {
    let pipe = "\(folder.path)/pipe"
    // Nobody writes into it.
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    func look(_ body: () throws -> Void) {
      let error = #expect(throws: JobError(.file(.special), pipe)) { try body() }
      let words = error?.message(in: .chinese) ?? ""
      #expect(words.contains("请给出文件本身的路径") && !words.contains("收件"))
    }
    look {
      _ = try LedgerEntryJob(
        ledger: ledger, plan: plan, unit: "west", period: Period("2024-06")!, .figure(indicator: "1.1-01", value: "20"),
        evidence: pipe, by: "张某", why: "电话报数"
      ).run(in: .chinese)
    }
    look { _ = try OpenPlan(path: "\(folder.path)/plan.yaml", keyPath: pipe) }
    look { _ = try PartialJob.read(pipe, key: nil) }
  }

  @Test func `the entry is in the chain with its evidence`() throws {
    try enter("20")
    var text: [UInt8] = []
    try LedgerQuery(path: ledger).export("v1_entries", as: .jsonl) { text += $0 }
    let line = String(decoding: text, as: UTF8.self)
    #expect(line.contains("\"value\": \"20\"") && line.contains("\"evidence\": \"call.txt\""))
    #expect(line.contains("\"enteredBy\": \"张某\""))
    // Opened, sealed, the plan noted, entered.
    #expect(try LedgerQuery(path: ledger).verify(in: .chinese).events == 4)
  }

  @Test func `points by hand stand in the evaluation of the quarter, each with its evidence`() async throws {
    func points(_ value: String, _ period: String) throws -> String {
      try LedgerEntryJob(
        ledger: ledger, plan: plan, unit: "西县", period: Period(period)!, .points(value),
        evidence: "\(folder.path)/call.txt",
        by: "张某", why: "省级通报", clock: OfficeClock(now: "2024-07-04")
      ).run(in: .chinese)
    }
    #expect(try points("1.5", "2024Q2").contains("加1.5分"))
    #expect(try points("-0.5", "2024-05").contains("减0.5分"))
    _ = try points("9", "2024-07")
    #expect(throws: JobError(.unreadableNumber, "很多")) { try points("很多", "2024Q2") }
    try folder.write(bytes: SmallOffice.sounding().form("west"), to: "inbox/west.xlsx")
    let period = try await ConsolidateJob(
      plan: plan, period: Period("2024Q2")!, source: .inbox("\(folder.path)/inbox", earlier: []), ledger: ledger,
      clock: OfficeClock(now: "2024-07-10"), workers: 1
    ).run().period
    let west = try #require(try period.evaluation()?.counties.first { $0.unit?.id == "west" })
    #expect(west.adjustments.map(\.points) == [FixedDecimal("1.5")!, FixedDecimal("-0.5")!])
    var wanted = try #require(west.base).adding(1)
    for deduction in west.deductions { wanted = try wanted.subtracting(deduction.points) }
    #expect(west.total == wanted)
    try period.writeBook(to: "\(folder.path)/book.xlsx")
    let sheet = try #require(Workbook(bytes: folder.bytes("book.xlsx")).worksheets.first { $0.name == "得分明细" })
    let texts = try sheet.snapshot().cells.map { "\($0.value, default: "")" }
    #expect(texts.contains { $0.contains("依据：call.txt（SHA-256 ") })
    #expect(texts.contains { $0.contains("人工录入：张某，2024-07-04") })
  }
}
