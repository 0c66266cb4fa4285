public import Consolidation
public import PlanModel
import Reports

/// `huizong consolidate`: a folder of submissions becomes a summary workbook.
public struct ConsolidateJob: Sendable {
  /// What came of a run.
  public struct Outcome: Hashable, Sendable {
    public let period: ConsolidatedPeriod
    /// Every form of the inbox, in the order of the files' names; a file with a sheet for each unit has several.
    public let reports: [FileReport]
    /// Files that have more than one form, with the number of their forms.
    public let severalForms: [String: Int]
    /// Scans and documents beside the submissions: 佐证.
    public let attachments: [String]
    /// SHA-256 of each of them, by its name.
    public let digests: [String: String]
    /// Lock files and the like.
    public let ignored: [String]
    /// Names in `receipts.csv` for which there is no file.
    public let receiptsWithoutFile: [String]
    /// What earlier periods' files say.
    let history: History

    /// Files seen; equal to read + refused + attachments + ignored, a file with several forms counted once.
    public var filesSeen: Int {
      reports.count - severalForms.values.reduce(0) { $0 + $1 - 1 } + attachments.count + ignored.count
    }
  }

  public let plan: OpenPlan
  public let period: Period
  public let inbox: String
  public let historyFolders: [String]
  public let received: CivilDate?
  public let workers: Int
  /// The ledger that the run goes into; `nil` works on the folders alone.
  public let ledger: String?
  public let clock: OfficeClock
  var converter: LegacyConverter? = .installed

  /// - Parameters:
  ///   - received: the day for files that no `receipts.csv` names, as typed.
  ///   - ledger: its path; made on first use.
  ///   - now: a day or a moment, as typed, instead of the system's.
  public init(
    plan: OpenPlan, period: String, inbox: String, history: [String], received: String? = nil, ledger: String? = nil,
    now: String? = nil, workers: Int
  ) throws(JobError) {
    self.plan = plan
    self.period = try plan.period(period)
    self.inbox = inbox
    historyFolders = history
    if let received {
      guard let day = CivilDate(received) else { throw JobError(.unreadableDate, received) }
      self.received = day
    } else {
      self.received = nil
    }
    self.ledger = ledger
    clock = try OfficeClock(now: now)
    self.workers = workers
  }

  /// Reads the inbox and consolidates; a bad file is listed and stops nothing.
  ///
  /// - Parameter waiting: called once where another run holds the ledger.
  public func run(waiting: () -> Void = {}) async throws(JobError) -> Outcome {
    let inbox = try Inbox(folder: inbox)
    let receipts = try ReceiptBook(inbox: inbox.folder, otherwise: received)
    if let ledger {
      var book = try LedgerBook(path: ledger, plan: plan, clock: clock, workers: workers, waiting: waiting)
      book.converter = converter
      return try await run(book, inbox, receipts)
    }
    let history = try await History(folders: historyFolders, before: period, of: plan, workers: workers)
    let checker = FileChecker(
      plan: plan.plan, rules: plan.rules, period: period, key: plan.key, history: { _, _ in history },
      contacts: plan.contacts, converter: converter)
    let files = inbox.files.filter { $0.kind == .submission }
    let checked = await Batch.map(files, workers: workers) { file in
      checker.check(path: inbox.path(of: file), file: file.name, received: receipts.received(file.name))
    }
    let reports = checked.flatMap(\.self)
    var previous: [String: [String: FixedDecimal]] = [:]
    for unit in plan.plan.reportingUnits(in: period) {
      previous[unit] = history.previous(of: unit, for: period, plan: plan.plan)
    }
    return try await outcome(
      of: reports, candidates: reports.compactMap(\.candidate), previous: previous, history: history,
      severalForms: Dictionary(
        zip(files, checked).filter { $1.count > 1 }.map { ($0.name, $1.count) }, uniquingKeysWith: { first, _ in first }
      ), inbox: inbox, receipts: receipts)
  }

  /// The same by a ledger: what came in earlier counts too, and what was read before is not read again.
  private func run(
    _ book: LedgerBook, _ inbox: Inbox, _ receipts: ReceiptBook
  ) async throws(JobError) -> Outcome {
    let taken = try await book.take(inbox, for: period, receipts: receipts)
    try await book.settle(through: period)
    let candidates = try book.view.candidates(of: period)
    let (reports, severalForms) = try book.reports(on: taken, candidates, for: period)
    let outcome = try await outcome(
      of: reports, candidates: candidates, previous: try book.previous(for: period), history: History(),
      severalForms: severalForms, choices: try book.view.choices(of: period), inbox: inbox, receipts: receipts)
    try book.note(outcome.period)
    return outcome
  }

  private func outcome(
    of reports: [FileReport], candidates: [Candidate], previous: [String: [String: FixedDecimal]], history: History,
    severalForms: [String: Int], choices: FileChoices = FileChoices(), inbox: Inbox, receipts: ReceiptBook
  ) async throws(JobError) -> Outcome {
    let refused = reports.compactMap { report in
      report.candidate == nil ? RefusedFile(file: report.file, unit: report.unit, findings: report.findings) : nil
    }
    let names = inbox.files.map(\.name)
    let attachments = inbox.files.filter { $0.kind == .attachment }.map(\.name)
    let bytes = await Batch.map(attachments, workers: workers) { name in
      FileChecker.digest(path: FileAccess.join(inbox.folder, name))
    }
    let digests = Dictionary(
      zip(attachments, bytes).compactMap { name, digest in digest.map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
    let copies =
      plan.plan.reporting.stampedCopy ? StampedCopies(attachments: attachments, reports: reports).units(plan.plan) : nil
    let consolidated: ConsolidatedPeriod
    do {
      consolidated = try Consolidator(plan: plan.plan, period: period, previous: previous, choices: choices)
        .consolidate(candidates, refused: refused, stampedCopies: copies)
    } catch {
      throw JobError(.overflow, inbox.folder)
    }
    return Outcome(
      period: consolidated, reports: reports, severalForms: severalForms, attachments: attachments, digests: digests,
      ignored: inbox.files.filter { $0.kind == .ignored }.map(\.name),
      receiptsWithoutFile: receipts.dates.keys.filter { receipt in
        !names.contains { $0 == receipt || $0.hasPrefix(receipt + "/") }
      }.sorted(), history: history)
  }

  /// Writes the summary workbook.
  public static func write(_ period: ConsolidatedPeriod, to path: String) throws(JobError) {
    do {
      try SummaryBook(period: period).write(to: path)
    } catch {
      throw JobError(writing: path, error)
    }
  }
}
