internal import CXlsxWriter

/// The format last used in each column, so that a table looks up no format twice.
@safe struct RecentFormats {
  private var formats: [CellFormat?] = []
  private var pointers: [UnsafeMutablePointer<lxw_format>?] = unsafe []
  /// Columns beyond this are looked up each time.
  private static let width = 256

  func pointer(for format: CellFormat, column: Int) -> UnsafeMutablePointer<lxw_format>? {
    guard column < formats.count, formats[column] == format else { return nil }
    return unsafe pointers[column]
  }

  mutating func remember(_ format: CellFormat, _ pointer: UnsafeMutablePointer<lxw_format>, column: Int) {
    guard column < Self.width else { return }
    while formats.count <= column {
      formats.append(nil)
      unsafe pointers.append(nil)
    }
    formats[column] = format
    unsafe pointers[column] = pointer
  }
}
