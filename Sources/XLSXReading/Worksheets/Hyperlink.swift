public import SpreadsheetML

/// A link from cells to somewhere. It is never followed.
public struct Hyperlink: Hashable, Sendable {
  public let range: CellRange
  /// The address outside the workbook; `nil` for a place inside it.
  public let address: String?
  /// The place inside, as in `填报表!E7`.
  public let location: String?
}
