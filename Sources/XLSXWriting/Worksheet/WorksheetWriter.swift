internal import CXlsxWriter
public import SpreadsheetML

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

extension WorksheetWriter {
  /// Writes one cell, replacing what was there.
  ///
  /// ```swift
  /// try sheet.write("局办公室", at: cell)
  /// try sheet.write(.number(56.5), at: cell, format: rate)
  /// try sheet.write(.formula("B2/C2*100", 56.5), at: cell, format: rate)
  /// ```
  /// - Throws: `.outOfBounds`, `.textTooLong`, `.character`, `.notFinite`, `.option` for a format, `.rowOrder`.
  public func write(_ content: CellContent, at cell: CellReference, format: CellFormat? = nil) throws(XLSXWriteError) {
    try check(cell)
    let content = fitting(content)
    if book.options.notesCells { book.notes.note(content, sheet: name, at: cell) }
    let row = lxw_row_t(cell.row)
    let column = lxw_col_t(cell.column)
    try unsafe use(at: cell) { sheet throws(XLSXWriteError) in
      let style = try unsafe pointer(for: format, column: cell.column)
      switch content {
      case .blank:
        return unsafe worksheet_write_blank(sheet, row, column, style)
      case .text(let text):
        return unsafe worksheet_write_string(sheet, row, column, try TextCheck.cellText(text), style)
      case .number(let number):
        guard number.isFinite else { throw XLSXWriteError(.notFinite, "\(number) is no number a cell can hold") }
        return unsafe worksheet_write_number(sheet, row, column, number, style)
      case .boolean(let flag):
        return unsafe worksheet_write_boolean(sheet, row, column, flag ? 1 : 0, style)
      case .formula(let formula, let value):
        return try unsafe writeFormula(formula, value, in: sheet, row, column, style)
      case .richText(let runs):
        return try unsafe writeRichText(runs, in: sheet, row, column, style)
      }
    }
  }

  /// Returns the content as it goes into the cell.
  func fitting(_ content: CellContent) -> CellContent {
    let options = book.options
    guard options.fitsTexts else { return content }
    func shown(_ text: String) -> String { options.showsDirections ? VisibleText.ofDirections(text) : text }
    return switch content {
    case .text(let text): .text(CellText.fitting(shown(text)))
    case .formula(let formula, .text(let value)): .formula(formula, .text(CellText.fitting(shown(value))))
    case .richText(let runs): CellText.fitting(runs.map { TextRun(shown($0.text), font: $0.font) })
    default: content
    }
  }

  /// Writes neighbouring cells of one row with one format, beginning at `cell`.
  public func writeRow(
    _ contents: [CellContent], at cell: CellReference, format: CellFormat? = nil
  ) throws(XLSXWriteError) {
    for (offset, content) in contents.enumerated() {
      try write(content, at: CellReference(row: cell.row, column: cell.column + offset), format: format)
    }
  }

  /// Gives every cell of a range a format, without content.
  public func fill(_ range: CellRange, format: CellFormat) throws(XLSXWriteError) {
    for row in range.rows {
      for column in range.columns {
        try write(.blank, at: CellReference(row: row, column: column), format: format)
      }
    }
  }

  /// Merges a range and writes its first cell. Every cell gets the format, so that borders close. A range of one cell
  /// is written and not merged.
  /// - Throws: as `write`; `.mergeOverlap`; `.rowOrder` over rows where only one row is kept.
  public func merge(
    _ range: CellRange, _ content: CellContent = .blank, format: CellFormat? = nil
  ) throws(XLSXWriteError) {
    try checkBounds(range)
    guard range.topLeft != range.bottomRight else { return try write(content, at: range.topLeft, format: format) }
    guard !book.options.keepsOneRow || range.rows.count == 1 else {
      throw fail(.rowOrder, at: range.topLeft, "\(range) spans rows, of which only one is kept")
    }
    try check(range.topLeft)
    if let other = state.merges.insert(range) {
      throw fail(.mergeOverlap, at: range.topLeft, "\(range) overlaps the merged range \(other)")
    }
    try unsafe use(at: range.topLeft) { sheet throws(XLSXWriteError) in
      let style = try unsafe pointer(for: format, column: range.topLeft.column)
      return unsafe worksheet_merge_range(
        sheet, lxw_row_t(range.topLeft.row), lxw_col_t(range.topLeft.column), lxw_row_t(range.bottomRight.row),
        lxw_col_t(range.bottomRight.column), nil, style)
    }
    try write(content, at: range.topLeft, format: format)
  }

