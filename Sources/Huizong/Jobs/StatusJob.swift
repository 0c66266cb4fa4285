public import Consolidation
import LedgerStore
public import PlanModel
import Validation

/// `huizong status`: who has reported for a period, and who has not.
public struct StatusJob: Sendable {
  public enum Source: Hashable, Sendable {
    /// The period's inbox.
    case inbox(String)
    /// A ledger, as it stands.
    case ledger(String)
  }

  /// How a period stands.
  public struct Outcome: Hashable, Sendable {
    public let period: Period
    /// The period of the forms that are due: June, for a second quarter of monthly forms.
    public let forms: Period
    /// In table order.
    public let units: [UnitReport]
    /// The last day; `nil` where the plan sets none.
    public let due: CivilDate?
    public let today: CivilDate
    /// Forms in the ledger of which the rules were never asked.
    public let unjudged: Int
    /// What is wrong with the lists of receipts; nothing of a ledger, which has its days.
    public let receipts: ReceiptFaults
    /// Files that no figure was taken from, by name.
    public let refused: [RefusedFile]
    let rules: RuleCatalogue

    /// Days to the last day, today not counted; negative once it is past.
    public var daysLeft: Int? { due.map { $0.dayNumber - today.dayNumber } }

    /// Units of which nothing counts.
    public var open: [UnitReport] { units.filter { !$0.status.counts } }
  }

  public let plan: OpenPlan
  public let period: Period
  public let source: Source
  public let historyFolders: [String]
  public let clock: OfficeClock
  public let workers: Int

  public init(
    plan: OpenPlan, period: Period, source: Source, history: [String] = [], clock: OfficeClock = .system, workers: Int
  ) throws(JobError) {
    self.plan = plan
    self.period = try plan.due(period)
    self.source = source
    historyFolders = history
    self.clock = clock
    self.workers = workers
  }

  public func run() async throws(JobError) -> Outcome {
    let consolidated: ConsolidatedPeriod
    var unjudged = 0
    var receipts = ReceiptFaults()
    switch source {
    case .inbox(let folder):
      let outcome = try await ConsolidateJob(
        plan: plan, period: period, source: .inbox(folder, earlier: historyFolders), workers: workers
      ).run()
      consolidated = outcome.period
      receipts = outcome.intake.receipts
    case .ledger(let path):
      let view = try view(path)
      let readings = try view.ask { ledger throws(LedgerError) in
        try ledger.judged(from: period.lastDay, through: period.lastDay)
      }
      unjudged = readings.count { period.isClosed(by: $0.period) && $0.verdict == nil }
      do {
        let candidates = try view.candidates(of: period)
        let refused = try view.reports(on: view.received(for: period).forms, candidates, for: period).reports
          .compactMap(RefusedFile.init)
        consolidated = try Consolidator(plan: plan.plan, period: period, choices: try view.choices(of: period))
          .consolidate(candidates, refused: refused)
      } catch let error as JobError {
        throw error
      } catch {
        throw JobError(.overflow, path)
      }
    }
    let forms = plan.plan.formPeriod(closing: period)
    return Outcome(
      period: period, forms: forms, units: consolidated.units, due: plan.plan.reporting.dueDate(of: forms),
      today: clock.day, unjudged: unjudged, receipts: receipts, refused: consolidated.refused, rules: consolidated.rules
    )
  }

  private func view(_ path: String) throws(JobError) -> LedgerView {
    do throws(LedgerError) {
      return try LedgerView(ledger: Ledger(path: path, .read, stamp: AuditStamp(at: clock.at)), plan: plan)
    } catch {
      throw JobError(.ledger(error), path)
    }
  }
}
