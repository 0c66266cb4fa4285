import LedgerStore
public import PlanModel

/// `huizong recheck`: asks the rules of the plan, as they are now, of every form of a period in a ledger. The old verdicts
/// stay beside the new ones.
public struct RecheckJob: Sendable {
  /// One form whose verdict is another one now.
  public struct Change: Hashable, Sendable {
    public let unit: String
    public let file: String
    public let wasAcceptable: Bool
    public let isAcceptable: Bool
    /// Ids of rules with the number of their open findings, before and now.
    public let before: [String: Int]
    public let now: [String: Int]
  }

  public struct Outcome: Hashable, Sendable {
    public let period: Period
    /// Forms of the period.
    public let forms: Int
    /// In the order of their files' names.
    public let changes: [Change]
  }

  public let plan: OpenPlan
  public let period: Period
  public let ledger: String
  public let clock: OfficeClock
  public let workers: Int

  public init(plan: OpenPlan, period: Period, ledger: String, clock: OfficeClock = .system, workers: Int)
    throws(JobError)
  {
    self.plan = plan
    self.period = try plan.due(period)
    self.ledger = ledger
    self.clock = clock
    self.workers = workers
  }

  /// - Parameter waiting: called once where another run holds the ledger, with who that is.
  public func run(waiting: (String) -> Void = { _ in }) async throws(JobError) -> Outcome {
    // There is nothing to check again in a ledger that is not there.
    do throws(LedgerError) {
      _ = try Ledger(path: ledger, .read, stamp: AuditStamp(at: clock.at))
    } catch {
      throw JobError(.ledger(error), ledger)
    }
    let book = try LedgerSession(path: ledger, plan: plan, clock: clock, workers: workers, waiting: waiting)
    let before = try verdicts(book.view)
    try await book.settle(through: period)
    let now = try verdicts(book.view)
    let changes = now.compactMap { reading, verdict -> Change? in
      guard let old = before[reading], old != verdict else { return nil }
      return Change(
        unit: verdict.unit, file: verdict.file, wasAcceptable: old.isAcceptable, isAcceptable: verdict.isAcceptable,
        before: old.rules, now: verdict.rules)
    }
    return Outcome(period: period, forms: now.count, changes: changes.sorted { $0.file < $1.file })
  }

  private struct Assessment: Hashable {
    let unit: String
    let file: String
    let isAcceptable: Bool
    let rules: [String: Int]
  }

  /// Returns the forms that say how the period ends.
  private func readings(_ view: LedgerView) throws(JobError) -> [StoredReading] {
    var readings: [StoredReading] = []
    for own in period.closing {
      readings += try view.ask { ledger throws(LedgerError) in try ledger.readings(of: own) }
    }
    return readings
  }

  /// Returns the verdicts by number of the reading.
  private func verdicts(_ view: LedgerView) throws(JobError) -> [Int64: Assessment] {
    let names = try view.names()
    var verdicts: [Int64: Assessment] = [:]
    for reading in try readings(view) {
      guard let file = names.of(reading).first?.name,
        let verdict = try view.ask({ ledger throws(LedgerError) in try ledger.verdict(on: reading.seq) })
      else { continue }
      let findings = try view.ask { _ throws(LedgerError) in try verdict.findings(named: file) }
      verdicts[reading.seq] = Assessment(
        unit: reading.unit ?? "", file: file, isAcceptable: verdict.isAcceptable,
        rules: Dictionary(findings.filter(\.isOpen).map { ($0.id, 1) }, uniquingKeysWith: +))
    }
    return verdicts
  }
}
