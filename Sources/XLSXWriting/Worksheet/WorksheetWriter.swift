internal import CXlsxWriter
import SpreadsheetML

/// Writes one sheet of a workbook. Comes from `WorkbookWriter.addWorksheet`.
///
/// Rows and columns count from zero. Cells may be written in any order, and again, unless the workbook keeps one row.
public struct WorksheetWriter {
  let state: WorksheetState
  let book: WorkbookState

  public var name: String { state.name }

  /// Calls `body` with the library's sheet, and adds the place to what goes wrong.
  func use(
    at cell: CellReference? = nil, _ body: (UnsafeMutablePointer<lxw_worksheet>) throws(XLSXWriteError) -> lxw_error
  ) throws(XLSXWriteError) {
    guard book.isOpen else {
      throw XLSXWriteError(.closed, sheet: name, "the workbook is closed already")
    }
    do throws(XLSXWriteError) {
      try LibraryError.check(try unsafe body(state.pointer))
    } catch {
      throw error.at(sheet: name, cell: cell)
    }
  }

  /// Checks that a cell exists and, where only one row is kept, that its row may still be written.
  func check(_ cell: CellReference) throws(XLSXWriteError) {
    try checkBounds(cell)
    guard book.options.keepsOneRow else { return }
    guard cell.row >= state.lastRow else {
      throw XLSXWriteError(
        .rowOrder, sheet: name, cell: cell, "row \(state.lastRow + 1) is begun already and only one row is kept")
    }
    state.lastRow = cell.row
  }

  func checkBounds(_ cell: CellReference) throws(XLSXWriteError) {
    guard (0..<CellReference.rowLimit).contains(cell.row), (0..<CellReference.columnLimit).contains(cell.column) else {
      // No A1 form exists for such a cell.
      throw XLSXWriteError(
        .outOfBounds, sheet: name,
        "row \(cell.row), column \(cell.column) (from zero) is outside A1:XFD1048576")
    }
  }

  func checkBounds(_ range: CellRange) throws(XLSXWriteError) {
    try checkBounds(range.topLeft)
    try checkBounds(range.bottomRight)
  }

  func fail(
    _ code: XLSXWriteError.Code, at cell: CellReference? = nil, _ reason: String
  ) -> XLSXWriteError {
    XLSXWriteError(code, sheet: name, cell: cell, reason)
  }

  /// Returns the library's format for a cell, `nil` for none.
  func pointer(for format: CellFormat?, column: Int) throws(XLSXWriteError) -> UnsafeMutablePointer<lxw_format>? {
    guard let format else { return nil }
    if let known = unsafe state.recentFormats.pointer(for: format, column: column) { return unsafe known }
    let pointer = try unsafe book.use { library throws(XLSXWriteError) in
      try unsafe book.formats.pointer(for: format, in: library)
    }
    unsafe state.recentFormats.remember(format, pointer, column: column)
    return unsafe pointer
  }
}
