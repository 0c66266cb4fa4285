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

    /// Returns true if the left grade is worse: the worst comes first.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  }

  /// Whether a finding asks anything of anybody.
  public enum Resolution: Hashable, Sendable {
    case open
    /// The rule is on trial up to this period: shown, not counted.
    case trial(until: Period)
    /// The row's 核实说明 says why.
    case explained(String)
    /// 豁免: who approved, and the last day.
    case waived(by: String, until: CivilDate)
  }

  /// `E02`.
  public let id: String
  /// `actual-not-number`.
  public let rule: String
  public var grade: Grade
  public var resolution: Resolution
  /// The unit's id, where known.
  public let unit: String?
  public let file: String
  public let sheet: String?
  /// A1 form, ascending; empty if the finding is about the whole file or sheet.
  public var cells: [String]
  /// The indicator's code, where one is meant.
  public var indicator: String?
  /// What the column is called in the form.
  public let column: String?
  /// What stood there.
  public var text: String?
  /// What was understood or stood before, where the rule says so.
  public let value: String?
  /// What is wanted.
  public let expected: String?
  /// How far the one is from the other, where the rule says so.
  public let difference: String?

  public init(
    id: String, rule: String, grade: Grade, resolution: Resolution = .open, unit: String? = nil, file: String,
    sheet: String? = nil, cells: [String] = [], indicator: String? = nil, column: String? = nil, text: String? = nil,
    value: String? = nil, expected: String? = nil, difference: String? = nil
  ) {
    self.id = id
    self.rule = rule
    self.grade = grade
    self.resolution = resolution
    self.unit = unit
    self.file = file
    self.sheet = sheet
    self.cells = cells
    self.indicator = indicator
    self.column = column
    self.text = text
    self.value = value
    self.expected = expected
    self.difference = difference
  }

  /// True if nothing settles it.
  public var isOpen: Bool { resolution == .open }
}
