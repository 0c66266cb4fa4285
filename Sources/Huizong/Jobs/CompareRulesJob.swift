import Forms
import PlanFile
import PlanModel
import Validation

/// `huizong rules compare`: what would come of files under other rules, before these are applied.
public struct CompareRulesJob: Sendable {
  public let plan: OpenPlan
  private let old: RulePackage
  private let new: RulePackage
  private let inboxes: [String]
  private let historyFolders: [String]
  private let workers: Int

  /// - Parameters:
  ///   - old: a plan file, or a file with `rules` and `waivers` alone; so is `new`.
  public init(
    plan: OpenPlan, old: String, new: String, inboxes: [String], history: [String], workers: Int
  ) throws(JobError) {
    self.plan = plan
    self.old = try Self.package(plan, old)
    self.new = try Self.package(plan, new)
    self.inboxes = inboxes
    historyFolders = history
    self.workers = workers
  }

  private static func package(_ plan: OpenPlan, _ path: String) throws(JobError) -> RulePackage {
    let changed: Plan
    do throws(PlanFileError) {
      changed = try PlanReader(limits: plan.limits.plan).plan(plan.plan, withRulesOf: path)
    } catch {
      throw JobError(.plan(error), path)
    }
    let rules = RulePackage(plan: changed)
    guard rules.problems.isEmpty else { throw JobError(.rules(rules.problems), path) }
    return rules
  }

  /// Reads every file once and checks it by both packages.
  public func run() async throws(JobError) -> RuleComparison {
    let earlier = try await EarlierFolders(folders: historyFolders, plan: plan, workers: workers)
      .submissionsOfTheYear()
    var files: [RuleComparison.File] = []
    for folder in inboxes {
      let inbox = try Inbox(folder: folder, limits: plan.limits)
      files += await compare(inbox, earlier)
    }
    return RuleComparison(files: files, old: old.catalogue, new: new.catalogue)
  }

  private func compare(_ inbox: Inbox, _ earlier: EarlierSubmissions) async -> [RuleComparison.File] {
    let before = FileChecker(
      plan: plan.plan, rules: old, period: nil, key: plan.key, earlier: { _, _ in earlier }, limits: plan.limits)
    let after = FileChecker(
      plan: plan.plan, rules: new, period: nil, key: plan.key, earlier: { _, _ in earlier }, limits: plan.limits)
    let files = inbox.files.filter { $0.kind == .submission }
    return await Batch.map(files, workers: workers, scratch: { OpenArchives() }) { file, archives in
      await before.read(file, archives).parts.map { part in
        let name = FileAccess.join(inbox.folder, part.file)
        return RuleComparison.File(
          name, before.report(on: part.reading, file: name, received: nil),
          after.report(on: part.reading, file: name, received: nil))
      }
    }.flatMap(\.self)
  }
}
