internal import CXlsxWriter
import SpreadsheetML

extension WorksheetWriter {
  /// Sets how the sheet is printed.
  /// - Throws: `.option`, `.outOfBounds`, `.textTooLong` for a header or footer of more than 255 UTF-16 units with its
  ///   codes, `.character`, `.tooMany` page breaks.
  public func setPage(_ page: PageSetup) throws(XLSXWriteError) {
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
