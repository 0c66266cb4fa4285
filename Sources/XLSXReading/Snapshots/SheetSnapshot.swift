public import SpreadsheetML

/// A copy of a small worksheet, independent of the file.
public struct SheetSnapshot: Sendable {
  public let name: String
  public let state: SheetState
  /// Rows that have cells or are hidden, sorted, each once.
  public let rows: [SnapshotRow]
  public let mergedRanges: [CellRange]
  /// Zero-based ranges, in order and apart.
  public let hiddenColumns: [ClosedRange<Int>]
  /// The range of the filter buttons.
  public let autoFilter: CellRange?
  /// Whether rows are hidden by a filter.
  public let isFiltered: Bool
  /// Whether the sheet is protected, with or without a password.
  public let isProtected: Bool
  public let dataValidations: [DataValidation]
  /// How conditional formats may show the value of a cell otherwise than its own format does; of cells with a value.
  public let conditionalFormats: [CellReference: [DifferentialFormat]]
  public let hyperlinks: [Hyperlink]
  /// Sorted by cell.
  public let comments: [PlacedComment]
  public let objects: [AnchoredObject]
  /// What was odd.
  public let warnings: [ReadWarning]

  /// The row of a zero-based index.
  public subscript(row index: Int) -> SnapshotRow? { SnapshotRow.find(index, in: rows) }

  public subscript(reference: CellReference) -> SnapshotCell? {
    self[row: reference.row]?[column: reference.column]
  }

  /// The cell by its A1 form, as in `snapshot["C7"]`; `nil` also when that is none.
  public subscript(a1: String) -> SnapshotCell? {
    CellReference(a1: a1).flatMap { self[$0] }
  }

  /// All cells, row by row.
  public var cells: some Sequence<SnapshotCell> { rows.lazy.flatMap(\.cells) }

  public func isColumnHidden(_ column: Int) -> Bool {
    // A sheet can have thousands of ranges, and each of its cells may be asked about.
    var (low, high) = (0, hiddenColumns.count)
    while low < high {
      let middle = (low + high) / 2
      if hiddenColumns[middle].upperBound < column { low = middle + 1 } else { high = middle }
    }
    return low < hiddenColumns.count && hiddenColumns[low].contains(column)
  }

  public func isRowHidden(_ row: Int) -> Bool { self[row: row]?.isHidden ?? false }

  /// Returns the merged range that covers a cell.
  public func mergedRange(at reference: CellReference) -> CellRange? { mergedRanges.first { $0.contains(reference) } }
}

extension SheetSnapshot {
  /// How many things stand around the cells.
  var listedItems: Int {
    mergedRanges.count + hiddenColumns.count + hyperlinks.count + comments.count + objects.count
      + dataValidations.reduce(0) { $0 + 1 + $1.ranges.count }
  }
}
