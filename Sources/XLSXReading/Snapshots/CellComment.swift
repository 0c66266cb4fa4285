public import SpreadsheetML

/// A comment on a cell.
public struct CellComment: Hashable, Sendable {
  public let reference: CellReference
  public let text: String
}
