import Forms
public import PlanModel
import Validation

/// `huizong check`: what is wrong with some files, said at once.
public struct CheckJob: Sendable {
  public let plan: OpenPlan
  /// `nil` takes each file by the period it was made for.
  public let period: Period?
  public let historyFolders: [String]
  public let files: [String]
  /// The same with the members of archives.
  private let listed: [Inbox.File]
  public let workers: Int

  public init(
    plan: OpenPlan, period: Period?, history: [String], files: [String], workers: Int
  ) throws(JobError) {
    self.plan = plan
    self.period = if let period { try plan.due(period) } else { nil }
    historyFolders = history
    self.files = files
    listed = files.flatMap { path in
      Inbox.archived(path, prefix: "\(path)/", limits: plan.limits)?.filter { $0.kind == .submission }
        ?? [Inbox.File(name: path, path: path)]
    }
    self.workers = workers
  }

  /// Returns true if the path is that of a folder.
  public static func isFolder(_ path: String) -> Bool { FileAccess.isFolder(path) }

  /// Returns a report for each form, in the order of the files given; most files are one form.
  public func run() async throws(JobError) -> [FileReport] {
    let folders = EarlierFolders(folders: historyFolders, plan: plan, workers: workers)
    let earlier =
      if let period { try await folders.submissions(before: period) } else { try await folders.submissionsOfTheYear() }
    let checker = FileChecker(
      plan: plan.plan, rules: plan.rules, period: period, key: plan.key, earlier: { _, _ in earlier },
      contacts: plan.contacts, limits: plan.limits)
    return await Batch.map(listed, workers: workers, scratch: { OpenArchives() }) { file, archives in
      await checker.check(file, received: nil, archives).reports
    }.flatMap(\.self)
  }
}
