internal import SpreadsheetML

extension SheetParser {
  /// At a row's start tag: settles its number; gives whether it is hidden.
  mutating func beginRow(_ bytes: RawSpan) throws(XLSXReadError) -> Bool {
    clearRow()
    if let attribute = reader.attribute(.r) {
      // Compared by value, so that &#49; is as good as 1.
      let number = try attributeIndex(attribute, bytes)
      row = number.flatMap { (1...CellReference.rowLimit).contains($0) ? $0 - 1 : nil }
    } else {
      row = lastRow + 1 < CellReference.rowLimit ? lastRow + 1 : nil
    }
    if let row {
      lastRow = row
    } else {
      let text = try reader.string(.r, bytes) ?? ""
      warn(.badRowNumber, String(text.prefix(40)))
    }
    return reader.attributes.isEmpty ? false : try reader.flag(.hidden, bytes)
  }

  mutating func clearRow() {
    column = -1
    isInOrder = true
    cells.removeAll(keepingCapacity: true)
    rowText.removeAll(keepingCapacity: true)
    formulas.removeAll(keepingCapacity: true)
    if !runs.isEmpty { runs = RunTable() }
  }

  /// The value of an attribute as an index; `nil` for anything else.
  func attributeIndex(_ attribute: MarkupAttribute, _ bytes: RawSpan) throws(XLSXReadError) -> Int? {
    if attribute.isPlain { return NumberText.index(bytes, attribute.valueStart, attribute.valueEnd) }
    return Int(try reader.string(of: attribute, bytes))
  }

  /// At a row's end: hands out its cells in the order of their columns, the last of each.
  mutating func endRow(isHidden: Bool, _ body: Body) throws(XLSXReadError) -> RowFlow {
    if !isInOrder || !strays.isEmpty { formulas.sort { $0.column < $1.column } }
    if let row {
      if !isInOrder { Self.sort(&cells) }
      guard try hand(row, isHidden: isHidden, cells, body) == .goOn else { return .stop }
    }
    guard !strays.isEmpty else { return .goOn }
    let rows = Dictionary(grouping: strays, by: \.row).sorted { $0.key < $1.key }
    strays.removeAll()
    for (row, cells) in rows {
      var own = cells.map(\.cell)
      Self.sort(&own)
      guard try hand(row, isHidden: isHidden, own, body) == .goOn else { return .stop }
    }
    return .goOn
  }

  /// Cells of a row that are gathered before those that a later one replaces are dropped: four times the columns there
  /// are. An honest row never has so many.
  static var gatheredCells: Int { 4 * CellReference.columnLimit }

  /// Drops the cells, and formulas, that later ones of the same column replace, so that a row that names the same
  /// place over and over takes no more memory than an honest one.
  mutating func dropReplacedCells() {
    Self.sort(&cells)
    isInOrder = false
    guard formulas.count >= Self.gatheredCells else { return }
    formulas.sort { $0.column < $1.column }
    let all = formulas
    formulas = all.indices.filter { $0 + 1 == all.count || all[$0 + 1].column != all[$0].column }.map { all[$0] }
  }

  private mutating func hand(_ row: Int, isHidden: Bool, _ cells: [Cell], _ body: Body) throws(XLSXReadError) -> RowFlow
  {
    let batch = Row(index: row, isHidden: isHidden, context: context, text: rowText, formulas: formulas, runs: runs)
    return try body(batch, cells.span)
  }

  private static func sort(_ cells: inout [Cell]) {
    // The sort is stable, so among equal columns the last is the last in the file.
    cells.sort { $0.columnNumber < $1.columnNumber }
    var kept: [Cell] = []
    kept.reserveCapacity(cells.count)
    for cell in cells {
      if kept.last?.columnNumber == cell.columnNumber { kept.removeLast() }
      kept.append(cell)
    }
    cells = kept
  }
}
