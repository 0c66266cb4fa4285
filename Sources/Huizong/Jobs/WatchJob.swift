import Consolidation
public import PlanModel

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
  /// - Parameters:
  ///   - state: of the looks before; a file is answered once it looks the same twice.
  ///   - isLast: answers files at first sight.
  ///   - newKey: called with the path of a key that had to be made.
  ///   - waiting: called where another run holds the ledger.
  public func look(
    _ state: inout State, isLast: Bool = false, newKey: (String) -> Void = { _ in }, waiting: () -> Void = {}
  ) async throws(JobError) -> [Answer] {
    let files = try Inbox(folder: inbox)
    var ready: [(file: Inbox.File, state: [Int])] = []
    var pending: [String: [Int]] = [:]
    for file in files.files where file.kind == .submission {
      let path = ArchiveFolder.parts(of: files.path(of: file))?.archive ?? files.path(of: file)
      guard let seen = FileAccess.state(path), state.answered[file.name] != seen else { continue }
      if isLast || state.pending[file.name] == seen { ready.append((file, seen)) } else { pending[file.name] = seen }
    }
    state.pending = pending
    guard !ready.isEmpty else { return [] }
    let history = try await take(files, waiting)
    var answers: [Answer] = []
    for (file, seen) in ready {
      let path = files.path(of: file)
      if let digest = FileChecker.digest(path: path),
        let answer = try await answer(file.name, path, digest: digest, history, newKey)
      {
        answers.append(answer)
      }
      // One that was changed or taken away meanwhile is looked at again.
      if FileAccess.state(ArchiveFolder.parts(of: path)?.archive ?? path) == seen { state.answered[file.name] = seen }
    }
    return answers
  }

  /// Notes the inbox in the ledger, and says what is known of the months before.
  private func take(_ inbox: Inbox, _ waiting: () -> Void) async throws(JobError) -> EarlierLookup {
    guard let ledger else {
      let earlier = try await EarlierFolders(folders: historyFolders, plan: plan, workers: workers).submissions(
        before: period)
      return EarlierLookup { _, _ in earlier }
    }
    let book = try LedgerSession(
      path: ledger, plan: plan, clock: clock, workers: workers, waiting: waiting)
    _ = try await book.take(inbox, for: period, receipts: try ReceiptBook(inbox: inbox.folder, year: plan.plan.year))
    try await book.settle(through: period)
    let history = LedgerLookup(book.view)
    return EarlierLookup({ history.of($0, before: $1) }, check: history.check)
  }

  /// Writes what is to be said of a file; `nil` if that was done before.
  private func answer(
    _ name: String, _ path: String, digest: String, _ history: EarlierLookup,
    _ newKey: (String) -> Void
  ) async throws(JobError) -> Answer? {
    let container = ArchiveFolder.parts(of: path)?.archive ?? path
    let folder = FileAccess.join(FileAccess.folder(of: container), Inbox.answers)
    let mark = "（\(digest.prefix(8))）"
    let stem = FileAccess.join(folder, FileAccess.name(of: path) + mark)
    guard !FileAccess.exists("\(stem)回执.txt"), !FileAccess.exists("\(stem)退回单.txt") else { return nil }
    var job = try ReturnJob(
      plan: plan, period: period, source: .files([path]), history: [], dueBy: dueBy, output: folder, workers: 1)
    job.suffix = mark
    job.history = history
    let outcome = try await job.run(newKey: newKey)
    // Taken away while it was read: it has no receipt.
    guard outcome.absent.isEmpty else { return nil }
    let isSound = outcome.returns.isEmpty
    let message = isSound ? "\(stem)回执.txt" : "\(stem)退回单.txt"
    try FileAccess.makeFolder(folder)
    let text =
      isSound ? outcome.receipt(FileAccess.name(of: path), digest) : outcome.messages.joined(separator: "\n\n")
    try FileAccess.write(text + "\n", to: message)
    return Answer(
      file: name, isSound: isSound, message: message, workbook: outcome.returns.compactMap(\.workbook?.path).first)
  }
}
