public import PlanModel

/// A file that is nobody's submission for this period: unreadable, of another unit's plan, of another period.
public struct RefusedFile: Hashable, Sendable {
  /// Path relative to the inbox.
  public let file: String
  /// The unit it claims to be from, where that could be read.
  public let unit: String?
  /// Why; at least one finding.
  public let findings: [Finding]

  public init(file: String, unit: String?, findings: [Finding]) {
    self.file = file
    self.unit = unit
    self.findings = findings
  }
}
