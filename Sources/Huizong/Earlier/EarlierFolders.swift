import Consolidation
import Forms
import PlanModel
import Validation
import XLSXReading

/// Reads the submissions of earlier periods from folders, last year's among them.
struct EarlierFolders: Sendable {
  let folders: [String]
  let plan: OpenPlan
  let workers: Int

  /// Reads all forms of the folders but those of `period` and of later ones.
  ///
  /// Each period's forms are validated against those before it, as they were when they came in.
  func submissions(before period: Period) async throws(JobError) -> EarlierSubmissions {
    var forms: [Form] = []
    var unread: [UnreadFile] = []
    var receipts: [EarlierReceipts] = []
    for folder in folders {
      let read = try await read(folder)
      forms += read.forms.filter { $0.period.lastDay < period.lastDay }
      unread += read.unread
      receipts += read.receipts
    }
    var earlier = EarlierSubmissions(await validated(forms), of: plan.plan)
    earlier.unread = unread
    earlier.receipts = receipts
    if !receipts.isEmpty { plan.tellEarlierReceipts(receipts) }
    if !unread.isEmpty { plan.tellUnread(unread) }
    return earlier
  }

  /// Returns the submissions before the end of the plan's year, for files of any period; nothing where there are no
  /// folders.
  func submissionsOfTheYear() async throws(JobError) -> EarlierSubmissions {
    guard !folders.isEmpty, let end = Period(kind: .year, year: plan.plan.year + 1, ordinal: 1) else {
      return EarlierSubmissions(of: plan.plan)
    }
    return try await submissions(before: end)
  }

  /// A form of an earlier period before it is validated.
  private struct Form: Sendable {
    let form: ReadForm
    let file: Inbox.File
    /// The folder's, for a file that names none.
    let asked: Period?
    let received: CivilDate?
    var period: Period { form.submission.period }
  }

  private func read(
    _ folder: String
  ) async throws(JobError) -> (forms: [Form], unread: [UnreadFile], receipts: [EarlierReceipts]) {
    let inbox = try Inbox(folder: folder, limits: plan.limits)
    // Last year's folder may be among them.
    let receipts = ReceiptBook(inbox, limits: plan.limits)
    let faults = receipts.problems.map { EarlierReceipts(folder: folder, problem: $0) }
    let nothing = EarlierSubmissions(of: plan.plan)
    let checker = checker(of: nil, knowing: nothing)
    // Forms that do not name their period are of the one that the folder is called by.
    let named = Period(FileAccess.name(of: folder))
    let own = named.map { self.checker(of: $0, knowing: nothing) }
    let files = inbox.files.filter { $0.kind == .submission }
    let read = await Batch.map(files, workers: workers, scratch: { OpenArchives() }) { file, archives in
      var (forms, refusals) = await checker.historical(file, archives)
      let isNamed = !forms.isEmpty
      if !isNamed, let own { (forms, refusals) = await own.historical(file, archives) }
      let read = forms.map {
        Form(form: $0, file: file, asked: isNamed ? nil : named, received: receipts.received(file.name))
      }
      return (forms: read, unread: UnreadFile(folder: folder, file: file, refusals))
    }
    return (read.flatMap(\.forms), read.compactMap(\.unread), faults)
  }

  /// Validates the forms, each period's against those before it.
  private func validated(_ forms: [Form]) async -> [Candidate] {
    var earlier: [Candidate] = []
    for (period, forms) in Dictionary(grouping: forms, by: \.period).inTime {
      let known = EarlierSubmissions(earlier, of: plan.plan)
      let own = earlier.isEmpty ? forms : await readAnew(forms, knowing: known)
      let checker = checker(of: period, knowing: known)
      earlier += await Batch.map(own, workers: workers) { [plan] entry in
        let submission = entry.form.submission
        // Of last year's forms only what they say is of interest.
        let findings =
          period.year == plan.plan.year
          ? checker.findings(of: submission, reading: entry.form.findings) : entry.form.findings
        return Candidate(submission: submission, received: entry.received, findings: findings)
      }
    }
    return earlier
  }

  /// Reads those forms of a period anew that have no 上期累计 printed in: what they add up to depends on the earlier ones.
  private func readAnew(_ forms: [Form], knowing known: EarlierSubmissions) async -> [Form] {
    let paths = Set(forms.filter { $0.form.serial == nil }.map(\.file.path)).sorted()
    guard !paths.isEmpty else { return forms }
    let entries = Dictionary(forms.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    let read = await Batch.map(paths, workers: workers, scratch: { OpenArchives() }) { path, archives in
      guard let entry = entries[path] else { return [ReadForm]() }
      return await checker(of: entry.asked, knowing: known).historical(entry.file, archives).forms
    }
    let byPath = Dictionary(uniqueKeysWithValues: zip(paths, read))
    return forms.map { entry in
      guard let anew = byPath[entry.file.path]?.first(where: { $0.submission.file == entry.form.submission.file })
      else {
        return entry
      }
      return Form(form: anew, file: entry.file, asked: entry.asked, received: entry.received)
    }
  }

  /// - Parameter period: `nil` takes any period's form.
  private func checker(of period: Period?, knowing known: EarlierSubmissions) -> FileChecker {
    FileChecker(
      plan: plan.plan, rules: plan.rules, period: period, key: plan.key, earlier: { _, _ in known },
      contacts: plan.contacts, limits: plan.limits)
  }
}

/// What is wrong with a list of receipts of an earlier period: whether a unit reported in time is not known there.
public struct EarlierReceipts: Hashable, Sendable {
  let folder: String
  let problem: ReceiptBook.Problem
}

/// A file of an earlier period that has no form, or none that could be read: what it would have said is missing.
public struct UnreadFile: Hashable, Sendable {
  let folder: String
  /// As messages name it, from the folder.
  let file: String
  let finding: Finding

  /// True for what is no workbook that anybody could have read: its own month has said so, and a ledger knows nothing else.
  var isNoWorkbook: Bool {
    finding.rule == BuiltInRule.unreadableFile.rawValue && finding.value.map { Self.others.contains($0) } ?? false
  }

  private static let others = Set(
    [
      .encrypted, .legacyXLS, .otherOLE2, .xlsb, .ods, .docx, .pptx, .csv, .html, .xml2003, .pdf, .otherArchive,
      .unknownFormat, .notAWorkbook,
    ].map { (code: XLSXReadError.Code) in code.rawValue })

  /// Returns true for what is no form at all. A file in which nothing can be read may have been one.
  private static func isOther(_ finding: Finding) -> Bool {
    switch BuiltInRule(rawValue: finding.rule) {
    // Whose stamp it has is known; its form was lost.
    case .formNotFound: finding.unit == nil
    case .unitUnknown: true
    case .unreadableFile: finding.value == XLSXReadError.Code.lockFile.rawValue
    default: false
    }
  }

  /// `nil` for a file that was read, or that never could be.
  fileprivate init?(folder: String, file: Inbox.File, _ refusals: [Finding]) {
    guard let finding = refusals.first(where: { !Self.isOther($0) }) else { return nil }
    self.folder = folder
    self.file = file.name
    self.finding = finding
  }
}

extension Dictionary where Key == Period {
  /// The entries in the order in which their periods end.
  var inTime: [(period: Period, value: Value)] {
    sorted { ($0.key.lastDay, $0.key.description) < ($1.key.lastDay, $1.key.description) }.map { ($0.key, $0.value) }
  }
}
