public import SpreadsheetML

/// A type that a cell can be read as.
public protocol CellDecodable {
  /// What is expected, for the error: `a number`.
  static var expectation: String { get }

  /// `nil` when the cell holds something else.
  init?(cellValue: CellValue)
}
