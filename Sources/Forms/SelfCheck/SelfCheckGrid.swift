import SpreadsheetML
import XLSXWriting

/// Where things stand on 自检: a line for each rule at the left, and at its right, not printed, the answers of each row
/// that the lines sum up.
struct SelfCheckGrid {
  static let sheet = "自检"
  /// Number, question, cell, result, remedy.
  static let widths: [Double] = [6, 47, 18, 10, 64]
  static let (number, question, place, result, remedy) = (0, 1, 2, 3, 4)
  static let verdictRow = 4
  static let headerRow = 5
  static let firstRow = 6
  static let item = 6
  /// Hidden: row and column of the cell to be filled, as they stand after whatever the unit moved; 是 where 核实说明 says why.
  static let (rowNumber, columnNumber, explained) = (7, 8, 9)
  static let firstAnswer = 10

  let rows: Int
  let lines: Int

  func row(ofLine line: Int) -> Int { Self.firstRow + line }
  func row(ofItem item: Int) -> Int { Self.firstRow + item }
  func answer(_ item: Int, _ line: Int) -> CellReference {
    CellReference(row: row(ofItem: item), column: Self.firstAnswer + line)
  }
  var lastLine: Int { Self.firstRow + lines - 1 }

  /// Returns a column of the answers, with all rows of the form.
  func column(_ column: Int) -> CellRange {
    CellRange(
      CellReference(row: Self.firstRow, column: column),
      CellReference(row: Self.firstRow + max(rows, 1) - 1, column: column))
  }

  /// Returns the answers about one row of the form, as 填报表 names them.
  func answers(ofItem item: Int) -> String {
    FormulaText.reference(to: CellRange(answer(item, 0), answer(item, max(lines, 1) - 1)), in: Self.sheet)
  }

  /// Returns the cell that tells whether 核实说明 of a row says why.
  static func explainedCell(ofItem item: Int) -> String {
    CellReference(row: firstRow + item, column: explained).absoluteA1
  }

  var results: CellRange {
    CellRange(
      CellReference(row: Self.firstRow, column: Self.result), CellReference(row: lastLine, column: Self.result))
  }
}