  private func writeFormula(
    _ formula: String, _ value: CachedValue, in sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t,
    _ column: lxw_col_t, _ style: UnsafeMutablePointer<lxw_format>?
  ) throws(XLSXWriteError) -> lxw_error {
    let body = try TextCheck.formula(formula)
    switch value {
    case .number(let number):
      guard number.isFinite else { throw XLSXWriteError(.notFinite, "the formula's value \(number) is no number") }
      return unsafe worksheet_write_formula_num(sheet, row, column, body, style, number)
    case .text(let text):
      return unsafe worksheet_write_formula_str(sheet, row, column, body, style, try TextCheck.cellText(text))
    case .boolean(let flag):
      return unsafe worksheet_write_formula_str(sheet, row, column, body, style, flag ? "TRUE" : "FALSE")
    }
  }
}

extension WorksheetWriter {
  func writeRichText(
    _ runs: [TextRun], in sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t,
    _ style: UnsafeMutablePointer<lxw_format>?
  ) throws(XLSXWriteError) -> lxw_error {
    guard runs.allSatisfy({ !$0.text.isEmpty }), !runs.isEmpty else {
      throw XLSXWriteError(.option, "a run of rich text is empty, or there is none")
    }
    guard runs.count <= SheetLimits.textRuns else {
      throw XLSXWriteError(.tooMany, "\(runs.count) runs of text, at most \(SheetLimits.textRuns) are possible")
    }
    // The library takes two runs or more.
    if runs.count == 1 {
      return unsafe worksheet_write_string(sheet, row, column, try TextCheck.cellText(runs[0].text), style)
    }
    let text = CText()
    defer { text.release() }
    let tuples = UnsafeMutableBufferPointer<lxw_rich_string_tuple>.allocate(capacity: runs.count)
    defer { unsafe tuples.deallocate() }
    var list: [UnsafeMutablePointer<lxw_rich_string_tuple>?] = unsafe []
    for (index, run) in runs.enumerated() {
      let font = try unsafe fontPointer(run.font)
      unsafe tuples[index] = unsafe lxw_rich_string_tuple(
        format: font, string: text.copy(try TextCheck.cellText(run.text)))
      unsafe list.append(tuples.baseAddress?.advanced(by: index))
    }
    unsafe list.append(nil)
    return unsafe worksheet_write_rich_string(sheet, row, column, &list, style)
  }

  private func fontPointer(_ font: CellFont?) throws(XLSXWriteError) -> UnsafeMutablePointer<lxw_format>? {
    guard let font else { return nil }
    return try unsafe book.use { library throws(XLSXWriteError) in
      try unsafe book.formats.pointer(for: font, in: library)
    }
  }
}

extension WorksheetWriter {
  /// Puts a note on a cell.
  /// - Throws: `.outOfBounds`, `.textTooLong`, `.character`, `.option`, `.rowOrder`.
  public func comment(_ comment: CellComment, at cell: CellReference) throws(XLSXWriteError) {
    try check(cell)
    let comment = book.options.fitsTexts ? comment.fitting : comment
    guard !comment.text.isEmpty else { throw fail(.option, at: cell, "a comment has no text") }
    guard (1...4_000).contains(comment.width), (1...4_000).contains(comment.height) else {
      throw fail(.option, at: cell, "a comment of \(comment.width) × \(comment.height) pixels is not in 1...4000")
    }
    let text = CText()
    defer { text.release() }
    try unsafe use(at: cell) { sheet throws(XLSXWriteError) in
      try TextCheck.plain(comment.author, limit: SheetLimits.property, what: "the author of a comment")
      try FormatCheck.check(CellFont(comment.fontName, size: comment.fontSize))
      let body = try TextCheck.cellText(comment.text)
      var options = unsafe lxw_comment_options()
      unsafe options.author = unsafe text.copy(comment.author)
      unsafe options.font_name = unsafe text.copy(comment.fontName)
      unsafe options.font_size = comment.fontSize
      unsafe options.width = UInt16(comment.width)
      unsafe options.height = UInt16(comment.height)
      unsafe options.visible = UInt8(
        comment.isVisible ? LXW_COMMENT_DISPLAY_VISIBLE.rawValue : LXW_COMMENT_DISPLAY_HIDDEN.rawValue)
      if let fill = comment.fill { unsafe options.color = fill.library }
      return unsafe worksheet_write_comment_opt(sheet, lxw_row_t(cell.row), lxw_col_t(cell.column), body, &options)
    }
  }
}

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
    let tip = book.options.fitsTexts ? tip.map { CellText.plain($0, limit: SheetLimits.linkTip) } : tip
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
