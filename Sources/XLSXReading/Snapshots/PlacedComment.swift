public import SpreadsheetML

/// A comment and the cell that it is on.
public struct PlacedComment: Hashable, Sendable {
  public let reference: CellReference
  public let comment: CellComment
}
