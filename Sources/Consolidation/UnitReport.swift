public import PlanModel

/// One unit's line in 报送情况. Immutable, and shared by all that speak of it.
public final class UnitReport: Hashable, Sendable {
  public let unit: Unit
  public let status: SubmissionStatus
  public let due: CivilDate?
  /// When the first acceptable file came in.
  public let firstReceived: CivilDate?
  /// When the file that counts came in, if an earlier one was replaced.
  public let corrected: CivilDate?
  public let files: CountingFiles
  /// Items of the form.
  public let expected: Int
  /// Items that the counting files report.
  public let reported: Int
  /// Codes of required items left blank (漏报), in the order of the form.
  public let omitted: [String]

  public init(
    unit: Unit, status: SubmissionStatus, due: CivilDate?, firstReceived: CivilDate?, corrected: CivilDate?,
    files: CountingFiles, expected: Int, reported: Int, omitted: [String]
  ) {
    self.unit = unit
    self.status = status
    self.due = due
    self.firstReceived = firstReceived
    self.corrected = corrected
    self.files = files
    self.expected = expected
    self.reported = reported
    self.omitted = omitted
  }

  public static func == (left: UnitReport, right: UnitReport) -> Bool {
    if left === right { return true }
    return left.unit == right.unit && left.status == right.status && left.due == right.due
      && left.firstReceived == right.firstReceived && left.corrected == right.corrected && left.files == right.files
      && left.expected == right.expected && left.reported == right.reported && left.omitted == right.omitted
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(unit.id)
    hasher.combine(status)
  }

  /// Returned files that no counting one has replaced: a correction that must itself be mended, or the only file there is.
  public var openReturns: [Candidate] {
    files.returned.filter { returned in !files.counting.contains { $0.replaces(returned) } }
  }
}
