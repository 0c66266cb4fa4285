import Consolidation
public import PlanModel

/// What came in for a period, wherever from, and what earlier periods leave for it.
///
/// A `SubmissionSource` makes it; `consolidated(by:)` is the only way on.
public struct PeriodIntake: Hashable, Sendable {
  /// A scan or document beside the submissions: 佐证.
  public struct Attachment: Hashable, Sendable {
    public let name: String
    /// SHA-256; `nil` for what cannot be read.
    public let digest: String?
    /// Why it cannot be read, as far as that is known.
    var fault: FileFault?
  }

  public let period: Period
  /// Every form of the inbox, in the order of the files' names; a file with a sheet for each unit has several.
  public let reports: [FileReport]
  /// Files that have more than one form, with the number of their forms.
  public let severalForms: [String: Int]
  /// In the order of their names.
  public let attachments: [Attachment]
  /// Lock files and the like.
  public let ignored: [String]
  /// What is wrong with the lists of receipts.
  public internal(set) var receipts: ReceiptFaults
  /// The forms that may count: those of `reports`, and what a ledger had before.
  let candidates: [Candidate]
  let background: Background
  /// The submissions of earlier periods; none where a part or a ledger has answered for them.
  let earlier: EarlierSubmissions

  /// What stands beside the submissions when they are consolidated.
  struct Background: Hashable, Sendable {
    /// The last period's figures by unit and indicator code.
    var previous: [String: [String: FixedDecimal]] = [:]
    /// What people decided about the files.
    var choices = FileChoices()
    var earlier = EarlierMonths()
    /// Points given and taken by hand.
    var adjustments: [Adjustment] = []
  }

  /// The number of files; equal to read + refused + attachments + ignored, a file with several forms counted once.
  public var filesSeen: Int {
    reports.count - severalForms.values.reduce(0) { $0 + $1 - 1 } + attachments.count + ignored.count
  }

  /// Decides which files count, adds up and judges.
  ///
  /// - Throws: `FixedDecimalError` if a total needs more digits than a figure has.
  func consolidated(by plan: Plan) throws(FixedDecimalError) -> ConsolidatedPeriod {
    let refused = reports.compactMap(RefusedFile.init)
    let copies = StampedCopies(attachments: attachments.map(\.name), reports: reports)
    return try Consolidator(
      plan: plan, period: period, previous: background.previous, choices: background.choices,
      earlier: background.earlier, adjustments: background.adjustments
    ).consolidate(
      candidates, refused: refused, stampedCopies: plan.reporting.stampedCopy ? copies.units(plan) : nil)
  }
}

extension RefusedFile {
  /// `nil` for a form that was read.
  init?(_ report: FileReport) {
    guard report.candidate == nil else { return nil }
    self.init(file: report.file, unit: report.unit, findings: report.findings)
  }
}

extension Inbox {
  /// Digests what lies beside the forms among files of the inbox.
  func attachments(
    among files: [File], _ limits: InputLimits, workers: Int
  ) async -> [PeriodIntake.Attachment] {
    let files = files.filter { $0.kind == .attachment }
    return await Batch.map(files, workers: workers, scratch: { OpenArchives() }) { file, archives in
      do throws(FileFault) {
        return .init(name: file.name, digest: try file.digest(.attachmentBytes, limits, archives))
      } catch {
        return .init(name: file.name, digest: nil, fault: error)
      }
    }
  }
}
