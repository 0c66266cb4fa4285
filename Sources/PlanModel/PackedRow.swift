/// The cells of a row in as little room as they need: hundreds of thousands of rows are held at once.
///
/// A cell that has something in it is kept as it is. Of a blank one only the column is kept, where it stands in the same
/// row of the same sheet as the others.
final class PackedRow: Sendable {
  let code: String
  private let kept: [Submission.Entry]
  private let source: FigureOrigin.Source?
  /// The row's number on the sheet, from 1.
  private let row: UInt32
  /// What each column has: `absent`, `isKept` with the place in `kept`, or the number of the blank cell's column from 1.
  private let columns: SIMD8<UInt16>

  private static let absent: UInt16 = 0
  private static let isKept: UInt16 = 0x8000

  init(code: String, cells: Submission.Row.Cells) {
    self.code = code
    let entries = [
      cells.allocation, cells.previous, cells.current, cells.cumulative, cells.progress, cells.problems, cells.measures,
      cells.explanation,
    ]
    var kept: [Submission.Entry] = []
    kept.reserveCapacity(entries.count { $0.figure != .blank })
    var (source, row): (FigureOrigin.Source?, UInt32) = (nil, 0)
    var columns = SIMD8<UInt16>(repeating: Self.absent)
    for (index, entry) in entries.enumerated() where entry.figure != .blank || entry.origin != nil {
      if entry.figure == .blank, let origin = entry.origin, origin.text.isEmpty, origin.normalizations.isEmpty,
        let place = CellName(origin.cell), source == nil || source == origin.source && row == place.row
      {
        (source, row) = (origin.source, place.row)
        columns[index] = place.column
      } else {
        columns[index] = Self.isKept | UInt16(kept.count)
        kept.append(entry)
      }
    }
    (self.kept, self.source, self.row, self.columns) = (kept, source, row, columns)
  }

  /// The cell of a column, in the order of the form.
  subscript(index: Int) -> Submission.Entry {
    let column = columns[index]
    if column & Self.isKept != 0 { return kept[Int(column & ~Self.isKept)] }
    guard column != Self.absent, let source else { return .absent }
    let name = CellName(row: row, column: column).text
    return Submission.Entry(figure: .blank, origin: FigureOrigin(source: source, cell: name, text: ""))
  }
}

/// The name of a cell as two numbers, both from 1.
struct CellName: Hashable {
  let row: UInt32
  let column: UInt16

  init(row: UInt32, column: UInt16) {
    self.row = row
    self.column = column
  }

  /// `nil` for anything but a plain name such as `J12`, so that `text` gives back what was read.
  init?(_ text: String) {
    var (row, column): (UInt32, UInt32) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        guard row == 0, column < 1000 else { return nil }
        column = column * 26 + UInt32(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard column > 0, row < 10_000_000, row > 0 || byte != UInt8(ascii: "0") else { return nil }
        row = row * 10 + UInt32(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    guard row > 0, column < 0x8000 else { return nil }
    self.init(row: row, column: UInt16(column))
  }

  var text: String {
    var (letters, rest) = ("", Int(column))
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row)"
  }
}
