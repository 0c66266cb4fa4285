public import Consolidation
import LedgerStore
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
    /// What is wrong with the lines of `receipts.csv`.
    public let receiptProblems: [ReceiptBook.Problem]
    /// What earlier periods' files say.
    let history: History

    /// Files seen; equal to read + refused + attachments + ignored, a file with several forms counted once.
    public var filesSeen: Int {
      reports.count - severalForms.values.reduce(0) { $0 + $1 - 1 } + attachments.count + ignored.count
    }
  }

  /// What is consolidated.
  public enum Source: Hashable, Sendable {
    /// The period's inbox.
    case inbox(String)
    /// What `huizong partial` or `huizong merge` wrote.
    case partial(String)
    /// All that a ledger has received for the period, without any folder.
    case ledger(String)
  }

  public let plan: OpenPlan
  public let period: Period
  public let source: Source
  public let historyFolders: [String]
  public let received: CivilDate?
  public let workers: Int
  /// The ledger that the run goes into; `nil` works on the folders alone.
  public let ledger: String?
  public let clock: OfficeClock
  /// True for a run that leaves the ledger as it is.
  public let isTrial: Bool
  var converter: LegacyConverter? = .installed
  /// Whether the outcome's reports hold the forms as they were read.
  var keepsForms = false

  /// - Parameters:
  ///   - received: the day for files that no `receipts.csv` names, as typed.
  ///   - ledger: its path; made on first use.
  ///   - now: a day or a moment, as typed, instead of the system's.
  public init(
    plan: OpenPlan, period: String, inbox: String, history: [String], received: String? = nil, ledger: String? = nil,
    now: String? = nil, isTrial: Bool = false, workers: Int
  ) throws(JobError) {
    self.plan = plan
    self.period = try plan.period(period)
    source = .inbox(inbox)
    historyFolders = history
    self.received = try CivilDate.typed(received)
    self.ledger = ledger
    clock = try OfficeClock(now: now)
    self.isTrial = isTrial
    self.workers = workers
  }

  /// - Parameter partial: the path of what other runs have read, whole.
  public init(plan: OpenPlan, period: String, partial: String, workers: Int) throws(JobError) {
    self.plan = plan
    self.period = try plan.period(period)
    source = .partial(partial)
    historyFolders = []
    received = nil
    ledger = nil
    clock = try OfficeClock(now: nil)
    isTrial = false
    self.workers = workers
  }

  /// - Parameters:
  ///   - received: a ledger, from which all is taken.
  ///   - now: a day or a moment, as typed, instead of the system's.
  public init(
    plan: OpenPlan, period: String, received ledger: String, now: String? = nil, workers: Int
  ) throws(JobError) {
    self.plan = plan
    self.period = try plan.period(period)
    source = .ledger(ledger)
    historyFolders = []
    received = nil
    self.ledger = ledger
    clock = try OfficeClock(now: now)
    isTrial = false
    self.workers = workers
  }

  /// Reads the inbox and consolidates; a bad file is listed and stops nothing.
  ///
  /// - Parameters:
  ///   - waiting: called once where another run holds the ledger.
  ///   - progress: called from any thread with the number of files read so far, and of all.
  public func run(
    waiting: () -> Void = {}, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws(JobError) -> Outcome {
    let folder: String
    switch source {
    case .partial(let path):
      let known = try PartialJob.read(path)
      try plan.admit(known.basis, period: period, from: path)
      return try outcome(of: known, reports: nil, history: History())
    case .ledger(let path):
      // A report makes no ledger.
      do throws(LedgerError) {
        _ = try Ledger(path: path, .read, occasion: Occasion(at: clock.at))
      } catch {
        throw JobError(.ledger(error), path)
      }
      let book = try LedgerBook(path: path, plan: plan, clock: clock, workers: workers, waiting: waiting)
      let (forms, evidence) = try book.received(for: period)
      return try await run(book, forms, evidence: evidence)
    case .inbox(let path): folder = path
    }
    let inbox = try Inbox(folder: folder)
    let receipts = try ReceiptBook(inbox: inbox.folder, otherwise: received, year: plan.plan.year)
    if let ledger, !isTrial { return try await run(ledger, inbox, receipts, waiting, progress) }
    if let ledger {
      let scratch = try FileAccess.makeTemporaryFolder()
      defer { FileAccess.removeFolder(scratch) }
      let copy = FileAccess.join(scratch, FileAccess.name(of: ledger))
      if FileAccess.exists(ledger) { try LedgerBook.copy(ledger, to: copy, waiting: waiting) }
      return try await run(copy, inbox, receipts, waiting, progress)
    }
    let read = try await InboxReader(
      plan: plan, period: period, inbox: inbox, receipts: receipts, historyFolders: historyFolders, workers: workers,
      converter: converter, keepsForms: keepsForms, progress: progress
    ).read()
    return try outcome(
      of: read.known, reports: read.reports, receiptProblems: receipts.problems, history: read.history)
  }

  /// - Parameter reports: with the forms as they were read; `nil` where nobody has them any more.
  private func outcome(
    of partial: PartialPeriod, reports: [FileReport]?, receiptProblems: [ReceiptBook.Problem] = [], history: History
  ) throws(JobError) -> Outcome {
    let known: PartialPeriod
    do {
      known = try partial.tellingNamesApart()
    } catch {
      throw JobError(.part(.damaged(line: 1)), source.path)
    }
    let reports = reports ?? known.reports
    let attachments = known.names(.attachment)
    let copies = copies(attachments, reports)
    return Outcome(
      period: try consolidated { () throws(FixedDecimalError) in
        try known.consolidated(plan.plan, stampedCopies: copies)
      }, reports: reports, severalForms: known.severalForms, attachments: attachments, digests: known.evidence,
      ignored: known.names(.ignored), receiptsWithoutFile: known.receiptsWithoutFile, receiptProblems: receiptProblems,
      history: history)
  }

  /// Units whose stamped copy came in; `nil` where the plan wants none.
  private func copies(_ attachments: [String], _ reports: [FileReport]) -> Set<String>? {
    plan.plan.reporting.stampedCopy ? StampedCopies(attachments: attachments, reports: reports).units(plan.plan) : nil
  }

  private func consolidated(
    _ work: () throws(FixedDecimalError) -> ConsolidatedPeriod
  ) throws(JobError) -> ConsolidatedPeriod {
    do {
      return try work()
    } catch {
      throw JobError(.overflow, source.path)
    }
  }

  /// The same by a ledger: what came in earlier counts too, and what was read before is not read again.
  private func run(
    _ path: String, _ inbox: Inbox, _ receipts: ReceiptBook, _ waiting: () -> Void,
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws(JobError) -> Outcome {
    var book = try LedgerBook(path: path, plan: plan, clock: clock, workers: workers, waiting: waiting)
    book.converter = converter
    let taken = try await book.take(inbox, for: period, receipts: receipts, progress: progress)
    let attachments = inbox.files.filter { $0.kind == .attachment }.map(\.name)
    let bytes = await Batch.map(attachments, workers: workers) { name in
      FileChecker.digest(path: FileAccess.join(inbox.folder, name))
    }
    let evidence = Dictionary(
      zip(attachments, bytes).map { ($0, $1 ?? "") }, uniquingKeysWith: { first, _ in first })
    return try await run(
      book, taken, evidence: evidence, ignored: inbox.files.filter { $0.kind == .ignored }.map(\.name),
      receiptsWithoutFile: receipts.withoutFile, receiptProblems: receipts.problems)
  }

  /// Works out a period from a ledger, and notes what becomes of its files.
  ///
  /// - Parameters:
  ///   - taken: the forms to give account of.
  ///   - evidence: what lay beside them, by name, with its digest; empty for what cannot be read.
  private func run(
    _ book: LedgerBook, _ taken: [LedgerBook.Taken], evidence: [String: String], ignored: [String] = [],
    receiptsWithoutFile: [String] = [], receiptProblems: [ReceiptBook.Problem] = []
  ) async throws(JobError) -> Outcome {
    try await book.settle(through: period)
    let candidates = try book.view.candidates(of: period)
    let (reports, severalForms) = try book.reports(on: taken, candidates, for: period)
    let refused = reports.compactMap { report in
      report.candidate == nil ? RefusedFile(file: report.file, unit: report.unit, findings: report.findings) : nil
    }
    let attachments = evidence.keys.sorted()
    let previous = try book.previous(for: period)
    let choices = try book.view.choices(of: period)
    let copies = copies(attachments, reports)
    let earlier = try await book.earlierMonths(for: period)
    let adjustments = try book.view.adjustments(of: period)
    let consolidated = try consolidated { () throws(FixedDecimalError) in
      try Consolidator(
        plan: plan.plan, period: period, previous: previous, choices: choices, earlier: earlier,
        adjustments: adjustments
      )
      .consolidate(candidates, refused: refused, stampedCopies: copies)
    }
    try book.note(consolidated)
    return Outcome(
      period: consolidated, reports: reports, severalForms: severalForms, attachments: attachments,
      digests: evidence.filter { !$0.value.isEmpty }, ignored: ignored, receiptsWithoutFile: receiptsWithoutFile,
      receiptProblems: receiptProblems, history: History())
  }

  /// Writes a run report.
  public static func write(_ report: String, to path: String) throws(JobError) {
    try FileAccess.write(report, to: path)
  }

  /// Writes a bulletin, as plain text if the name ends with `.txt`, else as a document.
  public static func writeBulletin(_ period: ConsolidatedPeriod, to path: String) throws(JobError) {
    do {
      try Bulletin(period: period).write(to: path, as: path.lowercased().hasSuffix(".txt") ? .text : .document)
    } catch {
      throw JobError(writing: path, error)
    }
  }

  /// Writes the overview as a page.
  public static func writePage(_ period: ConsolidatedPeriod, to path: String) throws(JobError) {
    do {
      try SummaryPage(period: period).write(to: path)
    } catch {
      throw JobError(writing: path, error)
    }
  }

  /// Writes the summary workbook.
  ///
  /// - Parameter split: whether each unit gets a workbook of its own, in the folder `NAME-分单位` beside `NAME.xlsx`.
  /// - Returns: that folder and the number of its workbooks; `nil` without them.
  @discardableResult
  public static func write(
    _ period: ConsolidatedPeriod, to path: String, split: Bool = false
  ) throws(JobError) -> (folder: String, count: Int)? {
    let folder = split ? (path.hasSuffix(".xlsx") ? String(path.dropLast(5)) : path) + "-分单位" : nil
    if let folder {
      // Beside the book, never a whole path of folders that nobody made.
      guard FileAccess.isFolder(FileAccess.folder(of: path)) else { throw JobError(.cannotWriteFor(.noFolder), path) }
      try FileAccess.makeFolder(folder)
    }
    do {
      let units = try SummaryBook(period: period, unitSheets: split ? .apart : .inBook).write(to: path, unitsTo: folder)
      return folder.map { ($0, units.count) }
    } catch {
      throw JobError(writing: path, error)
    }
  }
}

extension ConsolidateJob.Source {
  var path: String {
    switch self {
    case .inbox(let path), .partial(let path), .ledger(let path): path
    }
  }
}
