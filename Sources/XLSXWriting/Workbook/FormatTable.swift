internal import CXlsxWriter

/// The formats of one workbook, each made once.
@safe final class FormatTable {
  private var cells: [CellFormat: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var runs: [CellFont: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var conditionals: [ConditionalStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]

  /// Returns the library's format equal to `format`. It lives as long as the workbook.
  func pointer(
    for format: CellFormat, in book: UnsafeMutablePointer<lxw_workbook>
  ) throws(XLSXWriteError) -> UnsafeMutablePointer<lxw_format> {
    if let known = unsafe cells[format] { return unsafe known }
    try FormatCheck.check(format)
    let made = unsafe try make(in: book)
    unsafe FormatBuilder.apply(format, to: made)
    unsafe cells[format] = made
    return unsafe made
  }

  /// Returns a format as above, for a run of text.
  func pointer(
    for font: CellFont, in book: UnsafeMutablePointer<lxw_workbook>
  ) throws(XLSXWriteError) -> UnsafeMutablePointer<lxw_format> {
    if let known = unsafe runs[font] { return unsafe known }
    try FormatCheck.check(font)
    let made = unsafe try make(in: book)
    unsafe FormatBuilder.apply(font, to: made)
    unsafe runs[font] = made
    return unsafe made
  }

  /// Returns a format as above, for a conditional format.
  func pointer(
    for style: ConditionalStyle, in book: UnsafeMutablePointer<lxw_workbook>
  ) throws(XLSXWriteError) -> UnsafeMutablePointer<lxw_format> {
    if let known = unsafe conditionals[style] { return unsafe known }
    let made = unsafe try make(in: book)
    if style.isBold { unsafe format_set_bold(made) }
    if let color = style.textColor { unsafe format_set_font_color(made, color.library) }
    if let fill = style.fill { unsafe format_set_bg_color(made, fill.library) }
    unsafe conditionals[style] = made
    return unsafe made
  }

  private func make(
    in book: UnsafeMutablePointer<lxw_workbook>
  ) throws(XLSXWriteError) -> UnsafeMutablePointer<lxw_format> {
    guard let made = unsafe workbook_add_format(book) else { throw XLSXWriteError(.library, "no memory for a format") }
    return unsafe made
  }
}
