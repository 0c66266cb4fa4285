import Consolidation
import Forms
import LedgerStore
import PlanModel

/// What a ledger has received for a period, and what is to be said of it.
extension LedgerView {
  /// A file of the inbox.
  struct Taken: Hashable, Sendable {
    let name: String
    /// `nil` for a file that cannot be opened.
    let digest: String?
    /// Why it cannot be opened.
    var unopened: [Finding] = []
  }

  /// Returns all that came in for a period: its forms and what lay beside them, in the order of the names.
  func received(
    for period: Period
  ) throws(JobError) -> (forms: [Taken], attachments: [PeriodIntake.Attachment]) {
    var forms: [Taken] = []
    var digests: [String: String] = [:]
    var receipts: [StoredReceipt] = []
    for own in period.closing {
      receipts += try ask { ledger throws(LedgerError) in try ledger.receipts(of: own) }
    }
    for receipt in receipts {
      if Inbox.kind(of: receipt.name) == .attachment {
        digests[receipt.name] = receipt.digest
      } else {
        forms.append(Taken(name: receipt.name, digest: receipt.digest))
      }
    }
    return (
      Set(forms).sorted { ($0.name, $0.digest ?? "") < ($1.name, $1.digest ?? "") },
      digests.sorted { $0.key < $1.key }.map { PeriodIntake.Attachment(name: $0.key, digest: $0.value) }
    )
  }

  /// Returns what is to be said of the files of an inbox, and of those that have several forms, how many.
  func reports(
    on taken: [Taken], _ candidates: [Candidate], for period: Period
  ) throws(JobError) -> (reports: [FileReport], severalForms: [String: Int]) {
    var readings: [String: [StoredReading]] = [:]
    for own in period.closing {
      let asked = try ask { ledger throws(LedgerError) in try ledger.readings(asked: own) }
      // What was refused for June is refused for the quarter, unless that was asked for too.
      readings.merge(asked) { shorter, longer in
        shorter.allSatisfy { $0.period == $0.asked } && !longer.allSatisfy { $0.period != nil } ? shorter : longer
      }
    }
    // By content, not by name: a name may have stood for another file before.
    let byDigest = Dictionary(grouping: candidates, by: \.submission.digest)
    var reports: [FileReport] = []
    var severalForms: [String: Int] = [:]
    for file in taken {
      let parts = file.digest.flatMap { readings[$0] } ?? []
      if parts.count > 1 { severalForms[file.name] = parts.count }
      for part in parts {
        let name = file.name + part.part
        let own = (byDigest[part.digest] ?? []).filter { $0.submission.file.hasSuffix(part.part) }
        if let candidate = own.first(where: { $0.submission.file == name }) ?? own.first {
          reports.append(
            FileReport(
              file: candidate.submission.file, reading: nil, findings: candidate.findings, candidate: candidate))
        } else {
          let findings = try ask { _ throws(LedgerError) in try part.findings(named: name) }
          reports.append(
            FileReport(
              file: name, reading: .refused(unit: part.unit, findings: findings), findings: findings, candidate: nil))
        }
      }
      if file.digest == nil { reports.append(.unopened(file.name, file.unopened)) }
    }
    return (reports, severalForms)
  }
}
