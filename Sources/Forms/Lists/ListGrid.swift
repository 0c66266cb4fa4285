import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// Where things stand on a list's sheet as it is written. Reading never uses it.
struct ListGrid {
  let table: FormLayout.ListTable
  /// Objects that a return carries beyond those printed in.
  let filled: Int

  static let headerRow = SheetHead.rows
  static let firstRow = headerRow + 1
  /// Of the columns that are printed; the code stands first and is hidden.
  static let widths: [Double] = [6, 46, 13, 13, 15, 44, 10]

  var rows: Int { max(table.capacity, filled) }
  var lastRow: Int { Self.firstRow + max(rows, 1) - 1 }

  static func index(of column: ListColumn) -> Int { ListColumn.allCases.firstIndex(of: column) ?? 0 }

  func cell(_ column: ListColumn, _ row: Int) -> CellReference {
    CellReference(row: row, column: Self.index(of: column))
  }

  func range(_ column: ListColumn) -> CellRange {
    CellRange(cell(column, Self.firstRow), cell(column, lastRow))
  }

  /// Returns a column as a formula of another sheet names it.
  func text(_ column: ListColumn) -> String { FormulaText.reference(to: range(column), in: table.sheet) }
}
