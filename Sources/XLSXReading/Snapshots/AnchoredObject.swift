public import SpreadsheetML

/// A picture or the like that lies over a sheet, or in a cell.
public struct AnchoredObject: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A picture over the cells.
    case picture
    /// A picture in a cell, as WPS makes it with `DISPIMG`: it stands where a value would.
    case cellPicture
    case chart
    /// A shape, a text box, a control.
    case other
  }

  public let kind: Kind
  /// The cell of its upper left corner.
  public let from: CellReference
  /// The cell of its lower right corner; `nil` when it has only a size.
  public let to: CellReference?
}
