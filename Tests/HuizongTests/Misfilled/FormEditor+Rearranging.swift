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

  /// Gives a cell a style of its own with this number format.
  /// Lays a conditional format over a cell.
  /// - Parameters:
  ///   - look: the children of its `dxf`.
  ///   - rule: the attributes of the `cfRule`, and its formula.
  mutating func formatConditionally(
    _ code: String, _ column: FormColumn, look: String, rule: (attributes: String, formula: String)
  ) throws {
    let part = "xl/styles.xml"
    var styles = try #require(parts[part])
    let count = styles.ranges(of: "<dxf>").count + styles.ranges(of: "<dxf ").count
    let end = try #require(styles.firstRange(of: "</dxfs>"))
    styles.insert(contentsOf: "<dxf>\(look)</dxf>", at: end.lowerBound)
    parts[part] = styles
    let sheet = try #require(parts[Self.form])
    let place = try #require(
      sheet.firstRange(of: "<conditionalFormatting") ?? sheet.firstRange(of: "<dataValidations")
        ?? sheet.firstRange(of: "<printOptions") ?? sheet.firstRange(of: "<pageMargins"))
    parts[Self.form]!.insert(
      contentsOf: "<conditionalFormatting sqref=\"\(reference(code, column).a1)\"><cfRule \(rule.attributes) "
        + "dxfId=\"\(count)\" priority=\"1\"><formula>\(rule.formula)</formula></cfRule></conditionalFormatting>",
      at: place.lowerBound)
  }

  mutating func format(_ code: String, _ column: FormColumn, as format: String) throws {
    let part = "xl/styles.xml"
    var styles = try #require(parts[part])
    if styles.contains("<numFmts") {
      styles = styles.replacing("</numFmts>", with: "<numFmt numFmtId=\"999\" formatCode=\"\(format)\"/></numFmts>")
    } else {
      let fonts = try #require(styles.firstRange(of: "<fonts"))
      styles.insert(
        contentsOf: "<numFmts count=\"1\"><numFmt numFmtId=\"999\" formatCode=\"\(format)\"/></numFmts>",
        at: fonts.lowerBound)
    }
    let cells = try #require(styles.firstRange(of: "<cellXfs"))
    let end = try #require(styles[cells.lowerBound...].firstRange(of: "</cellXfs>"))
    let count = styles[cells.lowerBound..<end.lowerBound].ranges(of: "<xf ").count
    styles.insert(
      contentsOf: "<xf numFmtId=\"999\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>",
      at: end.lowerBound)
    parts[part] = styles
    let place = reference(code, column).a1
    let old = try Regex("<c r=\"\(place)\" s=\"[0-9]+\"")
    parts[Self.form] = parts[Self.form]!.replacing(old, with: "<c r=\"\(place)\" s=\"\(count)\"")
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

  /// Two rows change places but for the hidden column of codes, as sorting what is seen does.
  mutating func sortWithoutCodes(_ first: String, _ second: String) {
    swapRows(first, second)
    let places = [reference(first, .code), reference(second, .code)]
    set(places[0], .text("1.1-" + first))
    set(places[1], .text("1.1-" + second))
  }

  /// The sheet 填表说明 becomes another copy of the form, with what is changed on it.
  mutating func copyForm(_ changes: [(CellReference, Entry)] = []) {
    parts[Self.guide] = parts[Self.form]
    for (place, entry) in changes { set(place, entry, in: "填表说明") }
  }

  /// Puts markup for cells of a row behind its others.
  mutating func append(_ entries: [(column: Int, entry: Entry)], toRow row: Int) {
    var markup = parts[Self.form]!
    let start = markup.firstRange(of: "<row r=\"\(row + 1)\"")!.lowerBound
    let end = markup[start...].firstRange(of: "</row>")!.lowerBound
    let cells = entries.map { column, entry in
      "<c r=\"\(CellReference(row: row, column: column).a1)\"\(entry.markup.attributes)>\(entry.markup.content)</c>"
    }
    markup.insert(contentsOf: cells.joined(), at: end)
    parts[Self.form] = markup
  }

  private func markupOfRow(_ number: Int) -> String {
    let markup = parts[Self.form]!
    guard let start = markup.firstRange(of: "<row r=\"\(number)\"")?.lowerBound,
      let end = markup[start...].firstRange(of: "</row>")?.upperBound
    else { return "" }
    return String(markup[start..<end])
  }
}
