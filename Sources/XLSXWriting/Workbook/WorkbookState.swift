internal import CXlsxWriter

/// What a workbook and its sheets share. Outlives the library's workbook, so that late calls fail instead of crash.
final class WorkbookState {
  private var handle: WorkbookHandle?
  private var file: OutputFile?
  let options: WorkbookOptions
  let formats = FormatTable()
  private(set) var sheets: [WorksheetState] = []
  /// Lower-case names, as names of sheets compare.
  private var sheetNames: Set<String> = []
  /// By the name of the sheet: a book has many links to few sheets.
  private var addresses: [String: String] = [:]
  var definedNames: Set<String> = []
  var customNames: Set<String> = []
  var hasActiveSheet = false
  /// Empty unless the options ask for it.
  var notes = CellNotes()

  init(path: String, options: WorkbookOptions) throws(XLSXWriteError) {
    self.options = options
    if let folder = options.temporaryDirectory, folder.utf8.contains(0) {
      throw XLSXWriteError(.character, "the temporary folder's name holds the character U+0000")
    }
    let file = try OutputFile(path: path)
    handle = try WorkbookHandle(path: file.temporaryPath, options: options)
    self.file = consume file
  }

  /// Calls `body` with the library's workbook.
  func use<Result>(
    _ body: (UnsafeMutablePointer<lxw_workbook>) throws(XLSXWriteError) -> Result
  ) throws(XLSXWriteError) -> Result {
    guard handle != nil else { throw XLSXWriteError(.closed, "the workbook is closed already") }
    var result: Swift.Result<Result, XLSXWriteError>?
    unsafe handle?.use { book in
      do throws(XLSXWriteError) { result = .success(unsafe try body(book)) } catch { result = .failure(error) }
    }
    guard let result else { throw XLSXWriteError(.closed, "the workbook is closed already") }
    return try result.get()
  }

  var isOpen: Bool { handle != nil }

  func hasSheet(_ name: String) -> Bool { sheetNames.contains(name.lowercased()) }

  func addSheet(_ name: String, hidden: Bool) throws(XLSXWriteError) -> WorksheetState {
    try SheetNameCheck.check(name)
    guard !hasSheet(name) else {
      throw XLSXWriteError(.duplicateSheetName, "the workbook already has a sheet “\(name)”")
    }
    let pointer = try unsafe use { book throws(XLSXWriteError) -> UnsafeMutablePointer<lxw_worksheet> in
      guard let pointer = unsafe workbook_add_worksheet(book, name) else {
        throw XLSXWriteError(.library, "the library refused the sheet “\(name)”")
      }
      if hidden { unsafe worksheet_hide(pointer) }
      return unsafe pointer
    }
    let sheet = unsafe WorksheetState(name: name, isHidden: hidden, pointer: pointer)
    sheetNames.insert(name.lowercased())
    sheets.append(sheet)
    return sheet
  }

  /// Returns the address of a sheet as links have it, up to the cell; there need not be such a sheet yet.
  func address(ofSheet name: String) throws(XLSXWriteError) -> String {
    if let known = addresses[name] { return known }
    let address = try LinkCheck.address(ofSheet: name)
    addresses[name] = address
    return address
  }

  private func checkNamedSheets(of sheet: WorksheetState) throws(XLSXWriteError) {
    for (name, cell) in sheet.namedSheets.sorted(by: { $0.value < $1.value }) where !hasSheet(name) {
      throw XLSXWriteError(.unknownSheet, sheet: sheet.name, cell: cell, "there is no sheet “\(name)”")
    }
  }

  /// Frees what is there and leaves nothing behind.
  func abandon() {
    handle = nil
    file = nil
  }

  /// Finishes the sheets, packs, flushes and renames. On any error nothing is left behind.
  func save() throws(XLSXWriteError) {
    defer { abandon() }
    guard let first = sheets.first(where: { !$0.isHidden }) else {
      throw XLSXWriteError(.noVisibleSheet, "the workbook has no visible sheet")
    }
    for sheet in sheets {
      try checkNamedSheets(of: sheet)
      try sheet.finish()
    }
    // The library shows a hidden first sheet unless another one is active.
    if !hasActiveSheet { unsafe worksheet_activate(first.pointer) }
    guard let handle = handle.take(), let file = file.take() else {
      throw XLSXWriteError(.closed, "the workbook is closed already")
    }
    try handle.save()
    var package = try PackageCheck(path: file.temporaryPath)
    try package.check()
    try file.commit()
  }
}
