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
  var converter: LegacyConverter? = .installed

  /// - Parameters:
  ///   - received: the day for files that no `receipts.csv` names, as typed.
  public init(
    plan: OpenPlan, period: String, inbox: String, history: [String], received: String? = nil, workers: Int
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
    self.workers = workers
  }

  /// Reads the inbox and consolidates; a bad file is listed and stops nothing.
  public func run() async throws(JobError) -> Outcome {
    let inbox = try Inbox(folder: inbox)
    let receipts = try ReceiptBook(inbox: inbox.folder, otherwise: received)
    let history = try await History(folders: historyFolders, before: period, of: plan, workers: workers)
    let checker = FileChecker(
      plan: plan.plan, rules: plan.rules, period: period, key: plan.key, history: history,
      contacts: plan.contacts, converter: converter)
    let files = inbox.files.filter { $0.kind == .submission }
    let checked = await Batch.map(files, workers: workers) { file in
      checker.check(path: inbox.path(of: file), file: file.name, received: receipts.received(file.name))
    }
    let reports = checked.flatMap(\.self)
    let refused = reports.compactMap { report in
      report.candidate == nil ? RefusedFile(file: report.file, unit: report.unit, findings: report.findings) : nil
    }
    let names = inbox.files.map(\.name)
    let attachments = inbox.files.filter { $0.kind == .attachment }.map(\.name)
    let bytes = await Batch.map(attachments, workers: workers) { name in
      checker.digest(path: FileAccess.join(inbox.folder, name))
    }
    let digests = Dictionary(
      zip(attachments, bytes).compactMap { name, digest in digest.map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
    let copies =
      plan.plan.reporting.stampedCopy ? StampedCopies(attachments: attachments, reports: reports).units(plan.plan) : nil
    return Outcome(
      period: try consolidate(reports.compactMap(\.candidate), refused, history, copies), reports: reports,
      severalForms: Dictionary(
        zip(files, checked).filter { $1.count > 1 }.map { ($0.name, $1.count) }, uniquingKeysWith: { first, _ in first }
      ),
      attachments: attachments, digests: digests,
      ignored: inbox.files.filter { $0.kind == .ignored }.map(\.name),
      receiptsWithoutFile: receipts.dates.keys.filter { receipt in
        !names.contains { $0 == receipt || $0.hasPrefix(receipt + "/") }
      }.sorted(), history: history)
  }

  private func consolidate(
    _ candidates: [Candidate], _ refused: [RefusedFile], _ history: History, _ copies: Set<String>?
  ) throws(JobError) -> ConsolidatedPeriod {
    var previous: [String: [String: FixedDecimal]] = [:]
    for unit in plan.plan.reportingUnits(in: period) {
      previous[unit] = history.previous(of: unit, for: period, plan: plan.plan)
    }
    do {
      return try Consolidator(plan: plan.plan, period: period, previous: previous).consolidate(
        candidates, refused: refused, stampedCopies: copies)
    } catch {
      throw JobError(.overflow, inbox)
    }
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
