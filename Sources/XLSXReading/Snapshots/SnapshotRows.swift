internal import SpreadsheetML

/// Gathers the rows of a snapshot as they come.
struct SnapshotRows {
  private var rows: [SnapshotRow] = []
  /// Cells and rows so far.
  private(set) var count = 0
  private var isSorted = true
  /// Bytes of the texts so far.
  private(set) var textBytes = 0
  private let limits: (cells: Int, textBytes: Int)
  private let formulaBytes: Int
  private let others: (cells: Int, textBytes: Int)

  /// True once a row did not fit.
  var isFull: Bool { count > limits.cells - others.cells || textBytes > limits.textBytes - others.textBytes }

  /// - Parameter others: what other sheets of the workbook have taken of the limits.
  init(_ limits: ReadLimits, others: (cells: Int, textBytes: Int) = (0, 0)) {
    self.limits = (limits.snapshotCells, limits.snapshotTextBytes)
    formulaBytes = limits.formulaBytes
    self.others = others
  }

  mutating func add(_ row: borrowing Row, _ cells: Span<Cell>) throws(XLSXReadError) {
    guard !cells.isEmpty || row.isHidden else { return }
    count += cells.count + 1
    guard !isFull else { throw .exceeded("snapshotCells", limits.cells) }
    let copy = SnapshotRow(copying: row, cells)
    for place in copy.cells.indices {
      if let formula = copy.cells[place].formula, formula.utf8.count > formulaBytes {
        throw .exceeded("formulaBytes", formulaBytes)
      }
      if case .string(let text)? = copy.cells[place].value { textBytes += text.utf8.count }
    }
    guard !isFull else { throw .exceeded("snapshotTextBytes", limits.textBytes) }
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
