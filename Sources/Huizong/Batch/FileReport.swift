public import Consolidation
public import Forms
public import PlanModel
import Validation

/// What one file of a run turned out to be.
public struct FileReport: Hashable, Sendable {
  /// As messages name it.
  public let file: String
  /// `nil` for a form that a ledger had read before.
  public let reading: Reading?
  /// All findings, those of reading first, then those of the checks.
  public let findings: [Finding]
  /// `nil` for a file that is nobody's form.
  public let candidate: Candidate?

  public var unit: String? {
    if let candidate { return candidate.submission.unit }
    return if case .refused(let unit, _)? = reading { unit } else { nil }
  }

  /// True if there is no such file, or it may not be opened.
  public var isAbsent: Bool { findings.contains { $0.value == FileChecker.absent } }

  /// True if the figures of the file may count.
  public var isAccepted: Bool { candidate?.isAcceptable ?? false }

  /// Of a file that is not there, or may not be opened.
  static func absent(_ file: String) -> FileReport {
    let finding = BuiltInRule.unreadableFile.finding(file: file, value: FileChecker.absent)
    return FileReport(
      file: file, reading: .refused(unit: nil, findings: [finding]), findings: [finding], candidate: nil)
  }
}
