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

extension WorksheetWriter {
  /// Sets how the sheet is printed.
  /// - Throws: `.option`, `.outOfBounds`, `.textTooLong` for a header or footer of more than 255 UTF-16 units with its
  ///   codes, `.character`, `.tooMany` page breaks.
  public func setPage(_ page: PageSetup) throws(XLSXWriteError) {
    var page = page
    if book.options.fitsTexts { (page.header, page.footer) = (page.header?.fitting, page.footer?.fitting) }
    try checkPage(page)
    try unsafe view { sheet in
      unsafe worksheet_set_paper(sheet, page.paper.rawValue)
      if page.isLandscape { unsafe worksheet_set_landscape(sheet) } else { unsafe worksheet_set_portrait(sheet) }
      if let wide = page.pagesWide {
        unsafe worksheet_fit_to_pages(sheet, UInt16(wide), UInt16(page.pagesHigh ?? 0))
      }
      let margins = page.margins
      unsafe worksheet_set_margins(
        sheet, margins.left / 25.4, margins.right / 25.4, margins.top / 25.4, margins.bottom / 25.4)
      if page.isCenteredHorizontally { unsafe worksheet_center_horizontally(sheet) }
      if page.isCenteredVertically { unsafe worksheet_center_vertically(sheet) }
      if let first = page.firstPage { unsafe worksheet_set_start_page(sheet, UInt16(first)) }
    }
    try unsafe use { sheet throws(XLSXWriteError) in
      if let rows = page.repeatedRows {
        try LibraryError.check(
          unsafe worksheet_repeat_rows(sheet, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound)))
      }
      if let area = page.printArea {
        try LibraryError.check(
          unsafe worksheet_print_area(
            sheet, lxw_row_t(area.topLeft.row), lxw_col_t(area.topLeft.column), lxw_row_t(area.bottomRight.row),
            lxw_col_t(area.bottomRight.column)))
      }
      try unsafe setHeaderAndFooter(page, in: sheet)
      guard !page.breaksBeforeRows.isEmpty else { return LXW_NO_ERROR }
      var breaks = page.breaksBeforeRows.map { lxw_row_t($0) } + [0]
      return unsafe worksheet_set_h_pagebreaks(sheet, &breaks)
    }
  }

  private func setHeaderAndFooter(
    _ page: PageSetup, in sheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(XLSXWriteError) {
    // The margins of header and footer come with their texts.
    if let header = page.header {
      var options = unsafe lxw_header_footer_options()
      unsafe options.margin = page.margins.header / 25.4
      try LibraryError.check(unsafe worksheet_set_header_opt(sheet, header.code, &options))
    }
    if let footer = page.footer {
      var options = unsafe lxw_header_footer_options()
      unsafe options.margin = page.margins.footer / 25.4
      try LibraryError.check(unsafe worksheet_set_footer_opt(sheet, footer.code, &options))
    }
  }

  private func checkPage(_ page: PageSetup) throws(XLSXWriteError) {
    let margins = page.margins
    for margin in [margins.left, margins.right, margins.top, margins.bottom, margins.header, margins.footer] {
      guard (0...1_000).contains(margin) else { throw fail(.option, "a margin of \(margin) mm is not in 0...1000") }
    }
    for pages in [page.pagesWide ?? 1, page.pagesHigh ?? 1, page.firstPage ?? 1] {
      guard (1...32_767).contains(pages) else { throw fail(.option, "a page number of \(pages) is not in 1...32767") }
    }
    if let rows = page.repeatedRows { try checkBounds(CellReference(row: rows.upperBound, column: 0)) }
    if let area = page.printArea { try checkBounds(area) }
    for text in [page.header, page.footer] {
      guard let code = text?.code else { continue }
      // The library takes these for pictures, wherever they stand.
      guard !TextCheck.holdsPicture(code) else {
        throw fail(.character, "a header or footer cannot hold “&G” or “&[Picture]”")
      }
      do throws(XLSXWriteError) {
        try TextCheck.plain(
          code, limit: SheetLimits.headerOrFooter, what: "a header or footer", allowsLineFeed: true)
      } catch {
        throw error.at(sheet: name)
      }
    }
    try checkBreaks(page.breaksBeforeRows)
  }

  private func checkBreaks(_ rows: [Int]) throws(XLSXWriteError) {
    guard rows.count <= SheetLimits.pageBreaks else {
      throw fail(.tooMany, "a sheet holds at most \(SheetLimits.pageBreaks) page breaks")
    }
    guard zip(rows, rows.dropFirst()).allSatisfy({ $0 < $1 }), rows.allSatisfy({ $0 > 0 }) else {
      throw fail(.option, "page breaks must ascend, and none is before row 1")
    }
    if let last = rows.last { try checkBounds(CellReference(row: last, column: 0)) }
  }
}

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
    let chart = book.options.fitsTexts ? chart.fitting : chart
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
