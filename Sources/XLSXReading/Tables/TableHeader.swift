internal import SpreadsheetML

/// The header row of a table: which column has which text.
struct TableHeader: Sendable {
  let sheet: String
  /// Zero-based.
  let row: Int
  /// Headers, trimmed, in the order of their columns.
  let names: [String]
  /// Zero-based columns of each header, in order.
  private let columns: [String: [Int]]
  private let allColumns: Set<Int>

  init(sheet: String, row: Int, cells: [SnapshotCell]) throws(TableError) {
    let found = cells.compactMap { cell in
      Self.text(cell.value).map { (name: $0, column: cell.reference.column) }
    }
    guard !found.isEmpty else {
      throw TableError(.noHeader, sheet: sheet, cell: CellReference(row: row, column: 0))
    }
    self.sheet = sheet
    self.row = row
    names = found.map(\.name)
    allColumns = Set(found.map(\.column))
    columns = Dictionary(grouping: found, by: \.name).mapValues { $0.map(\.column) }
  }

  /// Returns the column of a header.
  func column(_ header: String) throws(TableError) -> Int {
    let found = columns[Self.trimmed(header)] ?? []
    guard let first = found.first else {
      throw TableError(
        .missingColumn, sheet: sheet, cell: CellReference(row: row, column: 0), header: header)
    }
    guard found.count == 1 else {
      throw TableError(
        .ambiguousColumn, sheet: sheet, cell: CellReference(row: row, column: found[1]), header: header)
    }
    return first
  }

  /// Returns whether some column has this header.
  func contains(_ header: String) -> Bool { columns[Self.trimmed(header)] != nil }

  /// Returns whether a zero-based column has a header.
  func covers(_ column: Int) -> Bool { allColumns.contains(column) }

  /// Returns the header that a text is, or a whole number as in `2024`; other values are no headers.
  private static func text(_ value: CellValue?) -> String? {
    switch value {
    case .string(let text):
      let name = trimmed(text)
      return name.isEmpty ? nil : name
    case .number(let number): return Int(exactly: number).map { String($0) }
    default: return nil
    }
  }

  /// Returns the text without white space around it, U+3000 and the no-break space among it.
  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
