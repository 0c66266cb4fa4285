/// What of a worksheet is handed out.
public struct RowOptions: Hashable, Sendable {
  /// Also cells that have a style only.
  public var includesBlankCells = false
  /// Keep the text of formulas (`Row.formula(of:)`).
  public var keepsFormulas = false
  /// Zero-based columns to read; the others are passed over.
  public var columns: Range<Int>?
  /// Row elements to read at most.
  public var rowLimit: Int?

  /// How the cells are read; both ways give the same.
  package var path = ReadingPath.fast
  /// Bytes of the window at first, for a sheet that is not held whole.
  package var windowBytes = 128 << 10

  public init() {}
}
