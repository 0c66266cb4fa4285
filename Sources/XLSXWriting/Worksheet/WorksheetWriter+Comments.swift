internal import CXlsxWriter
public import SpreadsheetML

extension WorksheetWriter {
  /// Puts a note on a cell.
  /// - Throws: `.outOfBounds`, `.textTooLong`, `.character`, `.option`, `.rowOrder`.
  public func comment(_ comment: CellComment, at cell: CellReference) throws(XLSXWriteError) {
    try check(cell)
    guard !comment.text.isEmpty else { throw fail(.option, at: cell, "a comment has no text") }
    guard (1...4_000).contains(comment.width), (1...4_000).contains(comment.height) else {
      throw fail(.option, at: cell, "a comment of \(comment.width) × \(comment.height) pixels is not in 1...4000")
    }
    let text = CText()
    defer { text.release() }
    try unsafe use(at: cell) { sheet throws(XLSXWriteError) in
      try TextCheck.plain(comment.author, limit: SheetLimits.property, what: "the author of a comment")
      try FormatCheck.check(CellFont(comment.fontName, size: comment.fontSize))
      let body = try TextCheck.cellText(book.options.fitsTexts ? CellText.fitting(comment.text) : comment.text)
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
