internal import SpreadsheetML

/// A copied row: of a `SheetSnapshot`, or of `SheetRows`.
public struct SnapshotRow: Hashable, Sendable {
  /// Zero-based.
  public let index: Int
  public let isHidden: Bool
  /// Sorted by column, each column once; never empty in a snapshot, except for a hidden row.
  /// Cells with neither value nor formula are left out.
  public let cells: [SnapshotCell]

  /// Returns the place of the first of some rows, which are sorted, that is not above an index.
  static func place(of index: Int, in rows: [SnapshotRow]) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].index < index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Returns the row of an index.
  static func find(_ index: Int, in rows: [SnapshotRow]) -> SnapshotRow? {
    let place = place(of: index, in: rows)
    return place < rows.count && rows[place].index == index ? rows[place] : nil
  }

  /// The cell in a zero-based column.
  public subscript(column column: Int) -> SnapshotCell? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].reference.column < column { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].reference.column == column ? cells[low] : nil
  }
}
