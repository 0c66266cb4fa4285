public import PlanModel

/// What a file turned out to be.
public enum Reading: Hashable, Sendable {
  /// A unit's form for the period; its findings are those of reading alone.
  case form(ReadForm)
  /// Nobody's form for the period, with at least one finding that says why.
  case refused(unit: String?, findings: [Finding])
}

/// A form that was read.
public struct ReadForm: Hashable, Sendable {
  public let submission: Submission
  public var findings: [Finding]
  public let accounting: CellAccounting
  /// The layout by which it was read.
  public let layout: FormLayout
  /// The serial of the form; `nil` where it has no stamp.
  public var serial: String?

  public init(
    submission: Submission, findings: [Finding], accounting: CellAccounting, layout: FormLayout, serial: String?
  ) {
    self.submission = submission
    self.findings = findings
    self.accounting = accounting
    self.layout = layout
    self.serial = serial
  }
}

/// One form of a file: most files are one, some have a sheet for each unit.
public struct FilePart: Hashable, Sendable {
  /// The file as messages name it; where it has several forms, with the sheet: `各县.xlsx［东县］`.
  public let file: String
  public let reading: Reading

  public init(file: String, reading: Reading) {
    self.file = file
    self.reading = reading
  }
}
