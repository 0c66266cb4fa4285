public import PlanModel

/// What became of one file of a check, as a line of its workbook.
public struct CheckedFile: Hashable, Sendable {
  /// One for each row of the form; expected is the sum of the others but `outside`.
  public struct Cells: Hashable, Sendable {
    public let expected, read, nilReturns, notApplicable, blank, unreadable, outside: Int

    public init(
      expected: Int, read: Int, nilReturns: Int, notApplicable: Int, blank: Int, unreadable: Int, outside: Int
    ) {
      self.expected = expected
      self.read = read
      self.nilReturns = nilReturns
      self.notApplicable = notApplicable
      self.blank = blank
      self.unreadable = unreadable
      self.outside = outside
    }

    /// In the order of the columns.
    var all: [Int] { [expected, read, nilReturns, notApplicable, blank, unreadable, outside] }
  }

  public let file: String
  /// The unit's id; `nil` where it is not known.
  public let unit: String?
  public let period: Period?
  /// 收下, 退回, …
  public let verdict: String
  /// True if its figures may count.
  public let isAccepted: Bool
  /// `nil` for what is no form.
  public let cells: Cells?
  public let findings: [Finding]

  public init(
    file: String, unit: String?, period: Period?, verdict: String, isAccepted: Bool, cells: Cells?, findings: [Finding]
  ) {
    self.file = file
    self.unit = unit
    self.period = period
    self.verdict = verdict
    self.isAccepted = isAccepted
    self.cells = cells
    self.findings = findings
  }
}
