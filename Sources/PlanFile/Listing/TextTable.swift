/// Rows of text set in columns for a terminal, where a Chinese character is two columns wide.
struct TextTable {
  private var rows: [[String]] = []

  /// A longer text moves what follows it, in its own row alone.
  private static let most = 80

  init(head: [String]) {
    rows = [head]
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The head, a rule, and the rows; columns are two blanks apart, nothing follows the last.
  var lines: [String] {
    let count = rows.map(\.count).max() ?? 0
    // The last cell of a row is never followed by another, so a long one in a short row widens nothing.
    let widths = (0..<count).map { column in
      let widest = rows.map { column < $0.count - ($0.count == count ? 0 : 1) ? Self.width($0[column]) : 0 }.max() ?? 0
      return min(widest, Self.most)
    }
    var lines = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column + 1 == row.count ? cell : cell + String(repeating: " ", count: max(widths[column] - Self.width(cell), 0))
      }
      return cells.joined(separator: "  ")
    }
    let rule = String(repeating: "-", count: widths.reduce(0, +) + 2 * max(count - 1, 0))
    lines.insert(rule, at: 1)
    return lines
  }

  /// Returns the number of columns that a text takes: 2 for wide and full-width characters, else 1.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
  }

  /// - Source: Unicode Standard Annex #11, the wide and full-width blocks that Chinese text uses.
  private static func isWide(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
