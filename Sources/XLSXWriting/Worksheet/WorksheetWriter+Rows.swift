internal import CXlsxWriter
import SpreadsheetML

extension WorksheetWriter {
  /// Sets height, visibility and outline of a row.
  ///
  /// - Parameters:
  ///   - height: points, up to 409.5; `nil` is the sheet's default, 0 hides the row.
  ///   - collapsed: marks the summary row of a closed group: above it with symbols above, else below.
  /// - Throws: `.outOfBounds`, `.option`, `.rowOrder`.
  public func setRow(
    _ row: Int, height: Double? = nil, hidden: Bool = false, outlineLevel: Int = 0, collapsed: Bool = false
  ) throws(XLSXWriteError) {
    try check(CellReference(row: row, column: 0))
    try checkOutline(outlineLevel)
    let points = height ?? state.defaultRowHeight
    guard (0...SheetLimits.rowHeight).contains(points) else {
      throw fail(.option, "a row height of \(points) points is not in 0...409.5")
    }
    try unsafe use { sheet in
      var options = lxw_row_col_options()
      options.hidden = hidden ? 1 : 0
      options.level = UInt8(outlineLevel)
      options.collapsed = collapsed ? 1 : 0
      return unsafe worksheet_set_row_opt(sheet, lxw_row_t(row), points, nil, &options)
    }
  }

  /// Sets the heights of rows from the first on.
  public func setRowHeights(_ heights: [Double], from first: Int = 0) throws(XLSXWriteError) {
    for (offset, height) in heights.enumerated() { try setRow(first + offset, height: height) }
  }

  /// Sets the height of rows that say nothing, in points. It is to be called before the rows.
  public func setDefaultRowHeight(_ height: Double, hidesUnusedRows: Bool = false) throws(XLSXWriteError) {
    guard height > 0, height <= SheetLimits.rowHeight else {
      throw fail(.option, "a row height of \(height) points is not in 0...409.5")
    }
    state.defaultRowHeight = height
    try unsafe use { sheet in
      unsafe worksheet_set_default_row(sheet, height, hidesUnusedRows ? 1 : 0)
      return LXW_NO_ERROR
    }
  }
}
