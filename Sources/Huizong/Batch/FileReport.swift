public import Consolidation
public import Forms
public import PlanModel
import Validation

/// What one file of a run turned out to be.
public struct FileReport: Hashable, Sendable {
  /// As messages name it.
  public let file: String
  /// `nil` for a form that a ledger had read before, or that nobody wants to look at again.
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

  /// The same without the form's layout and the account of its cells, which weigh as much as its figures.
  var withoutForm: FileReport {
    guard case .form? = reading else { return self }
    return FileReport(file: file, reading: nil, findings: findings, candidate: candidate)
  }

  /// Returns the report on a file that cannot be opened.
  ///
  /// - Parameter findings: why; none for one that is gone meanwhile.
  static func unopened(_ file: String, _ findings: [Finding]) -> FileReport {
    let why =
      findings.isEmpty ? [BuiltInRule.unreadableFile.finding(file: file, value: FileChecker.absent)] : findings
    return FileReport(file: file, reading: .refused(unit: nil, findings: why), findings: why, candidate: nil)
  }
}
