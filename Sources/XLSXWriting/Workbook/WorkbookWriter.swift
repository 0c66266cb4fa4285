internal import CXlsxWriter
public import SpreadsheetML

/// Writes one workbook.
///
/// The file appears under its name on `close()` and not before; a writer that goes away without closing leaves nothing
/// behind. Equal calls make equal bytes.
///
/// ```swift
/// let book = try WorkbookWriter(path: "out.xlsx", properties: .init(title: "汇总"))
/// let sheet = try book.addWorksheet("总览")
/// try sheet.write("局办公室", at: CellReference(row: 0, column: 0))
/// try sheet.write(.formula("SUM(B1:B2)", 3), at: CellReference(row: 2, column: 1))
/// try book.close()
/// ```
public struct WorkbookWriter: ~Copyable {
  private let state: WorkbookState

  /// Begins a workbook.
  /// - Parameter properties: lastModifiedBy, modified and application are not written, for they are the writer's own; a
  ///   workbook without a day of its making was made on 1980-01-01.
  /// - Throws: `.file` where the folder cannot be written to; `.textTooLong`, `.character` for a property, `.option` for a day
  ///   of 1970-01-01, which is none to the library.
  public init(
    path: String, properties: DocumentProperties = DocumentProperties(), options: WorkbookOptions = WorkbookOptions()
  ) throws(XLSXWriteError) {
    let state = try WorkbookState(path: path, options: options)
    try state.set(properties)
    self.state = state
  }

  /// Adds a sheet after those already there.
  /// - Throws: `.sheetName`, `.duplicateSheetName`.
  public func addWorksheet(
    _ name: String, visibility: SheetVisibility = .visible
  ) throws(XLSXWriteError) -> WorksheetWriter {
    WorksheetWriter(state: try state.addSheet(name, hidden: visibility == .hidden), book: state)
  }

  /// Gives a name to a formula or range, absolute and with its sheet: `'口径说明'!$E$6`.
  ///
  /// - Parameter name: letters, digits, `_` and `.`, not beginning with a digit, not a cell reference.
  /// - Throws: `.name`, `.textTooLong` (127 bytes of UTF-8 each).
  public func define(_ name: String, as formula: String) throws(XLSXWriteError) {
    try state.define(name, as: formula)
  }

  /// Adds a property of the workbook's own. Each name once.
  /// - Throws: `.name`, `.textTooLong`, `.character`, `.notFinite`.
  public func setCustomProperty(_ name: String, to value: CustomProperty) throws(XLSXWriteError) {
    try state.setCustomProperty(name, to: value)
  }

  /// What the cells hold so far; empty unless the options ask for it.
  public var notes: CellNotes { state.notes }

  /// Writes the file. Without this call there is none.
  /// - Throws: `.noVisibleSheet`, `.unknownSheet` for a link or chart to a sheet that was never added, `.file`.
  public consuming func close() throws(XLSXWriteError) {
    try state.save()
  }

  deinit {
    state.abandon()
  }
}
