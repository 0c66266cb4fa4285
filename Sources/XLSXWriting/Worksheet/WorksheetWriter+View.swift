internal import CXlsxWriter
public import SpreadsheetML

extension WorksheetWriter {
  /// Keeps the rows above and the columns left of `cell` in sight.
  public func freezePanes(at cell: CellReference) throws(XLSXWriteError) {
    try checkBounds(cell)
    try unsafe view { sheet in unsafe worksheet_freeze_panes(sheet, lxw_row_t(cell.row), lxw_col_t(cell.column)) }
  }

  /// Puts filter buttons on the first row of `range`.
  public func autofilter(_ range: CellRange) throws(XLSXWriteError) {
    try checkBounds(range)
    try unsafe use { sheet in
      unsafe worksheet_autofilter(
        sheet, lxw_row_t(range.topLeft.row), lxw_col_t(range.topLeft.column), lxw_row_t(range.bottomRight.row),
        lxw_col_t(range.bottomRight.column))
    }
  }

  /// Sets the zoom in per cent, 10 to 400.
  public func setZoom(_ percent: Int) throws(XLSXWriteError) {
    guard SheetLimits.zoom.contains(percent) else {
      throw fail(.option, "a zoom of \(percent) % is not in 10...400")
    }
    try unsafe view { sheet in unsafe worksheet_set_zoom(sheet, UInt16(percent)) }
  }

  /// Hides the gridlines on the screen; they are never printed.
  public func hideGridlines() throws(XLSXWriteError) {
    try unsafe view { sheet in unsafe worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
  }

  public func setTabColor(_ color: RGBColor) throws(XLSXWriteError) {
    try unsafe view { sheet in unsafe worksheet_set_tab_color(sheet, color.library) }
  }

  /// Sets where the signs stand that open and close a group of rows or columns.
  public func setOutline(symbolsAbove: Bool, symbolsLeft: Bool = false) throws(XLSXWriteError) {
    try unsafe view { sheet in unsafe worksheet_outline_settings(sheet, 1, symbolsAbove ? 0 : 1, symbolsLeft ? 0 : 1, 0)
    }
  }

  /// Makes this the sheet that shows when the workbook opens. The first visible sheet does without it. Once a workbook:
  /// two such sheets would be edited together.
  public func activate() throws(XLSXWriteError) {
    guard !state.isHidden else { throw fail(.option, "a hidden sheet cannot be the one that shows") }
    guard !book.hasActiveSheet else { throw fail(.option, "another sheet is the one that shows already") }
    try unsafe view { sheet in unsafe worksheet_activate(sheet) }
    book.hasActiveSheet = true
  }

  /// Makes this the leftmost tab in sight, for workbooks with many sheets.
  public func setFirstTab() throws(XLSXWriteError) {
    guard !state.isHidden else { throw fail(.option, "a hidden sheet cannot be the first in sight") }
    try unsafe view { sheet in unsafe worksheet_set_first_sheet(sheet) }
  }

  /// Selects a range; its first cell becomes the active one. Once a sheet.
  public func select(_ range: CellRange) throws(XLSXWriteError) {
    try checkBounds(range)
    guard !state.hasSelection else { throw fail(.option, "the sheet has a selection already") }
    state.hasSelection = true
    try unsafe view { sheet in
      unsafe worksheet_set_selection(
        sheet, lxw_row_t(range.topLeft.row), lxw_col_t(range.topLeft.column), lxw_row_t(range.bottomRight.row),
        lxw_col_t(range.bottomRight.column))
    }
  }

  /// Shows no green corners of one kind in a range. May be called again for more ranges.
  /// - Throws: `.tooMany` beyond 2,079 bytes of ranges.
  public func ignoreErrors(_ kind: IgnoredError, in range: CellRange) throws(XLSXWriteError) {
    try checkBounds(range)
    state.ignoredErrors[kind, default: []].append(range)
    let bytes = state.ignoredErrors[kind, default: []].reduce(0) { $0 + $1.a1.utf8.count + 1 }
    guard bytes <= SheetLimits.rangeListBytes else {
      throw fail(.tooMany, at: range.topLeft, "too many ranges whose errors are ignored")
    }
  }

  /// Runs calls of the library that cannot fail.
  func view(_ body: (UnsafeMutablePointer<lxw_worksheet>) -> Void) throws(XLSXWriteError) {
    try unsafe use { sheet in
      unsafe body(sheet)
      return LXW_NO_ERROR
    }
  }
}
