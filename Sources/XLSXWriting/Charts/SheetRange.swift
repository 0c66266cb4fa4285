public import SpreadsheetML

/// A range together with its sheet.
public struct SheetRange: Hashable, Sendable {
  public var sheet: String
  public var range: CellRange

  public init(_ sheet: String, _ range: CellRange) {
    self.sheet = sheet
    self.range = range
  }
}
