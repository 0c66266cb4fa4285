import SpreadsheetML

/// The merged ranges of a sheet, of which no two may overlap: a program that finds two such repairs the file.
struct MergedRanges {
  private var byRow: [Int: [CellRange]] = [:]
  private var tall: [CellRange] = []
  /// Ranges of more rows are kept in a list of their own.
  private static let lowRows = 64

  /// Takes `range` in, or gives the range that it overlaps.
  mutating func insert(_ range: CellRange) -> CellRange? {
    if let other = tall.first(where: { $0.overlaps(range) }) { return other }
    if range.rows.count > Self.lowRows {
      for row in byRow.keys.sorted() where range.rows.contains(row) {
        if let other = byRow[row]?.first(where: { $0.overlaps(range) }) { return other }
      }
      tall.append(range)
      return nil
    }
    for row in range.rows {
      if let other = byRow[row]?.first(where: { $0.overlaps(range) }) { return other }
    }
    for row in range.rows { byRow[row, default: []].append(range) }
    return nil
  }
}

extension CellRange {
  func overlaps(_ other: CellRange) -> Bool {
    rows.overlaps(other.rows) && columns.overlaps(other.columns)
  }
}
