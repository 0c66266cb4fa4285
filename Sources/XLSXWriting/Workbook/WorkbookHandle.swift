internal import CXlsxWriter

/// The only owner of a library workbook.
///
/// The pointer is valid for as long as the handle lives, and never leaves this module. The library keeps pointers of
/// its own into the workbook (sheets, formats, charts); they live exactly as long.
@safe struct WorkbookHandle: ~Copyable {
  private let pointer: UnsafeMutablePointer<lxw_workbook>

  init(path: String, options: WorkbookOptions) throws(XLSXWriteError) {
    let text = CText()
    defer { text.release() }
    var library = unsafe lxw_workbook_options()
    unsafe library.constant_memory = options.keepsOneRow ? 1 : 0
    unsafe library.tmpdir = unsafe text.copy(options.temporaryDirectory)
    unsafe library.use_zip64 = options.allowsZip64 ? 1 : 0
    guard let pointer = unsafe workbook_new_opt(path, &library) else {
      throw XLSXWriteError(.library, "no memory for a workbook")
    }
    unsafe self.pointer = pointer
  }

  /// Calls `body` with the workbook. The pointer must not outlive the call.
  borrowing func use<Result>(_ body: (UnsafeMutablePointer<lxw_workbook>) -> Result) -> Result {
    unsafe body(pointer)
  }

  /// Saves the workbook, then frees it: the library frees it whether saving worked or not.
  consuming func save() throws(XLSXWriteError) {
    let code = unsafe workbook_close(pointer)
    discard self
    try LibraryError.check(code)
  }

  deinit {
    unsafe lxw_workbook_free(pointer)
  }
}
