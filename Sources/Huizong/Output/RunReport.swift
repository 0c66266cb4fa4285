import Consolidation
import FoundationEssentials
import LedgerStore
public import PlanModel
import Validation

/// A run as a program reads it: every file of the inbox by what became of it. The counts tie: `seen` is the sum of the
/// other four.
struct RunReport: Encodable {
  struct Counts: Encodable {
    let seen, read, refused, attachments, ignored: Int
  }

  struct ReadFile: Encodable {
    let file: String
    let unit: String
    let received: String?
    let sha256: String
    /// `counting`, `superseded`, `duplicate`, `returned`, `withdrawn`.
    let outcome: String
    /// Open findings by grade.
    let errors, warnings, notices: Int
  }

  struct Refused: Encodable {
    let file: String
    let unit: String?
    /// Ids of rules.
    let rules: [String]
    let reasons: [String]
  }

  /// The last event of the ledger, by which `ledger verify --head` proves later that nothing was cut off or changed.
  struct LedgerEnd: Encodable {
    let events: Int64
    let head: String
    /// The id of the key that sealed the last event.
    let key: String?
    /// The events that the key did not seal when they were added, `211` or `3-15`; left out where there are none.
    let unsealed: [String]?
  }

  struct Attachment: Encodable {
    let file: String
    let sha256: String?
    /// Why it has no digest, a sentence; left out where it has one.
    let unread: String?
  }

  struct Unit: Encodable {
    let unit: String
    let name: String
    let status: String
    let omitted: [String]
    let disputed: [String]
  }

  let format = "huizong run report"
  let version = 1
  let period: String
  /// True where the signing key was left out on purpose; left out where it was not.
  let withoutKey: Bool?
  /// Where the ledger ends after the run; left out for a run without one.
  let ledger: LedgerEnd?
  let files: Counts
  /// One entry for each form: a file with a sheet for each unit has several.
  let read: [ReadFile]
  let refused: [Refused]
  let attachments: [Attachment]
  let ignored: [String]
  let receiptsWithoutFile: [String]
  /// Lines of `receipts.csv` that could not be used, a sentence each; left out where there are none.
  let receiptProblems: [String]?
  /// Files of earlier periods that could not be read, and lines of their receipts.csv, a sentence each; left out where
  /// there are none.
  let earlierUnread: [String]?
  let units: [Unit]
}

extension ConsolidateJob.Outcome {
  /// Returns the run report as JSON, keys sorted.
  public func report(language: Language) throws(JobError) -> String {
    let outcomes = outcomes
    let open = Dictionary(grouping: period.openFindings, by: \.file)
    let forms = intake.reports.compactMap(\.candidate)
    let refused = intake.reports.filter { $0.candidate == nil }
    let counts = counts
    let earlierFaults =
      intake.earlier.unread.map { $0.message(in: language) } + intake.earlier.receipts.messages(in: language)
    let report = RunReport(
      period: period.period.description, withoutKey: isWithoutKey ? true : nil,
      ledger: ledger.map { head in
        let unsealed = head.unsealed.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
        return .init(
          events: head.events, head: head.hash, key: head.key, unsealed: unsealed.isEmpty ? nil : unsealed)
      },
      files: .init(
        seen: intake.filesSeen, read: counts.read, refused: counts.refused, attachments: intake.attachments.count,
        ignored: intake.ignored.count),
      read: forms.map { form in
        let findings = open[form.submission.file] ?? []
        return RunReport.ReadFile(
          file: form.submission.file, unit: form.submission.unit, received: form.received?.description,
          sha256: form.submission.digest, outcome: outcomes[form.submission.file] ?? "unknown",
          errors: findings.count { $0.grade == .error }, warnings: findings.count { $0.grade == .warning },
          notices: findings.count { $0.grade == .notice })
      },
      refused: refused.map { file in
        RunReport.Refused(
          file: file.file, unit: file.unit, rules: Set(file.findings.map(\.id)).sorted(),
          reasons: FindingWords.merged(file.findings).map {
            FindingWords($0, rules: period.rules, language: language).sentence(language)
          })
      },
      attachments: intake.attachments.map {
        .init(file: $0.name, sha256: $0.digest, unread: $0.digest == nil ? $0.trouble(language) : nil)
      }, ignored: intake.ignored,
      receiptsWithoutFile: intake.receipts.withoutFile,
      receiptProblems: intake.receipts.problems.isEmpty
        ? nil : intake.receipts.problems.map { $0.message(in: language) },
      earlierUnread: earlierFaults.isEmpty ? nil : earlierFaults,
      units: period.units.map { unit in
        RunReport.Unit(
          unit: unit.unit.id, name: unit.unit.name, status: unit.status.rawValue, omitted: unit.omitted,
          disputed: unit.files.disputed)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    do {
      return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
    } catch {
      throw JobError(.cannotWrite, "JSON", reason: "\(error)")
    }
  }

  /// Files read and refused; a file of several forms is read if one of them is.
  private var counts: (read: Int, refused: Int) {
    let refused = intake.reports.count { $0.candidate == nil }
    guard !intake.severalForms.isEmpty else { return (intake.reports.count - refused, refused) }
    var read: [String: Bool] = [:]
    for report in intake.reports {
      let file = intake.severalForms.keys.first { report.file.hasPrefix($0 + "［") } ?? report.file
      read[file] = read[file] == true || report.candidate != nil
    }
    return (read.values.count { $0 }, read.values.count { !$0 })
  }

  /// What became of each form, by its file.
  private var outcomes: [String: String] {
    var outcomes: [String: String] = [:]
    for unit in period.units {
      let groups = [
        ("counting", unit.files.counting), ("superseded", unit.files.superseded), ("duplicate", unit.files.duplicates),
        ("returned", unit.files.returned), ("withdrawn", unit.files.withdrawn),
      ]
      for (word, files) in groups {
        for file in files { outcomes[file.submission.file] = word }
      }
    }
    return outcomes
  }
}
