/// The place of a cell in a worksheet. Row and column are zero-based; messages use the A1 form.
public struct CellReference: Hashable, Sendable {
  /// Zero-based, below `rowLimit`.
  public let row: Int
  /// Zero-based, below `columnLimit`.
  public let column: Int

  /// Rows of a worksheet.
  /// - Source: ECMA-376 Part 1, 18.3.1.73; Excel's limit of 1,048,576.
  public static let rowLimit = 1_048_576
  /// Columns of a worksheet (A to XFD).
  public static let columnLimit = 16_384

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

extension CellReference: Comparable {
  /// Returns true if the left cell comes before the right one: row first, then column, the order in which a sheet is
  /// written.
  public static func < (left: Self, right: Self) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}
