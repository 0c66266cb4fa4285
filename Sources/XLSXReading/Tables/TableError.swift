public import SpreadsheetML

/// Why a table, or a cell of it, cannot be read as asked.
public struct TableError: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    /// The sheet itself cannot be read.
    case unreadable(XLSXReadError)
    /// The row of the headers has no text in it.
    case noHeader
    /// No column has this header.
    case missingColumn
    /// Several columns have this header.
    case ambiguousColumn
    case emptyCell
    /// The cell holds something else.
    case wrongValue(CellValue, expected: String)
  }

  /// The name of the worksheet.
  public let sheet: String
  /// The cell meant; for a missing column the first of the header row; `nil` when the sheet cannot be read.
  public let cell: CellReference?
  /// The header of the column, as asked for.
  public let header: String?
  public let problem: Problem

  init(_ problem: Problem, sheet: String, cell: CellReference? = nil, header: String? = nil) {
    self.sheet = sheet
    self.cell = cell
    self.header = header
    self.problem = problem
  }
}

extension TableError: CustomStringConvertible {
  /// One English sentence, as in `sheet 明细, cell C7 (目标值): a number expected, found the text 约三百`.
  public var description: String {
    let column = header.map { " (\($0))" } ?? ""
    return "sheet \(sheet)\(cell.map { ", cell \($0.a1)" } ?? "")\(column): \(problem.words)"
  }
}

extension TableError.Problem {
  fileprivate var words: String {
    switch self {
    case .unreadable(let error): error.description
    case .noHeader: "no headers in this row"
    case .missingColumn: "no column has this header"
    case .ambiguousColumn: "several columns have this header"
    case .emptyCell: "the cell is empty"
    case .wrongValue(let value, let expected): "\(expected) expected, found \(value.kindAndText)"
    }
  }
}

extension CellValue {
  fileprivate var kindAndText: String {
    switch self {
    case .number(let number): "the number \(number)"
    case .string(let text): "the text \(text.prefix(40))"
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .error(let text): "the error \(text)"
    case .date(let moment): "the date \(moment)"
    case .time(let time): "the time \(time)"
    case .duration(let elapsed): "the duration \(elapsed)"
    }
  }
}
