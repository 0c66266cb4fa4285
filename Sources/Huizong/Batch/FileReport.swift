public import Consolidation
public import Forms
public import PlanModel

/// What one file of a run turned out to be.
public struct FileReport: Hashable, Sendable {
  /// As messages name it.
  public let file: String
  public let reading: Reading
  /// All findings, those of reading first, then those of the checks.
  public let findings: [Finding]
  /// `nil` for a file that is nobody's form.
  public let candidate: Candidate?

  public var unit: String? {
    switch reading {
    case .form(let form): form.submission.unit
    case .refused(let unit, _): unit
    }
  }

  /// True if the figures of the file may count.
  public var isAccepted: Bool { candidate?.isAcceptable ?? false }
}
