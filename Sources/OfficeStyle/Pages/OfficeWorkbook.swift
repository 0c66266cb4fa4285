public import XLSXWriting

extension WorkbookOptions {
  /// Of all workbooks that people in the office get: whatever somebody has typed, one text stops nobody's workbook.
  public static let office = WorkbookOptions(fitsTexts: true)

  /// Of those that are read and not filled in.
  public static let report = WorkbookOptions(fitsTexts: true, showsDirections: true)

  /// The same, with account kept of what every cell holds.
  public var notingCells: WorkbookOptions {
    var options = self
    options.notesCells = true
    return options
  }
}
