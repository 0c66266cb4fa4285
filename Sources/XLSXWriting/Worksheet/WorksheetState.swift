internal import CXlsxWriter
import SpreadsheetML

/// A sheet of the library and what is kept for it until the workbook is closed.
@safe final class WorksheetState {
  let name: String
  let isHidden: Bool
  /// Valid while the workbook is open. Only `WorksheetWriter.use` and `finish` read it; both know that it is.
  let pointer: UnsafeMutablePointer<lxw_worksheet>
  /// The last row touched, which matters where only one row is kept.
  var lastRow = 0
  var defaultRowHeight = 15.0
  var merges = MergedRanges()
  var columns: [Int: ColumnSetting] = [:]
  var linkCount = 0
  /// Sheets that links and charts of this sheet name, and the cells that do.
  private(set) var namedSheets: [String: CellReference] = [:]
  var hasSelection = false
  var ignoredErrors: [IgnoredError: [CellRange]] = [:]
  /// The last format of each column: most cells have the format of the cell above.
  var recentFormats = RecentFormats()

  /// Notes that a cell names a sheet, the first that does.
  func name(_ sheet: String, at cell: CellReference) {
    if namedSheets[sheet] == nil { namedSheets[sheet] = cell }
  }

  init(name: String, isHidden: Bool, pointer: UnsafeMutablePointer<lxw_worksheet>) {
    self.name = name
    self.isHidden = isHidden
    unsafe self.pointer = pointer
  }

  /// Gives the library what it takes only once: columns, which must not overlap, and the ranges of ignored errors.
  func finish() throws(XLSXWriteError) {
    try writeColumns()
    for kind in IgnoredError.allCases {
      guard let ranges = ignoredErrors[kind] else { continue }
      let list = ranges.map(\.a1).joined(separator: " ")
      try LibraryError.check(unsafe worksheet_ignore_errors(pointer, kind.library, list))
    }
  }
}
