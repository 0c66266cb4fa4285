import Consolidation
import Forms
public import PlanModel
import SpreadsheetML

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
    /// What was wrong with the lists of receipts when they were last told.
    var receiptProblems: [ReceiptBook.Problem] = []

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
  ///   - saying: called with what is wrong with the lists of receipts, where that is new.
  ///   - answering: called with each answer once it is written.
  ///   - failing: called with why a file got no answer.
  public func look(
    _ state: inout State, isLast: Bool = false, newKey: (String) -> Void = { _ in },
    waiting: (String) -> Void = { _ in }, saying: ([ReceiptBook.Problem]) -> Void = { _ in },
    answering: (Answer) -> Void = { _ in },
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
    let (history, problems) = try await take(files, waiting)
    if problems != state.receiptProblems, !problems.isEmpty { saying(problems) }
    state.receiptProblems = problems
    let archives = OpenArchives()
    var answers: [Answer] = []
    for (file, seen) in ready {
      // What cannot be opened is told from others by its name and state.
      let digest =
        (try? file.digest(.formBytes, plan.limits, archives)) ?? Digest.hex(of: Array("\(file.name) \(seen)".utf8))
      var isElsewhere = false
      do throws(JobError) {
        if let answer = try await answer(file, digest: digest, archives, history, newKey, &isElsewhere) {
          answers.append(answer)
          answering(answer)
        }
      } catch {
        failing(file.name, error)
      }
      // One that was changed or taken away meanwhile is looked at again, and one that another run may not finish.
      if file.state == seen, !isElsewhere { state.answered[file.name] = seen }
    }
    return answers
  }

  /// Notes the inbox in the ledger; returns what is known of the months before, and what is wrong with the lists of receipts.
  private func take(
    _ inbox: Inbox, _ waiting: (String) -> Void
  ) async throws(JobError) -> (history: EarlierLookup, problems: [ReceiptBook.Problem]) {
    guard let ledger else {
      let earlier = try await EarlierFolders(folders: historyFolders, plan: plan, workers: workers).submissions(
        before: period)
      return (EarlierLookup { _, _ in earlier }, [])
    }
    let book = try LedgerSession(
      path: ledger, plan: plan, clock: clock, workers: workers, waiting: waiting)
    let receipts = ReceiptBook(inbox, year: plan.plan.year, limits: plan.limits)
    _ = try await book.take(inbox, for: period, receipts: receipts)
    try await book.settle(through: period)
    let history = LedgerLookup(book.view)
    return (EarlierLookup({ history.of($0, before: $1) }, check: history.check), receipts.problems)
  }

  /// Writes what is to be said of a file; `nil` if that was done before.
  ///
  /// - Parameter isElsewhere: true afterwards where another run is at it.
  private func answer(
    _ file: Inbox.File, digest: String, _ archives: OpenArchives, _ history: EarlierLookup, _ newKey: (String) -> Void,
    _ isElsewhere: inout Bool
  ) async throws(JobError) -> Answer? {
    let name = answeredName(of: file)
    let folder = FileAccess.join(answersFolder(of: file), Inbox.answers)
    let digestMark = "（\(digest.prefix(8))）"
    let stem = FileAccess.join(folder, FileName.fitting(name, leaving: 64) + digestMark)
    let (receipt, notice, begun) = ("\(stem)回执.txt", "\(stem)退回单.txt", "\(stem)正在审核.txt")
    func isAnswered() -> Bool { [receipt, notice].contains { (FileAccess.state($0)?[0] ?? 0) > 0 } }
    guard !isAnswered() else { return nil }
    // Answers stay in this inbox.
    if FileAccess.isLink(folder) { throw JobError(.cannotWriteFor(.isSpecial), folder) }
    try FileAccess.makeFolder(folder)
    guard let mark = try AttemptMark(begun) else {
      isElsewhere = true
      return nil
    }
    defer { mark.end() }
    // Another run may have answered since.
    guard !isAnswered() else { return nil }
    if mark.earlier > 1 {
      // Two runs ended over the file, and this one shall not.
      try FileAccess.write(VisibleText.of(Self.unfinished(name)), to: notice)
      return Answer(file: file.name, isSound: false, message: notice, workbook: nil)
    }
    var job = try ReturnJob(
      plan: plan, period: period, source: .files([file.path]), history: [], dueBy: dueBy, output: folder, workers: 1)
    job.listed = [Inbox.File(name: name, path: file.path, fault: file.fault)]
    job.suffix = digestMark
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

  /// Returns what a file is called in its answer; of a member of an archive also the archive, whose members may be called
  /// like those of another: `东县.zip／填报表.xlsx`.
  private func answeredName(of file: Inbox.File) -> String {
    let parts = file.name.split(separator: "/")
    let own = ArchiveFolder.parts(of: file.path).map { $0.member.split(separator: "/").count + 1 } ?? 1
    return parts.suffix(own).joined(separator: "／")
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
