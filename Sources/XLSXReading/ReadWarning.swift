public import SpreadsheetML

/// Something in a readable file that is not as it should be; reading went on.
///
/// Where `code.leavesDoubt` is true, what was read may be something else than people see.
public struct ReadWarning: Hashable, Sendable {
  public let code: Code
  /// The worksheet, if it is about one.
  public let sheet: String?
  /// The cell, if it is about one.
  public let cell: CellReference?
  /// What was found, shortened; may be cell text, so keep it out of logs.
  public let detail: String

  public init(_ code: Code, sheet: String? = nil, cell: CellReference? = nil, detail: String = "") {
    self.code = code
    self.sheet = sheet
    self.cell = cell
    self.detail = detail
  }

  /// The kinds of warning. The raw value is stable.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// A numeric cell holds something else; it is read as text.
    case notANumber = "not-a-number"
    /// A boolean cell holds neither 0 nor 1; it is read as text.
    case notABoolean = "not-a-boolean"
    /// A cell of type `d` holds no ISO date; it is read as text.
    case notADate = "not-a-date"
    /// A cell type that the standard does not know.
    case unknownCellType = "unknown-cell-type"
    /// An index past the shared strings; the cell has no value.
    case badSharedString = "bad-shared-string"
    /// A reference outside A1:XFD1048576; the cell is left out.
    case badReference = "bad-reference"
    /// What should be a reference is none; the cell is read as the one behind its neighbour.
    case unplacedCell = "unplaced-cell"
    /// A cell stands twice, or has two values, and they differ; the last one counts.
    case repeatedCell = "repeated-cell"
    /// A row stands twice, with different cells; all of them count.
    case repeatedRow = "repeated-row"
    /// A text longer than `ReadLimits.cellCharacters`; it is cut off there.
    case textCut = "text-cut"
    /// A cell names another row than the one it stands in; its own word counts.
    case rowMismatch = "row-mismatch"
    /// A row number outside 1 to 1048576; its cells are left out.
    case badRowNumber = "bad-row-number"
    /// A style index past the styles; the format is General.
    case badStyle = "bad-style"
    /// Shared strings or styles are named, but not there.
    case missingPart = "missing-part"
    /// Two sheets of one name.
    case duplicateSheetName = "duplicate-sheet-name"
    case noWorksheets = "no-worksheets"
    /// A sheet whose relationship has an empty name; there is nothing to read, and it is passed over.
    case sheetWithoutPart = "sheet-without-part"
    /// The workbook was found although the package does not say where it is.
    case guessedWorkbook = "guessed-workbook"
    /// A side part (properties, comments, drawing) cannot be read.
    case unreadableSidePart = "unreadable-side-part"

    /// True where a program that shows the file may show another value, or show it elsewhere.
    public var leavesDoubt: Bool {
      switch self {
      case .repeatedCell, .repeatedRow, .badSharedString, .unplacedCell, .rowMismatch, .badReference, .badRowNumber,
        .unknownCellType, .missingPart, .notANumber, .notABoolean, .notADate:
        true
      case .textCut, .badStyle, .duplicateSheetName, .noWorksheets,
        .sheetWithoutPart, .guessedWorkbook, .unreadableSidePart:
        false
      }
    }
  }
}
