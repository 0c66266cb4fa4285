/// A form in circulation that this program did not make, described by its own words: an entry of the plan's `layouts`.
public struct ForeignLayout: Hashable, Sendable {
  /// Where a text stands once on the form.
  public struct Place: Hashable, Sendable {
    public enum Spot: Hashable, Sendable {
      /// Behind these words in the same cell (填报单位：东县), or in the cell to the right of them.
      case label(String)
      /// In the cell of this reference in A1 form.
      case cell(String)
      /// The name of the sheet itself: one sheet per unit.
      case sheetName
    }

    /// The sheet in which it stands, hidden ones too; `nil` for the sheet of the table, then any other.
    public let sheet: String?
    public let spot: Spot

    public init(sheet: String? = nil, spot: Spot) {
      self.sheet = sheet
      self.spot = spot
    }
  }

  /// Words that have to stand in a place for the form to be this one.
  public struct Fixed: Hashable, Sendable {
    public let place: Place
    public let text: String

    public init(place: Place, text: String) {
      self.place = place
      self.text = text
    }
  }

  /// What a column of the form holds; the raw value is its key in the plan file.
  public enum Column: String, Hashable, Sendable, CaseIterable {
    case code, indicator
    case measure = "unit"
    case target, previous, current, cumulative
    /// The figure that each indicator is reported by: the period's own of a flow, else the one since the start of the year.
    case value
    case progress, problems
    case nextSteps = "measures"
    case explanation
  }

  /// The number of a month in the words of a header: `{month}月` means one column for each month of the year.
  public static let monthMark = "{month}"

  public let id: String
  /// What people call the form.
  public let title: String
  /// Names of the sheets with the table; empty for every visible sheet that has its headers.
  public var sheets: [String]
  /// Names of sheets that look like the table and are none.
  public var except: [String]
  public var fixed: [Fixed]
  /// Read one after the other and joined: county, then department.
  public var unit: [Place]
  /// `nil` where the form says nothing of it: the period asked for.
  public var period: Place?
  /// The words above each column, the outermost header first.
  public var columns: [Column: [String]]
  /// The unit of measure of all its amounts, where it has no column for that: 单位：元.
  public var measure: String?
  /// The plan's code by the form's own code or name of the indicator; empty where they are the plan's.
  public var rows: [String: String]
  /// How rows begin that are none of an indicator's, beside totals and notes.
  public var skip: [String]

  public init(
    id: String, title: String, sheets: [String] = [], except: [String] = [], fixed: [Fixed] = [], unit: [Place],
    period: Place? = nil, columns: [Column: [String]], measure: String? = nil, rows: [String: String] = [:],
    skip: [String] = []
  ) {
    self.id = id
    self.title = title
    self.sheets = sheets
    self.except = except
    self.fixed = fixed
    self.unit = unit
    self.period = period
    self.columns = columns
    self.measure = measure
    self.rows = rows
    self.skip = skip
  }

  /// True if the form has a column for each month.
  public var isMonthly: Bool { columns.values.contains { $0.contains { $0.contains(Self.monthMark) } } }
}
