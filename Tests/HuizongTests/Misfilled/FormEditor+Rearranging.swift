import PlanModel
import SpreadsheetML
import TestSupport
import Testing

/// What moves rows and columns of the form, in its markup.
extension FormEditor {
  /// Gives every cell of the form, and every merged range, another place. Formulas keep their text, as their results.
  mutating func move(_ place: (CellReference) -> CellReference) {
    var markup = parts[Self.form]!
    markup = markup.replacing(/<c r="([A-Z]+[0-9]+)"/) { match in
      "<c r=\"\(CellReference(a1: String(match.1)).map { place($0).a1 } ?? String(match.1))\""
    }
    markup = markup.replacing(/<mergeCell ref="([A-Z]+[0-9]+):([A-Z]+[0-9]+)"/) { match in
      let corners = [match.1, match.2].map { corner in CellReference(a1: String(corner)).map { place($0).a1 } ?? "" }
      return "<mergeCell ref=\"\(corners[0]):\(corners[1])\""
    }
    markup = markup.replacing(/<row r="([0-9]+)"/) { match in
      "<row r=\"\(place(CellReference(row: (Int(match.1) ?? 1) - 1, column: 0)).row + 1)\""
    }
    parts[Self.form] = markup
  }

  /// Takes the style from a cell.
  mutating func unformat(_ code: String, _ column: FormColumn) throws {
    let place = reference(code, column).a1
    let styled = try Regex("<c r=\"\(place)\" s=\"[0-9]+\"")
    parts[Self.form] = parts[Self.form]!.replacing(styled, with: "<c r=\"\(place)\"")
  }

  /// Gives a cell the style of another one of its column.
  mutating func copyFormat(of source: String, to code: String, _ column: FormColumn) throws {
    let styled = try Regex("<c r=\"\(reference(source, column).a1)\" s=\"([0-9]+)\"", as: (Substring, Substring).self)
    let style = try #require(parts[Self.form]!.firstMatch(of: styled)).output.1
    let place = reference(code, column).a1
    let old = try Regex("<c r=\"\(place)\" s=\"[0-9]+\"")
    parts[Self.form] = parts[Self.form]!.replacing(old, with: "<c r=\"\(place)\" s=\"\(style)\"")
  }

  mutating func insertColumn(before column: Int) {
    move { CellReference(row: $0.row, column: $0.column >= column ? $0.column + 1 : $0.column) }
  }

  mutating func insertRow(before row: Int) {
    move { CellReference(row: $0.row >= row ? $0.row + 1 : $0.row, column: $0.column) }
  }

  /// Two rows change places, as cutting and inserting does.
  mutating func swapRows(_ first: String, _ second: String) {
    let rows = [row(first) - 1, row(second) - 1]
    var markups = [markup(ofRow: first), markup(ofRow: second)]
    let whole = parts[Self.form]!.replacing(markups[0], with: "<swapped/>").replacing(markups[1], with: markups[0])
      .replacing("<swapped/>", with: markups[1])
    parts[Self.form] = whole
    markups = []
    move { place in
      place.row == rows[0]
        ? CellReference(row: rows[1], column: place.column)
        : place.row == rows[1] ? CellReference(row: rows[0], column: place.column) : place
    }
    // The numbers went with the cells; the rows stand in their new order.
    let moved = [markupOfRow(rows[0] + 1), markupOfRow(rows[1] + 1)]
    #expect(moved.allSatisfy { !$0.isEmpty })
  }

  private func markupOfRow(_ number: Int) -> String {
    let markup = parts[Self.form]!
    guard let start = markup.firstRange(of: "<row r=\"\(number)\"")?.lowerBound,
      let end = markup[start...].firstRange(of: "</row>")?.upperBound
    else { return "" }
    return String(markup[start..<end])
  }
}
