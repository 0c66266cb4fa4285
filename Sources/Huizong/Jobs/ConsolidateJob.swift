public import Consolidation
import LedgerStore
public import PlanModel

/// `huizong consolidate`: a folder of submissions becomes a summary workbook.
public struct ConsolidateJob: Sendable {
  /// What came of a run.
  public struct Outcome: Hashable, Sendable {
    public let period: ConsolidatedPeriod
    public let intake: PeriodIntake
    /// Whether the signing key was left out on purpose, so that nothing proves whose the forms are.
    public let isWithoutKey: Bool
    /// Where the ledger ends after the run; `nil` for a run that writes none.
    let ledger: LedgerHead?
  }

  /// What is consolidated.
  public enum Source: Hashable, Sendable {
    /// The period's inbox, with the folders of earlier periods.
    case inbox(String, earlier: [String])
    /// What `huizong partial` or `huizong merge` wrote.
    case partial(String)
    /// All that a ledger has received for the period, without any folder.
    case ledger(String)
  }

  public let plan: OpenPlan
  public let period: Period
  public let source: Source
  public let received: CivilDate?
  /// The ledger that the files of an inbox go into; `nil` works on the folders alone.
  public let ledger: String?
  public let clock: OfficeClock
  /// True for a run that leaves the ledger as it is.
  public let isTrial: Bool
  public let workers: Int
  /// Whether the ledger of `.ledger` is proved first.
  public var proves = false
  var converter: LegacyConverter? = .installed
  /// Whether the outcome's reports hold the forms as they were read.
  var keepsForms = false

  /// - Parameters:
  ///   - received: the day for files of an inbox that no `receipts.csv` names.
  ///   - ledger: its path; made on first use.
  /// - Throws: `JobError` for a period of which the plan asks nothing.
  public init(
    plan: OpenPlan, period: Period, source: Source, received: CivilDate? = nil, ledger: String? = nil,
    clock: OfficeClock = .system, isTrial: Bool = false, workers: Int
  ) throws(JobError) {
    self.plan = plan
    self.period = try plan.due(period)
    self.source = source
    self.received = received
    self.ledger = ledger
    self.clock = clock
    self.isTrial = isTrial
    self.workers = workers
  }

  /// Reads the inbox and consolidates; a bad file is listed and stops nothing.
  ///
  /// - Parameters:
  ///   - waiting: called once where another run holds the ledger, with who that is.
  ///   - progress: called from any thread with the number of files read so far, and of all.
  public func run(
    waiting: (String) -> Void = { _ in }, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws(JobError) -> Outcome {
    switch source {
    case .partial(let path): return try await outcome(of: PartSource(plan: plan, period: period, path: path), progress)
    case .ledger(let path):
      // A report makes no ledger.
      do throws(LedgerError) {
        _ = try Ledger(path: path, .read, stamp: AuditStamp(at: clock.at))
      } catch {
        throw JobError(.ledger(error), path)
      }
      if proves { try prove(path) }
      return try await outcome(of: ledgerSource(path, nil, waiting), progress)
    case .inbox(let folder, let earlier):
      let inbox = try Inbox(folder: folder, limits: plan.limits)
      let receipts = ReceiptBook(inbox, otherwise: received, year: plan.plan.year, limits: plan.limits)
      guard let ledger else {
        let source = FolderSource(
          plan: plan, period: period, inbox: inbox, receipts: receipts,
          earlier: EarlierFolders(folders: earlier, plan: plan, workers: workers), workers: workers,
          converter: converter, keepsForms: keepsForms)
        return try await outcome(of: source, progress)
      }
      guard isTrial else { return try await outcome(of: ledgerSource(ledger, (inbox, receipts), waiting), progress) }
      let scratch = try FileAccess.makeTemporaryFolder()
      defer { FileAccess.removeTemporary(scratch) }
      let copy = FileAccess.join(scratch, FileAccess.name(of: ledger))
      if FileAccess.exists(ledger) { try LedgerSession.copy(ledger, to: copy, waiting: waiting) }
      return try await outcome(of: ledgerSource(copy, (inbox, receipts), waiting), progress)
    }
  }

  /// - Throws: `.ledgerNotProved` with what is wrong.
  private func prove(_ path: String) throws(JobError) {
    let faults = try LedgerQuery(path: path).faults(key: plan.key)
    guard faults.isEmpty else { throw JobError(.ledgerNotProved(faults), path) }
  }

  private func ledgerSource(
    _ path: String, _ arrivals: (Inbox, ReceiptBook)?, _ waiting: (String) -> Void
  ) throws(JobError) -> LedgerSource {
    var book = try LedgerSession(path: path, plan: plan, clock: clock, workers: workers, waiting: waiting)
    book.converter = converter
    return LedgerSource(book: book, period: period, inbox: arrivals?.0, receipts: arrivals?.1)
  }

  private func outcome(
    of source: some SubmissionSource, _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws(JobError) -> Outcome {
    let (period, intake) = try await source.consolidated(by: plan, progress: progress)
    let ledger = isTrial ? nil : try (source as? LedgerSource)?.book.head()
    return Outcome(period: period, intake: intake, isWithoutKey: plan.isWithoutKey, ledger: ledger)
  }
}
