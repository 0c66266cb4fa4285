import Consolidation
import Forms
public import PlanModel
import SpreadsheetML
import XLSXWriting

/// `huizong watch`: looks into an inbox again and again; what is new is checked, and its return or receipt written beside it.
public struct WatchJob: Sendable {
  /// What became of a file.
  public struct Answer: Hashable, Sendable {
    /// Relative to the inbox.
    public let file: String
    /// True if nothing has to be mended or explained.
    public let isSound: Bool
    /// The path of the message that was written.
    public let message: String
    /// The path of the workbook that goes back, where there is one.
    public let workbook: String?
  }

  /// What earlier looks found.
  public struct State: Sendable {
    /// Files that may still be being copied, as they were at the last look.
    var pending: [String: [Int]] = [:]
    /// Files that have their answer, as they were then.
    var answered: [String: [Int]] = [:]

    public init() {}
  }

  public let plan: OpenPlan
  public let period: Period
  public let inbox: String
  public let historyFolders: [String]
  public let dueBy: CivilDate?
  /// The ledger into which new files go; `nil` for none.
  public let ledger: String?
  public let clock: OfficeClock
  public let workers: Int

  /// - Parameters:
  ///   - dueBy: the last day for mended forms.
  public init(
    plan: OpenPlan, period: Period, inbox: String, history: [String] = [], dueBy: CivilDate? = nil,
    ledger: String? = nil, clock: OfficeClock = .system, workers: Int
  ) throws(JobError) {
    self.plan = plan
    self.period = try plan.due(period)
    self.inbox = inbox
    historyFolders = history
    self.dueBy = dueBy
    self.ledger = ledger
    self.clock = clock
    self.workers = workers
  }

  /// Looks once and answers what is new and whole.
  ///
  /// What cannot be answered is said, and costs the other files nothing.
  /// - Parameters:
  ///   - state: of the looks before; a file is answered once it looks the same twice.
  ///   - isLast: answers files at first sight.
  ///   - newKey: called with the path of a key that had to be made.
  ///   - waiting: called where another run holds the ledger.
  ///   - failing: called with why a file got no answer.
  public func look(
    _ state: inout State, isLast: Bool = false, newKey: (String) -> Void = { _ in },
    waiting: (String) -> Void = { _ in },
    failing: (_ file: String, JobError) -> Void = { _, _ in }
  ) async throws(JobError) -> [Answer] {
    let files = try Inbox(folder: inbox, limits: plan.limits)
    var ready: [(file: Inbox.File, state: [Int])] = []
    var pending: [String: [Int]] = [:]
    for file in files.files where file.kind == .submission {
      guard let seen = file.state, state.answered[file.name] != seen else { continue }
      if isLast || state.pending[file.name] == seen { ready.append((file, seen)) } else { pending[file.name] = seen }
    }
    state.pending = pending
    guard !ready.isEmpty else { return [] }
    let history = try await take(files, waiting)
    let archives = OpenArchives()
    var answers: [Answer] = []
    for (file, seen) in ready {
      // What cannot be opened is told from others by its name and state.
      let digest =
        (try? file.digest(.formBytes, plan.limits, archives)) ?? Digest.hex(of: Array("\(file.name) \(seen)".utf8))
      do throws(JobError) {
        if let answer = try await answer(file, digest: digest, archives, history, newKey) { answers.append(answer) }
      } catch {
        failing(file.name, error)
      }
      // One that was changed or taken away meanwhile is looked at again.
      if file.state == seen { state.answered[file.name] = seen }
    }
    return answers
  }

  /// Notes the inbox in the ledger, and says what is known of the months before.
  private func take(_ inbox: Inbox, _ waiting: (String) -> Void) async throws(JobError) -> EarlierLookup {
    guard let ledger else {
      let earlier = try await EarlierFolders(folders: historyFolders, plan: plan, workers: workers).submissions(
        before: period)
      return EarlierLookup { _, _ in earlier }
    }
    let book = try LedgerSession(
      path: ledger, plan: plan, clock: clock, workers: workers, waiting: waiting)
    _ = try await book.take(inbox, for: period, receipts: ReceiptBook(inbox, year: plan.plan.year, limits: plan.limits))
    try await book.settle(through: period)
    let history = LedgerLookup(book.view)
    return EarlierLookup({ history.of($0, before: $1) }, check: history.check)
  }

  /// Writes what is to be said of a file; `nil` if that was done before.
  private func answer(
    _ file: Inbox.File, digest: String, _ archives: OpenArchives, _ history: EarlierLookup, _ newKey: (String) -> Void
  ) async throws(JobError) -> Answer? {
    let name = FileAccess.name(of: file.name)
    let folder = FileAccess.join(answersFolder(of: file), Inbox.answers)
    let mark = "（\(digest.prefix(8))）"
    let stem = FileAccess.join(folder, FileName.fitting(name, leaving: 64) + mark)
    let (receipt, notice, begun) = ("\(stem)回执.txt", "\(stem)退回单.txt", "\(stem)正在审核.txt")
    guard !FileAccess.exists(receipt), !FileAccess.exists(notice) else { return nil }
    try FileAccess.makeFolder(folder)
    if FileAccess.exists(begun) {
      // A run before this one ended over the file, and this one shall not.
      try FileAccess.write(VisibleText.of(Self.unfinished(name)), to: notice)
      FileAccess.remove(begun)
      return Answer(file: file.name, isSound: false, message: notice, workbook: nil)
    }
    // Who interrupts the run means not this file.
    UnfinishedFiles.add(begun)
    defer { FileAccess.removeTemporary(begun) }
    try FileAccess.write(name + "\n", to: begun)
    var job = try ReturnJob(
      plan: plan, period: period, source: .files([file.path]), history: [], dueBy: dueBy, output: folder, workers: 1)
    job.listed = [Inbox.File(name: name, path: file.path, fault: file.fault)]
    job.suffix = mark
    job.history = history
    let outcome = try await job.run(newKey: newKey, archives: archives)
    // Taken away while it was read: it has no receipt.
    guard outcome.absent.isEmpty else { return nil }
    let isSound = outcome.returns.isEmpty
    let message = isSound ? receipt : notice
    let text = isSound ? outcome.receipt(name, digest) : outcome.messages.joined(separator: "\n\n")
    try FileAccess.write(VisibleText.of(text) + "\n", to: message)
    return Answer(
      file: file.name, isSound: isSound, message: message, workbook: outcome.returns.compactMap(\.workbook?.path).first)
  }

  /// Returns the folder beside which the answers for a file go: its own, if its name is one that can be written.
  private func answersFolder(of file: Inbox.File) -> String {
    let folder = FileAccess.folder(of: ArchiveFolder.parts(of: file.path)?.archive ?? file.path)
    return FileName.isText(folder) ? folder : inbox
  }
}

extension Inbox.File {
  /// Returns what changes while the file, or the archive that it is in, is being written; `nil` for one that is gone.
  fileprivate var state: [Int]? {
    FileAccess.state(ArchiveFolder.parts(of: path)?.archive ?? path, followingLinks: fault == nil)
  }
}
