internal import CXlsxWriter
public import SpreadsheetML

extension WorksheetWriter {
  /// Writes a cell and makes it a link.
  ///
  /// - Parameters:
  ///   - content: what the cell shows; not blank.
  ///   - format: `nil` is the blue underlined text of a link.
  ///   - tip: shows when the pointer rests on the cell; up to 255 UTF-16 units.
  /// - Throws: as `write`; `.tooMany` beyond 65,530 links on the sheet; `.option` for an address that is none.
  public func write(
    _ content: CellContent, at cell: CellReference, format: CellFormat? = nil, link: LinkTarget, tip: String? = nil
  ) throws(XLSXWriteError) {
    try check(cell)
    let content = fitting(content)
    if book.options.notesCells { book.notes.note(content, sheet: name, at: cell) }
    guard state.linkCount < SheetLimits.linksPerSheet else {
      throw fail(.tooMany, at: cell, "a sheet holds at most \(SheetLimits.linksPerSheet) links")
    }
    if let tip { try TextCheck.plain(tip, limit: SheetLimits.linkTip, what: "the tip of a link") }
    let address = try address(of: link, from: cell)
    try unsafe use(at: cell) { sheet throws(XLSXWriteError) in
      let style = try unsafe pointer(for: format, column: cell.column)
      // The library writes a text with the link; what is not text replaces it.
      return unsafe worksheet_write_url_opt(
        sheet, lxw_row_t(cell.row), lxw_col_t(cell.column), address, style, try LinkCheck.shownText(content), tip)
    }
    state.linkCount += 1
    if case .text = content { return }
    try write(content, at: cell, format: format ?? .link)
  }

  private func address(of link: LinkTarget, from cell: CellReference) throws(XLSXWriteError) -> String {
    switch link {
    case .cell(let sheet, let target):
      let prefix = try book.address(ofSheet: sheet)
      try checkBounds(target)
      state.name(sheet, at: cell)
      return prefix + target.a1
    case .web(let address):
      try LinkCheck.checkWeb(address)
      return address
    }
  }
}

extension CellFormat {
  /// What programs give a link by themselves.
  static let link = CellFormat(font: CellFont(underline: .single, color: 0x0563C1))
}
