internal import CXlsxWriter
public import SpreadsheetML

extension WorksheetWriter {
  /// Puts a chart on the sheet, its corner at a cell.
  ///
  /// The file's copy of the numbers is 0 where a cell holds a formula; programs that draw charts read the cells.
  /// - Parameters:
  ///   - offsetX: pixels from the cell's left side.
  ///   - offsetY: pixels from the cell's top.
  /// - Throws: `.option`, `.outOfBounds`, `.textTooLong`, `.character`; `.unknownSheet` on closing for a sheet that was
  ///   never added.
  public func insert(
    _ chart: Chart, at cell: CellReference, offsetX: Int = 0, offsetY: Int = 0
  ) throws(XLSXWriteError) {
    try checkBounds(cell)
    guard (0...10_000).contains(offsetX), (0...10_000).contains(offsetY) else {
      throw fail(.option, at: cell, "an offset of \(offsetX), \(offsetY) pixels is not in 0...10000")
    }
    do throws(XLSXWriteError) { try ChartCheck.check(chart) } catch { throw error.at(sheet: name, cell: cell) }
    for series in chart.series {
      for range in [series.values, series.categories ?? series.values] {
        state.name(range.sheet, at: cell)
      }
    }
    let text = CText()
    defer { text.release() }
    try unsafe use(at: cell) { sheet throws(XLSXWriteError) in
      let builder = try unsafe book.use { library in unsafe ChartBuilder(chart, in: library, text: text) }
      guard let builder else { throw XLSXWriteError(.library, "no memory for a chart") }
      try builder.build()
      var options = unsafe lxw_chart_options()
      unsafe options.x_offset = Int32(offsetX)
      unsafe options.y_offset = Int32(offsetY)
      // The library's own size of a chart.
      unsafe options.x_scale = Double(chart.width) / 480
      unsafe options.y_scale = Double(chart.height) / 288
      if !chart.description.isEmpty { unsafe options.description = unsafe text.copy(chart.description) }
      return unsafe worksheet_insert_chart_opt(
        sheet, lxw_row_t(cell.row), lxw_col_t(cell.column), builder.target, &options)
    }
  }
}
