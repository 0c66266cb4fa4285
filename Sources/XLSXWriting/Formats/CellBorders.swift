/// The four sides of a cell's border.
public struct CellBorders: Hashable, Sendable {
  public var left: CellBorder
  public var right: CellBorder
  public var top: CellBorder
  public var bottom: CellBorder

  public init(
    left: CellBorder = .none, right: CellBorder = .none, top: CellBorder = .none, bottom: CellBorder = .none
  ) {
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }

  /// The same line on all sides.
  public init(all side: CellBorder) {
    self.init(left: side, right: side, top: side, bottom: side)
  }

  public static let none = CellBorders()
}
