extension SnapshotRow {
  /// Copies the cells that have a value or a formula.
  init(copying row: borrowing Row, _ cells: Span<Cell>) {
    var copies: [SnapshotCell] = []
    copies.reserveCapacity(cells.count)
    for index in cells.indices {
      let cell = cells[index]
      let value = row.value(of: cell)
      guard value != nil || cell.isFormula else { continue }
      copies.append(
        SnapshotCell(
          reference: row.reference(of: cell), value: value, rawNumber: cell.number, isFormula: cell.isFormula,
          hasFormulaWithoutCachedValue: cell.isFormulaWithoutCachedValue, font: row.font(of: cell),
          formula: row.formula(of: cell), runs: row.runs(of: cell), numberFormat: row.numberFormat(of: cell)))
    }
    self.init(index: row.index, isHidden: row.isHidden, cells: copies)
  }
}
