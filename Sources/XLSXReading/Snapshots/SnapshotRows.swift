internal import SpreadsheetML

/// Gathers the rows of a snapshot as they come.
struct SnapshotRows {
  private var rows: [SnapshotRow] = []
  /// Cells and rows so far.
  private(set) var count = 0
  private var isSorted = true
  private let limit: Int
  private let others: Int

  /// True once a row did not fit.
  var isFull: Bool { count > limit - others }

  /// - Parameter others: cells of the workbook that count towards the limit too.
  init(limit: Int, others: Int = 0) {
    self.limit = limit
    self.others = others
  }

  mutating func add(_ row: borrowing Row, _ cells: Span<Cell>) throws(XLSXReadError) {
    guard !cells.isEmpty || row.isHidden else { return }
    count += cells.count + 1
    guard !isFull else {
      throw .exceeded("snapshotCells", limit)
    }
    let copy = SnapshotRow(copying: row, cells)
    guard !copy.cells.isEmpty || row.isHidden else { return }
    if let last = rows.last, last.index >= row.index { isSorted = false }
    rows.append(copy)
  }

  /// Returns the rows in order; of a row that stands twice the cells are joined, the later one counting. What differs
  /// is warned about.
  func sorted(_ warn: (ReadWarning.Code, CellReference) -> Void) -> [SnapshotRow] {
    if isSorted { return rows }
    let groups = Dictionary(grouping: rows, by: \.index)
    return groups.keys.sorted().map { index in
      let parts = groups[index] ?? []
      var joined = RepeatedCells<SnapshotCell> { $0.value == $1.value && $0.formula == $1.formula }
      for part in parts where !part.cells.isEmpty {
        joined.beginRow(index)
        for cell in part.cells { joined.add(cell, at: cell.reference, warn) }
      }
      let cells = Dictionary(uniqueKeysWithValues: joined.cells.map { ($0.key.column, $0.value) })
      return SnapshotRow(
        index: index, isHidden: parts.contains(where: \.isHidden),
        cells: cells.keys.sorted().compactMap { cells[$0] })
    }
  }
}
