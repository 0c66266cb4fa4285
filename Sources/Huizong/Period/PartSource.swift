import Consolidation
import Forms
import LedgerStore
import PlanModel

/// What `huizong partial` or `huizong merge` wrote.
struct PartSource: SubmissionSource {
  let plan: OpenPlan
  let period: Period
  let path: String

  func intake(progress: @escaping @Sendable (Int, Int) -> Void) async throws(JobError) -> PeriodIntake {
    let part = try PartialJob.read(path, key: plan.key)
    try plan.admit(part, period: period, from: path)
    do {
      let whole = try part.tellingNamesApart()
      var intake = whole.intake(reports: whole.reports, earlier: EarlierSubmissions(of: plan.plan))
      intake.receipts.problems += whole.dayFaults(path: path)
      return intake
    } catch {
      throw JobError(.part(.damaged(line: 1)), path)
    }
  }
}

extension PartialPeriod {
  /// Returns what came in, with what is said of it.
  func intake(
    reports: [FileReport], receipts book: ReceiptBook? = nil, attachmentFaults: [String: FileFault] = [:],
    earlier: EarlierSubmissions
  ) -> PeriodIntake {
    let attachments = files.filter { $0.value == .attachment }.keys.sorted().map { key in
      PeriodIntake.Attachment(
        name: key.name, digest: key.digest.isEmpty ? nil : key.digest, fault: attachmentFaults[key.name])
    }
    return PeriodIntake(
      period: basis.period, reports: reports, severalForms: severalForms, attachments: attachments,
      ignored: files.filter { $0.value == .ignored }.keys.sorted().map(\.name),
      receipts: ReceiptFaults(
        withoutFile: receiptsWithoutFile, lines: book?.absent ?? [:], problems: book?.problems ?? []),
      candidates: reports.compactMap(\.candidate),
      background: PeriodIntake.Background(previous: previous, earlier: self.earlier), earlier: earlier)
  }

  /// What is said of each form, in the order of the files' names.
  fileprivate var reports: [FileReport] {
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
  private var severalForms: [String: Int] {
    Dictionary(grouping: files.keys, by: \.name).mapValues(\.count).filter { $1 > 1 }
  }

  /// Names in lists of receipts for which there is no file.
  private var receiptsWithoutFile: [String] {
    let names = Set(files.keys.map(\.name))
    let archives = names.filter { $0.contains("/") }
    return receipts.filter { receipt in
      !names.contains(receipt) && !archives.contains { $0.hasPrefix(receipt + "/") }
    }.sorted()
  }
}
