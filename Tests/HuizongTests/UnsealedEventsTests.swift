import Consolidation
import Forms
import LedgerStore
import PlanModel
import Synchronization
import Testing

@testable import Huizong

/// An event at the end of a ledger that the key did not seal: whoever writes next says so, and no later seal covers it.
@Suite struct UnsealedEventsTests {
  private let folder: Folder
  private let plan: OpenPlan
  /// The event that was added without the key.
  private let unsealed: Int64
  private let told = Told()
  private var ledger: String { "\(folder.path)/ledger.sqlite" }
  private static let june = Period("2024-06")!
  private static let clock = try? OfficeClock(now: "2024-07-10")

  private final class Told: Sendable {
    private let events = Mutex<[ClosedRange<Int64>]>([])
    var all: [ClosedRange<Int64>] { events.withLock { $0 } }
    func add(_ more: UnsealedEvents) { events.withLock { $0.append(more.events) } }
  }

  enum Command: CaseIterable {
    case choose, restore, enter, recheck, report, consolidate, watch
  }

  /// A ledger that was sealed, and to whose end something was added without the key.
  init() async throws {
    folder = try Folder()
    try folder.write(OfficePlan.text, to: "plan.yaml")
    try folder.write("a key for tests and nothing else", to: "office.key")
    try folder.write(bytes: SmallOffice.sounding().form("east"), to: "inbox/东县.xlsx")
    try folder.write("file,date\n东县.xlsx,2024-07-03\n", to: "inbox/receipts.csv")
    try folder.write("来电", to: "call.txt")
    let told = told
    var plan = try OpenPlan(path: "\(folder.path)/plan.yaml")
    plan.tellUnsealed = { told.add($0) }
    self.plan = plan
    let (path, clock) = ("\(folder.path)/ledger.sqlite", try #require(Self.clock))
    _ = try await ConsolidateJob(
      plan: plan, period: Self.june, source: .inbox("\(folder.path)/inbox", earlier: []), ledger: path, clock: clock,
      workers: 1
    ).run()
    _ = try LedgerDecisionJob(
      ledger: path, plan: OpenPlan(path: "\(folder.path)/plan.yaml", withoutKey: true), file: "东县.xlsx",
      decision: .withdraw, by: "别人", why: "没有密钥", clock: clock
    ).run(in: .chinese)
    unsealed = Int64(try LedgerQuery(path: path).verify(in: .chinese).events)
  }

  private func run(_ command: Command) async throws {
    let clock = try #require(Self.clock)
    func decide(_ decision: LedgerDecisionJob.Decision) throws {
      _ = try LedgerDecisionJob(
        ledger: ledger, plan: plan, file: "东县.xlsx", decision: decision, by: "张某", why: "核实", clock: clock
      ).run(in: .chinese)
    }
    switch command {
    case .choose: try decide(.choose(indicator: nil))
    case .restore: try decide(.restore)
    case .enter:
      _ = try LedgerEntryJob(
        ledger: ledger, plan: plan, unit: "西县", period: Self.june, .figure(indicator: "1.1-01", value: "20"),
        evidence: "\(folder.path)/call.txt", by: "张某", why: "电话报数", clock: clock
      ).run(in: .chinese)
    case .recheck:
      _ = try await RecheckJob(plan: plan, period: Self.june, ledger: ledger, clock: clock, workers: 1).run()
    case .report: _ = try await report()
    case .consolidate:
      _ = try await ConsolidateJob(
        plan: plan, period: Self.june, source: .inbox("\(folder.path)/inbox", earlier: []), ledger: ledger,
        clock: clock, workers: 1
      ).run()
    case .watch:
      var state = WatchJob.State()
      _ = try await WatchJob(
        plan: plan, period: Self.june, inbox: "\(folder.path)/inbox", ledger: ledger, clock: clock, workers: 1
      ).look(&state, isLast: true)
    }
  }

  private func report() async throws -> ConsolidateJob.Outcome {
    try await ConsolidateJob(
      plan: plan, period: Self.june, source: .ledger(ledger), clock: #require(Self.clock), workers: 1
    ).run()
  }

  @Test(arguments: Command.allCases)
  func `whatever writes to the ledger first says so, once, and no later seal is taken for the event's`(
    command: Command
  ) async throws {
    try await run(command)
    #expect(told.all == [unsealed...unsealed])
    try await run(.choose)
    let outcome = try await report()
    #expect(told.all.count == 1)
    let id = try #require(plan.key?.id)
    #expect(outcome.ledgerLine(language: .chinese)?.contains("第\(unsealed)条没有用密钥 \(id) 封存，其余的已封存") == true)
    #expect(outcome.ledgerLine(language: .english)?.contains("\(unsealed) not sealed with key \(id)") == true)
    let text = try outcome.report(language: .chinese)
    let stated = try #require(text.firstMatch(of: #/"unsealed" : \[\s*"(\d+)"\s*\]/#))
    #expect(stated.1 == "\(unsealed)")
  }

  @Test func `a ledger that is sealed to its end is told of as such`() async throws {
    let fresh = "\(folder.path)/fresh.sqlite"
    let outcome = try await ConsolidateJob(
      plan: plan, period: Self.june, source: .inbox("\(folder.path)/inbox", earlier: []), ledger: fresh,
      clock: #require(Self.clock), workers: 1
    ).run()
    #expect(told.all == [])
    #expect(outcome.ledgerLine(language: .chinese)?.contains("（末条已用密钥 \(plan.key?.id ?? "") 封存）") == true)
    #expect(try !outcome.report(language: .chinese).contains("unsealed"))
  }
}
