import SpreadsheetML

/// The merged ranges of a sheet, and which of them holds a cell.
struct MergedCells: Sequence {
  /// By their top left cells: of ranges that overlap, which a damaged file may have, the order in the file says nothing.
  private let ranges: [CellRange]
  /// Indexes of the low ranges, by each of their rows.
  private let byRow: [Int: [Int]]
  /// Indexes of those with more rows: a range may go down all of the sheet.
  private let tall: [Int]

  private static let lowRows = 16

  /// - Parameter ranges: in any order.
  init(_ ranges: [CellRange]) {
    let ranges = ranges.sorted { ($0.topLeft, $0.bottomRight) < ($1.topLeft, $1.bottomRight) }
    self.ranges = ranges
    var (byRow, tall): ([Int: [Int]], [Int]) = ([:], [])
    for (index, range) in ranges.enumerated() {
      guard range.rows.count <= Self.lowRows else {
        tall.append(index)
        continue
      }
      for row in range.rows { byRow[row, default: []].append(index) }
    }
    self.byRow = byRow
    self.tall = tall
  }

  func makeIterator() -> IndexingIterator<[CellRange]> { ranges.makeIterator() }

  /// Returns the ranges with cells in a row, from the top left one on.
  func ranges(inRow row: Int) -> [CellRange] {
    if ranges.isEmpty { return [] }
    let low = byRow[row] ?? []
    let tall = tall.filter { ranges[$0].rows.contains(row) }
    return (tall.isEmpty ? low : (low + tall).sorted()).map { ranges[$0] }
  }

  /// Returns the first range that holds the cell.
  func range(holding cell: CellReference) -> CellRange? {
    if ranges.isEmpty { return nil }
    let low = byRow[cell.row]?.first { ranges[$0].contains(cell) }
    let tall = tall.first { ranges[$0].contains(cell) }
    guard let low, let tall else { return (low ?? tall).map { ranges[$0] } }
    return ranges[Swift.min(low, tall)]
  }
}
