internal import CXlsxWriter

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
