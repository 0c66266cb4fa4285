import Consolidation
import Forms
import PlanModel

/// The folder into which a period's submissions come, archives in it included.
struct FolderSource: SubmissionSource {
  let plan: OpenPlan
  let period: Period
  let inbox: Inbox
  let receipts: ReceiptBook
  /// The submissions of earlier periods.
  let earlier: EarlierFolders
  let workers: Int
  var converter: LegacyConverter? = .installed
  /// `nil` reads all files.
  var shard: InboxShard?
  /// Whether the reports hold the forms as they were read, for whoever returns them.
  var keepsForms = false

  var path: String { inbox.folder }

  func intake(progress: @escaping @Sendable (Int, Int) -> Void) async throws(JobError) -> PeriodIntake {
    let read = try await read(progress: progress)
    return read.part.intake(
      reports: read.reports, receipts: receipts, attachmentFaults: read.attachmentFaults,
      earlier: read.earlier)
  }

  /// Reads the folder as a part of a whole that may have others.
  func part(progress: @escaping @Sendable (Int, Int) -> Void) async throws(JobError) -> PartialPeriod {
    try await read(progress: progress).part
  }

  private var files: [Inbox.File] {
    guard let shard else { return inbox.files }
    return inbox.files.enumerated().filter { shard.holds($0.offset) }.map(\.element)
  }

  /// What there is in a folder.
  private struct Contents {
    let part: PartialPeriod
    let reports: [FileReport]
    /// Why attachments could not be read, by their names.
    let attachmentFaults: [String: FileFault]
    let earlier: EarlierSubmissions
  }

  private func read(progress: @escaping @Sendable (Int, Int) -> Void) async throws(JobError) -> Contents {
    let planDigest = try plan.digest()
    let earlier = try await self.earlier.submissions(before: period)
    let checker = FileChecker(
      plan: plan.plan, rules: plan.rules, period: period, key: plan.key, earlier: { _, _ in earlier },
      contacts: plan.contacts, limits: plan.limits, converter: converter)
    let files = files
    let submissions = files.filter { $0.kind == .submission }
    let checked = await Batch.map(
      submissions, workers: workers, progress: progress, scratch: { OpenArchives() }
    ) { [receipts, keepsForms] file, archives in
      let checked = await checker.check(file, received: receipts.received(file.name), archives)
      let reports = keepsForms ? checked.reports : checked.reports.map(\.withoutForm)
      return (digest: checked.digest ?? "", reports: reports)
    }
    var known: [PartialPeriod.Key: PartialPeriod.Content] = [:]
    for (file, read) in zip(submissions, checked) {
      for report in read.reports {
        let part = String(report.file.dropFirst(file.name.count))
        known[.init(name: file.name, part: part, digest: read.digest)] = report.content
      }
    }
    let attachments = await inbox.attachments(among: files, plan.limits, workers: workers)
    for attachment in attachments {
      known[.init(name: attachment.name, digest: attachment.digest ?? "")] = .attachment
    }
    for file in files where file.kind == .ignored { known[.init(name: file.name, digest: "")] = .ignored }
    let part = PartialPeriod(
      basis: PartialPeriod.Basis(
        period: period, plan: planDigest, history: earlier.fingerprint, isProved: plan.key != nil,
        key: plan.key?.id),
      files: known, receipts: receipts.names, previous: earlier.previous(for: period),
      earlier: try await earlier.earlierMonths(for: period, workers: workers),
      splits: [shard?.split(of: inbox.files)].compactMap(\.self))
    let faults = attachments.compactMap { attachment in attachment.fault.map { (attachment.name, $0) } }
    return Contents(
      part: part, reports: checked.flatMap(\.reports), attachmentFaults: Dictionary(uniqueKeysWithValues: faults),
      earlier: earlier)
  }
}

extension FileReport {
  fileprivate var content: PartialPeriod.Content {
    candidate.map { .form($0) } ?? .refused(RefusedFile(file: file, unit: unit, findings: findings))
  }
}
