import Consolidation
import Forms
import PlanModel

/// One of several parts into which the files of an inbox are dealt, so that several machines can read them: `3/7`.
public struct InboxShard: Hashable, Sendable, LosslessStringConvertible {
  /// One-based.
  public let number: Int
  public let count: Int

  /// `nil` for a text that is no part of a whole.
  public init?(_ description: String) {
    let parts = description.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), (1...10_000).contains(count),
      (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  public var description: String { "\(number)/\(count)" }

  func holds(_ index: Int) -> Bool { index % count == number - 1 }
}

/// Reads the files of an inbox and asks the rules of them.
struct InboxReader: Sendable {
  let plan: OpenPlan
  let period: Period
  let inbox: Inbox
  let receipts: ReceiptBook
  let historyFolders: [String]
  let workers: Int
  var converter: LegacyConverter? = .installed
  /// `nil` reads all files.
  var shard: InboxShard?
  /// Whether the reports hold the forms as they were read, for whoever returns them.
  var keepsForms = false
  /// Called with the number of files read so far, and of all.
  var progress: @Sendable (Int, Int) -> Void = { _, _ in }

  /// What the files say.
  struct Outcome: Sendable {
    let known: PartialPeriod
    /// Every form, in the order of the files.
    let reports: [FileReport]
    let history: History
  }

  private var files: [Inbox.File] {
    guard let shard else { return inbox.files }
    return inbox.files.enumerated().filter { shard.holds($0.offset) }.map(\.element)
  }

  func read() async throws(JobError) -> Outcome {
    guard let bytes = FileAccess.bytes(plan.path) else { throw JobError(.missingFile, plan.path) }
    let history = try await History(folders: historyFolders, before: period, of: plan, workers: workers)
    let checker = FileChecker(
      plan: plan.plan, rules: plan.rules, period: period, key: plan.key, history: { _, _ in history },
      contacts: plan.contacts, converter: converter)
    let files = files
    let submissions = files.filter { $0.kind == .submission }
    let checked = await Batch.map(submissions, workers: workers, progress: progress) {
      [inbox, receipts, keepsForms] file in
      let path = inbox.path(of: file)
      let checked = checker.check(path: path, file: file.name, received: receipts.received(file.name))
      let reports = keepsForms ? checked : checked.map(\.withoutForm)
      let digest = reports.lazy.compactMap(\.candidate?.submission.digest).first ?? checker.stamp(path: path)?.digest
      return (digest: digest ?? "", reports: reports)
    }
    var known: [PartialPeriod.Key: PartialPeriod.Content] = [:]
    for (file, read) in zip(submissions, checked) {
      for report in read.reports {
        let part = String(report.file.dropFirst(file.name.count))
        known[.init(name: file.name, part: part, digest: read.digest)] = report.content
      }
    }
    let others = files.filter { $0.kind != .submission }
    let digests = await Batch.map(others, workers: workers) { [inbox] file in
      file.kind == .attachment ? FileChecker.digest(path: inbox.path(of: file)) ?? "" : ""
    }
    for (file, digest) in zip(others, digests) {
      known[.init(name: file.name, digest: digest)] = file.kind == .attachment ? .attachment : .ignored
    }
    let earlier = try await history.earlierMonths(for: period, of: plan.plan, workers: workers)
    let basis = PartialPeriod.Basis(
      period: period, plan: Digest.hex(of: bytes), history: history.fingerprint, isProved: plan.key != nil)
    return Outcome(
      known: PartialPeriod(
        basis: basis, files: known, receipts: receipts.names,
        previous: history.previous(for: period, plan: plan.plan), earlier: earlier),
      reports: checked.flatMap(\.reports), history: history)
  }
}

extension FileReport {
  fileprivate var content: PartialPeriod.Content {
    candidate.map { .form($0) } ?? .refused(RefusedFile(file: file, unit: unit, findings: findings))
  }
}

extension PartialPeriod {
  /// What is said of each form, in the order of the files' names.
  var reports: [FileReport] {
    files.sorted { $0.key < $1.key }.compactMap { key, content in
      switch content {
      case .form(let candidate):
        FileReport(file: key.file, reading: nil, findings: candidate.findings, candidate: candidate)
      case .refused(let file):
        FileReport(
          file: key.file, reading: .refused(unit: file.unit, findings: file.findings), findings: file.findings,
          candidate: nil)
      case .attachment, .ignored: nil
      }
    }
  }

  /// Files that have more than one form, with the number of their forms.
  var severalForms: [String: Int] {
    Dictionary(grouping: files.keys, by: \.name).mapValues(\.count).filter { $1 > 1 }
  }

  func names(_ content: Content) -> [String] { files.filter { $0.value == content }.keys.sorted().map(\.name) }

  /// Digests of what lies beside the forms, by name.
  var evidence: [String: String] {
    Dictionary(
      files.filter { $0.value == .attachment && !$0.key.digest.isEmpty }.keys.map { ($0.name, $0.digest) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Names in lists of receipts for which there is no file.
  var receiptsWithoutFile: [String] {
    let names = Set(files.keys.map(\.name))
    let archives = names.filter { $0.contains("/") }
    return receipts.filter { receipt in
      !names.contains(receipt) && !archives.contains { $0.hasPrefix(receipt + "/") }
    }.sorted()
  }
}
