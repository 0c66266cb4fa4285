public import SpreadsheetML

/// Why a workbook could not be written. Everything the file format forbids is found before it reaches the file.
public struct XLSXWriteError: Error, Hashable, Sendable {
  public enum Code: String, Hashable, Sendable {
    /// A sheet name is empty, too long, holds a forbidden character or a misplaced apostrophe.
    case sheetName
    /// Two sheets of one workbook would share a name (letters compare without case).
    case duplicateSheetName
    /// A link, chart or print setting names a sheet that the workbook does not have.
    case unknownSheet
    /// A row or column lies outside the worksheet.
    case outOfBounds
    /// A text is longer than its place in the file allows.
    case textTooLong
    /// A text holds a character that its place in the file cannot hold.
    case character
    /// A number is infinite or not a number.
    case notFinite
    /// An option has a value outside its range.
    case option
    /// Two merged ranges overlap.
    case mergeOverlap
    /// A row was written after a later one in a workbook that keeps only one row in memory.
    case rowOrder
    /// Too many of something for one worksheet, such as links.
    case tooMany
    /// A name is defined twice or is no valid name.
    case name
    /// The workbook has no visible sheet.
    case noVisibleSheet
    /// The workbook is closed already.
    case closed
    /// The operating system refused; `systemError` says why.
    case file
    /// The writing library refused for a reason not foreseen here.
    case library
  }

  public let code: Code
  /// The sheet, where there is one.
  public let sheet: String?
  /// The cell, where there is one.
  public let cell: CellReference?
  /// What is wrong and what would be right.
  public let reason: String
  /// `errno`, for `code == .file`.
  public let systemError: Int32?

  init(_ code: Code, sheet: String? = nil, cell: CellReference? = nil, systemError: Int32? = nil, _ reason: String) {
    self.code = code
    self.sheet = sheet
    self.cell = cell
    self.reason = reason
    self.systemError = systemError
  }

  /// Returns the same error with its place filled in where it was not known yet.
  func at(sheet: String, cell: CellReference? = nil) -> XLSXWriteError {
    XLSXWriteError(code, sheet: self.sheet ?? sheet, cell: self.cell ?? cell, systemError: systemError, reason)
  }
}

extension XLSXWriteError: CustomStringConvertible {
  public var description: String {
    var place = sheet ?? ""
    if let cell { place += "!\(cell.a1)" }
    return place.isEmpty ? reason : "\(place): \(reason)"
  }
}
