import SpreadsheetML

/// The cells of a row in as little room as they need: hundreds of thousands of rows are held at once.
///
/// A cell that has something in it is kept as it is. Of a blank one only the column is kept, where it stands in the same
/// row of the same sheet as the others.
final class PackedRow: Sendable {
  let code: String
  private let kept: [Submission.Entry]
  private let source: FigureOrigin.Source?
  /// The row's number on the sheet, from 0.
  private let row: UInt32
  /// What each column has: `absent`, `isKept` with the place in `kept`, or the number of the blank cell's column from 1.
  private let columns: SIMD8<UInt16>

  private static let absent: UInt16 = 0
  private static let isKept: UInt16 = 0x8000

  init(code: String, cells: Submission.Row.Cells) {
    self.code = code
    var kept: [Submission.Entry] = []
    func filled(_ entry: Submission.Entry) -> Int { entry.figure == .blank ? 0 : 1 }
    kept.reserveCapacity(
      filled(cells.allocation) + filled(cells.previous) + filled(cells.current) + filled(cells.cumulative)
        + filled(cells.progress) + filled(cells.problems) + filled(cells.nextSteps) + filled(cells.explanation))
    var (source, row): (FigureOrigin.Source?, UInt32) = (nil, 0)
    var columns = SIMD8<UInt16>(repeating: Self.absent)
    func add(_ entry: Submission.Entry, _ index: Int) {
      guard entry.figure != .blank || entry.origin != nil else { return }
      if entry.figure == .blank, let origin = entry.origin, origin.text.isEmpty, origin.normalizations.isEmpty,
        let place = CellReference(a1: origin.cell), place.a1 == origin.cell,
        source == nil || source == origin.source && row == place.row
      {
        (source, row) = (origin.source, UInt32(place.row))
        columns[index] = UInt16(place.column + 1)
      } else {
        columns[index] = Self.isKept | UInt16(kept.count)
        kept.append(entry)
      }
    }
    add(cells.allocation, 0)
    add(cells.previous, 1)
    add(cells.current, 2)
    add(cells.cumulative, 3)
    add(cells.progress, 4)
    add(cells.problems, 5)
    add(cells.nextSteps, 6)
    add(cells.explanation, 7)
    (self.kept, self.source, self.row, self.columns) = (kept, source, row, columns)
  }

  /// Returns what stands in the cell of a column; where it stands is not worked out.
  func figure(_ index: Int) -> Figure {
    let column = columns[index]
    return column & Self.isKept != 0 ? kept[Int(column & ~Self.isKept)].figure : .blank
  }

  /// The cell of a column, in the order of the form.
  subscript(index: Int) -> Submission.Entry {
    let column = columns[index]
    if column & Self.isKept != 0 { return kept[Int(column & ~Self.isKept)] }
    guard column != Self.absent, let source else { return .absent }
    let place = CellReference(row: Int(row), column: Int(column) - 1)
    return Submission.Entry(figure: .blank, origin: FigureOrigin(source: source, cell: place.a1, text: ""))
  }
}
