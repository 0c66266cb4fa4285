import SpreadsheetML

extension WorksheetWriter {
  /// Sets width, visibility and outline of neighbouring columns. A later call for the same column replaces the earlier.
  /// - Throws: `.outOfBounds`, `.option`.
  public func setColumns(
    _ columns: ClosedRange<Int>, width: ColumnWidth = 8.43, hidden: Bool = false, outlineLevel: Int = 0,
    collapsed: Bool = false
  ) throws(XLSXWriteError) {
    try checkBounds(CellReference(row: 0, column: columns.lowerBound))
    try checkBounds(CellReference(row: 0, column: columns.upperBound))
    guard (0...SheetLimits.columnWidth).contains(width.characters) else {
      throw fail(.option, "a column width of \(width.characters) characters is not in 0...255")
    }
    try checkOutline(outlineLevel)
    let setting = ColumnSetting(
      width: width, isHidden: hidden, outlineLevel: outlineLevel, isCollapsed: collapsed)
    for column in columns { state.columns[column] = setting }
  }

  /// Sets the widths of columns from the first on.
  public func setColumnWidths(_ widths: [ColumnWidth], from first: Int = 0) throws(XLSXWriteError) {
    for (offset, width) in widths.enumerated() {
      try setColumns(first + offset...first + offset, width: width)
    }
  }

  func checkOutline(_ level: Int) throws(XLSXWriteError) {
    guard (0...SheetLimits.outlineLevel).contains(level) else {
      throw fail(.option, "an outline level of \(level) is not in 0...\(SheetLimits.outlineLevel)")
    }
  }
}
