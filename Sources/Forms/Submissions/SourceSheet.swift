import SpreadsheetML

/// A sheet of a submission as it was found: cells by place, and what hides or joins them.
final class SourceSheet: Sendable {
  let name: String
  let isHidden: Bool
  /// Cells that hold something, row by row, each row from left to right.
  let cells: [SourceCell]
  /// Indexes of rows with cells, ascending.
  let rows: [Int]
  /// Where the cells of each of the rows begin, and where those of the last one end.
  private let starts: [Int]
  let hiddenRows: Set<Int>
  let hiddenColumns: Set<Int>
  let merged: MergedCells
  /// Comments by cell, in the order of the file.
  let comments: [Comment]
  /// Whether a conditional format may change what is seen of one of the cells.
  let hasConditionalLooks: Bool

  struct Comment: Hashable {
    let reference: CellReference
    let text: String
  }

  /// - Parameter cells: in any order.
  init(
    name: String, isHidden: Bool, cells: [SourceCell], hiddenRows: Set<Int> = [],
    hiddenColumns: Set<Int> = [], merged: [CellRange] = [], comments: [Comment] = [],
    hasConditionalLooks: Bool = false
  ) {
    self.name = name
    self.isHidden = isHidden
    // By places: going through the cells themselves would copy each of them.
    let isSorted = cells.indices.dropFirst().allSatisfy { cells[$0 - 1].reference < cells[$0].reference }
    self.cells = isSorted ? cells : cells.sorted { $0.reference < $1.reference }
    var (rows, starts): ([Int], [Int]) = ([], [])
    for index in self.cells.indices {
      let row = self.cells[index].reference.row
      guard row != rows.last else { continue }
      rows.append(row)
      starts.append(index)
    }
    self.rows = rows
    self.starts = starts + [cells.count]
    self.hiddenRows = hiddenRows
    self.hiddenColumns = hiddenColumns
    self.merged = MergedCells(merged)
    self.comments = comments
    self.hasConditionalLooks = hasConditionalLooks
  }

  /// Returns the cells of a row that hold something, from left to right.
  func cells(inRow row: Int) -> ArraySlice<SourceCell> {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row ? cells[starts[low]..<starts[low + 1]] : []
  }

  /// Returns the cell there; a blank one where the file has none. A cell covered by a merge says so.
  func cell(row: Int, column: Int) -> SourceCell { self.row(row).cell(column: column) }

  /// Returns a row, for whoever looks at many of its cells.
  func row(_ index: Int) -> Row { Row(index: index, cells: cells(inRow: index), merged: merged.ranges(inRow: index)) }

  struct Row {
    let index: Int
    fileprivate let cells: ArraySlice<SourceCell>
    /// The ranges with cells in the row, from the top left one on.
    fileprivate let merged: [CellRange]

    /// Returns the cell there, as `SourceSheet.cell(row:column:)` does.
    func cell(column: Int) -> SourceCell {
      let reference = CellReference(row: index, column: column)
      var cell =
        found(column)
        ?? SourceCell(reference: reference, value: nil, formula: nil, isPercentage: false, lacksResult: false)
      if let range = merged.first(where: { $0.contains(reference) }), range.topLeft != reference {
        cell.isCovered = true
      }
      return cell
    }

    /// Returns the cell of a column, if the row has it. Most rows begin in the first column and leave none out.
    private func found(_ column: Int) -> SourceCell? {
      let place = cells.startIndex + column
      if place < cells.endIndex, cells[place].reference.column == column { return cells[place] }
      return cells.indices.first { cells[$0].reference.column == column }.map { cells[$0] }
    }

    /// Returns the cell that a merge shows there, as `SourceSheet.shown(row:column:)` does.
    func shown(column: Int, on sheet: SourceSheet) -> SourceCell {
      let reference = CellReference(row: index, column: column)
      guard let range = merged.first(where: { $0.contains(reference) }), range.topLeft != reference else {
        return cell(column: column)
      }
      return sheet.cell(row: range.topLeft.row, column: range.topLeft.column)
    }
  }

  /// Returns the cell that a merge shows there: its top left one.
  func shown(row: Int, column: Int) -> SourceCell {
    guard let range = merged.range(holding: CellReference(row: row, column: column)) else {
      return cell(row: row, column: column)
    }
    return cell(row: range.topLeft.row, column: range.topLeft.column)
  }

  /// Returns a row from its first filled cell to its last.
  func filledRange(ofRow row: Int) -> CellRange {
    let columns = cells(inRow: row).filter { $0.value != nil }.map(\.reference.column)
    return CellRange(
      CellReference(row: row, column: columns.min() ?? 0), CellReference(row: row, column: columns.max() ?? 0))
  }

  /// Returns the cell to the right, behind the range that this one is merged over.
  func right(of cell: SourceCell) -> SourceCell {
    let range = merged.range(holding: cell.reference)
    return self.cell(row: cell.reference.row, column: (range?.bottomRight.column ?? cell.reference.column) + 1)
  }

  func text(row: Int, column: Int) -> String {
    CellTextCleaner.trimmed(cell(row: row, column: column).text)
  }
}
