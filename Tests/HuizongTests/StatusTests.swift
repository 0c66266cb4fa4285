import Consolidation
import LedgerStore
import PlanModel
import Testing

@testable import Huizong

/// `huizong status`.
@Suite struct StatusTests {
  private let folder: Folder
  private let plan: OpenPlan

  /// The east in time, the west late and to be mended, the office not at all.
  init() throws {
    folder = try Folder()
    try folder.write(OfficePlan.text, to: "plan.yaml")
    try folder.write("a key for tests and nothing else", to: "office.key")
    plan = try OpenPlan(path: "\(folder.path)/plan.yaml")
    let office = try SmallOffice.sounding()
    try folder.write(bytes: office.form("east"), to: "inbox/east.xlsx")
    try folder.write(bytes: office.form("west") { $0.set("01", .cumulative, "若干") }, to: "inbox/west.xlsx")
    try folder.write("file,date\neast.xlsx,2024-07-03\nwest.xlsx,2024-07-06\n", to: "inbox/receipts.csv")
  }

  private func status(_ source: StatusJob.Source, now: String = "2024-07-08") async throws -> StatusJob.Outcome {
    try await StatusJob(
      plan: plan, period: Period("2024-06")!, source: source, clock: OfficeClock(now: now), workers: 1
    ).run()
  }

  private var inbox: String { "\(folder.path)/inbox" }
  private var ledger: String { "\(folder.path)/ledger.sqlite" }

  private func consolidate() async throws {
    _ = try await ConsolidateJob(
      plan: plan, period: Period("2024-06")!, source: .inbox(inbox, earlier: []), ledger: ledger,
      clock: OfficeClock(now: "2024-07-08"), workers: 1
    ).run()
  }

  @Test func `a folder and a ledger say the same`() async throws {
    try await consolidate()
    let (one, other) = (try await status(.inbox(inbox)), try await status(.ledger(ledger)))
    #expect(one == other)
    #expect(
      one.text(language: .chinese) == """
        2024年6月：截止2024年7月5日，已过3天。应报3家：按时1、退回1、缺报1。
          局办公室：缺报
          东县民政局：按时，2024-07-03收到
          西县民政局：退回，2024-07-06收到
        """)
    #expect(one.open.map(\.unit.id) == ["office", "west"])
  }

  @Test func `reminders go to those of whom nothing counts`() async throws {
    #expect(
      try await status(.inbox(inbox)).reminders == [
        "【催报单】局办公室：2024年6月填报表应于2024年7月5日前报送，至今没有收到，已迟3天，请尽快报送。",
        "【催报单】西县民政局：2024年6月填报表退回后还没有改好报回，已迟3天，请改好后尽快报送。",
      ])
  }

  @Test(arguments: [("2024-07-02", "还有3天"), ("2024-07-05", "今天到期"), ("2024-07-06", "已过1天")])
  func `days are counted to the last day`(now: String, words: String) async throws {
    #expect(try await status(.inbox(inbox), now: now).text(language: .chinese).contains(words))
  }

  @Test func `a form that was read and never judged does not count, and that is said`() async throws {
    try await consolidate()
    // A run that was cut short after reading: the file is there, the verdict is not.
    let office = try SmallOffice.sounding()
    try folder.write(bytes: office.form("office"), to: "inbox/office.xlsx")
    let book = try LedgerSession(
      path: ledger, plan: plan, clock: OfficeClock(now: "2024-07-09"), workers: 1, waiting: { _ in })
    _ = try await book.take(
      Inbox(folder: inbox), for: #require(Period("2024-06")), receipts: ReceiptBook(inbox: inbox))
    let outcome = try await status(.ledger(ledger))
    #expect(outcome.unjudged == 1 && outcome.open.map(\.unit.id) == ["office", "west"])
    #expect(outcome.text(language: .chinese).contains("有1份读过没有审核的"))
  }

  @Test func `a ledger that is not there is told so, and not made`() async throws {
    await #expect(throws: JobError.self) { try await status(.ledger(ledger)) }
    #expect(!folder.names.contains("ledger.sqlite"))
  }
}
