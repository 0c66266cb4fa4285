internal import CXlsxWriter
public import SpreadsheetML

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
    guard book.options.fitsTexts else { return content }
    return switch content {
    case .text(let text): .text(CellText.fitting(text))
    case .formula(let formula, .text(let value)): .formula(formula, .text(CellText.fitting(value)))
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
