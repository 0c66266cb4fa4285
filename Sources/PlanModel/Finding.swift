/// Something in a readable file that needs a person. A value: its words are made last, by whoever prints it.
public struct Finding: Hashable, Sendable {
  public enum Grade: String, Hashable, Sendable, CaseIterable, Comparable {
    /// 强制性: must be mended.
    case error
    /// 核实性: must be explained.
    case warning
    /// 提示: for information.
    case notice

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .notice: 2
      }
    }

    /// Worst first.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  }

  /// `E02`.
  public let id: String
  /// `actual-not-number`.
  public let rule: String
  public let grade: Grade
  /// The unit's id, where known.
  public let unit: String?
  public let file: String
  public let sheet: String?
  /// A1 form, ascending; empty if the finding is about the whole file or sheet.
  public let cells: [String]
  /// The indicator's code, where one is meant.
  public let indicator: String?
  /// What the column is called in the form.
  public let column: String?
  /// What stood there.
  public let text: String?
  /// What was understood or stood before, where the rule says so.
  public let value: String?
  /// What is wanted.
  public let expected: String?

  public init(
    id: String, rule: String, grade: Grade, unit: String? = nil, file: String, sheet: String? = nil,
    cells: [String] = [], indicator: String? = nil, column: String? = nil, text: String? = nil, value: String? = nil,
    expected: String? = nil
  ) {
    self.id = id
    self.rule = rule
    self.grade = grade
    self.unit = unit
    self.file = file
    self.sheet = sheet
    self.cells = cells
    self.indicator = indicator
    self.column = column
    self.text = text
    self.value = value
    self.expected = expected
  }
}
