internal import SpreadsheetML

/// Gathers the rows of a snapshot as they come.
struct SnapshotRows {
  private var rows: [SnapshotRow] = []
  private var count = 0
  private var isSorted = true
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  mutating func add(_ row: borrowing Row, _ cells: Span<Cell>) throws(XLSXReadError) {
    guard !cells.isEmpty || row.isHidden else { return }
    count += cells.count + 1
    guard count <= limit else {
      throw XLSXReadError(.limitExceeded, reason: "more than \(limit) cells for a snapshot")
    }
    var copies: [SnapshotCell] = []
    copies.reserveCapacity(cells.count)
    for index in cells.indices {
      let cell = cells[index]
      let value = row.value(of: cell)
      guard value != nil || cell.isFormula else { continue }
      copies.append(
        SnapshotCell(
          reference: row.reference(of: cell), value: value, rawNumber: cell.number, formula: row.formula(of: cell),
          isFormula: cell.isFormula, hasFormulaWithoutCachedValue: cell.isFormulaWithoutCachedValue,
          numberFormat: row.numberFormat(of: cell)))
    }
    guard !copies.isEmpty || row.isHidden else { return }
    if let last = rows.last, last.index >= row.index { isSorted = false }
    rows.append(SnapshotRow(index: row.index, isHidden: row.isHidden, cells: copies))
  }

  /// The rows in order; of a row that stands twice the cells are joined, the later one counting.
  func sorted() -> [SnapshotRow] {
    if isSorted { return rows }
    let groups = Dictionary(grouping: rows, by: \.index)
    return groups.keys.sorted().map { index in
      let parts = groups[index] ?? []
      var cells: [Int: SnapshotCell] = [:]
      for cell in parts.flatMap(\.cells) { cells[cell.reference.column] = cell }
      return SnapshotRow(
        index: index, isHidden: parts.contains(where: \.isHidden),
        cells: cells.keys.sorted().compactMap { cells[$0] })
    }
  }
}
