import SpreadsheetML

/// A sheet of a submission as it was found: cells by place, and what hides or joins them.
struct SourceSheet {
  let name: String
  let isHidden: Bool
  /// Cells that hold something, by row, each row from left to right.
  let byRow: [Int: [SourceCell]]
  /// Indexes of rows with cells, ascending.
  let rows: [Int]
  let hiddenRows: Set<Int>
  let hiddenColumns: Set<Int>
  let merged: [CellRange]
  /// Comments by cell, in the order of the file.
  let comments: [Comment]

  struct Comment: Hashable {
    let reference: CellReference
    let text: String
  }

  init(
    name: String, isHidden: Bool, cells: [SourceCell], hiddenRows: Set<Int> = [],
    hiddenColumns: Set<Int> = [], merged: [CellRange] = [], comments: [Comment] = []
  ) {
    self.name = name
    self.isHidden = isHidden
    byRow = Dictionary(grouping: cells, by: \.reference.row)
      .mapValues { $0.sorted { $0.reference < $1.reference } }
    rows = byRow.keys.sorted()
    self.hiddenRows = hiddenRows
    self.hiddenColumns = hiddenColumns
    self.merged = merged
    self.comments = comments
  }

  /// Returns the cell there; a blank one where the file has none. A cell covered by a merge says so.
  func cell(row: Int, column: Int) -> SourceCell {
    let reference = CellReference(row: row, column: column)
    var cell =
      byRow[row]?.first { $0.reference.column == column }
      ?? SourceCell(reference: reference, value: nil, formula: nil, isPercentage: false, lacksResult: false)
    if let range = merged.first(where: { $0.contains(reference) }), range.topLeft != reference { cell.isCovered = true }
    return cell
  }

  /// Returns the cell that a merge shows there: its top left one.
  func shown(row: Int, column: Int) -> SourceCell {
    let reference = CellReference(row: row, column: column)
    guard let range = merged.first(where: { $0.contains(reference) }) else { return cell(row: row, column: column) }
    return cell(row: range.topLeft.row, column: range.topLeft.column)
  }

  /// Returns a row from its first filled cell to its last.
  func filledRange(ofRow row: Int) -> CellRange {
    let columns = (byRow[row] ?? []).filter { $0.value != nil }.map(\.reference.column)
    return CellRange(
      CellReference(row: row, column: columns.min() ?? 0), CellReference(row: row, column: columns.max() ?? 0))
  }

  /// Returns the cell to the right, behind the range that this one is merged over.
  func right(of cell: SourceCell) -> SourceCell {
    let range = merged.first { $0.contains(cell.reference) }
    return self.cell(row: cell.reference.row, column: (range?.bottomRight.column ?? cell.reference.column) + 1)
  }

  func text(row: Int, column: Int) -> String {
    CellTextCleaner.trimmed(cell(row: row, column: column).text)
  }

  /// Returns true if the cell stands in a hidden row or column.
  func isHidden(_ reference: CellReference) -> Bool {
    hiddenRows.contains(reference.row) || hiddenColumns.contains(reference.column)
  }
}
