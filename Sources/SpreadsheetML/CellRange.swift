/// A rectangle of cells, both corners included.
public struct CellRange: Hashable, Sendable {
  /// The corner with the smallest row and column.
  public let topLeft: CellReference
  /// The corner with the largest row and column.
  public let bottomRight: CellReference

  /// The rectangle between any two opposite corners.
  public init(_ corner: CellReference, _ opposite: CellReference) {
    topLeft = CellReference(row: min(corner.row, opposite.row), column: min(corner.column, opposite.column))
    bottomRight = CellReference(row: max(corner.row, opposite.row), column: max(corner.column, opposite.column))
  }

  /// Reads `B2:F40`, or `B2` for a single cell; `nil` for anything else.
  /// - Source: ECMA-376 Part 1, 18.18.62 (ST_Ref).
  public init?(a1 text: String) { self.init(a1: text.utf8Span.span) }

  /// Reads `B2:F40`, or `B2`.
  public init?(a1 text: Substring) { self.init(a1: text.utf8Span.span) }

  /// - Parameter text: UTF-8.
  private init?(a1 text: Span<UInt8>) {
    let colon = text.indices.first { text[$0] == UInt8(ascii: ":") } ?? text.count
    guard let first = CellReference(a1: text.extracting(..<colon)),
      let last = CellReference(a1: colon == text.count ? text : text.extracting((colon + 1)...))
    else { return nil }
    self.init(first, last)
  }

  public var rows: ClosedRange<Int> { topLeft.row...bottomRight.row }
  public var columns: ClosedRange<Int> { topLeft.column...bottomRight.column }

  public func contains(_ cell: CellReference) -> Bool {
    rows.contains(cell.row) && columns.contains(cell.column)
  }

  /// `B2:F40`, or `B2` for a single cell.
  public var a1: String { topLeft == bottomRight ? topLeft.a1 : "\(topLeft.a1):\(bottomRight.a1)" }
}

extension CellRange: CustomStringConvertible {
  public var description: String { a1 }
}
