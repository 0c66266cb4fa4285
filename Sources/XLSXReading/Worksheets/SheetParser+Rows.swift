internal import SpreadsheetML

extension SheetParser {
  /// Settles a row's number at its start tag; returns whether it is hidden.
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
    if runs != nil { runs = nil }
  }

  /// Returns the value of an attribute as an index; `nil` for anything else.
  func attributeIndex(_ attribute: MarkupAttribute, _ bytes: RawSpan) throws(XLSXReadError) -> Int? {
    if attribute.isPlain { return NumberText.index(bytes, attribute.valueStart, attribute.valueEnd) }
    return Int(try reader.string(of: attribute, bytes))
  }

  /// Hands out a row's cells at its end, in the order of their columns, the last of each.
  mutating func endRow(isHidden: Bool, _ body: Body) throws(XLSXReadError) -> RowFlow {
    if !isInOrder || !strays.isEmpty { formulas.sort { $0.column < $1.column } }
    if let row {
      if !isInOrder { cells = sorted(cells, row: row) }
      guard try hand(row, isHidden: isHidden, cells, body) == .goOn else { return .stop }
    }
    guard !strays.isEmpty else { return .goOn }
    let rows = Dictionary(grouping: strays, by: \.row).sorted { $0.key < $1.key }
    strays.removeAll()
    for (row, cells) in rows {
      let own = sorted(cells.map(\.cell), row: row)
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
    cells = sorted(cells, row: row ?? lastRow)
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

  /// Returns the cells of a row by their columns, the last of each; one without value or formula does not replace
  /// another.
  private func sorted(_ cells: [Cell], row: Int) -> [Cell] {
    var kept: [Cell] = []
    kept.reserveCapacity(cells.count)
    // The sort is stable, so among equal columns the last is the last in the file.
    for cell in cells.sorted(by: { $0.columnNumber < $1.columnNumber }) {
      if let last = kept.last, last.columnNumber == cell.columnNumber {
        if cell.kind == .blank && !cell.isFormula { continue }
        let isReplaced = last.kind != .blank || last.isFormula
        if isReplaced, !areEqual(last, cell) { warn(.repeatedCell, column: cell.column, row: row, describe(last)) }
        kept.removeLast()
      }
      kept.append(cell)
    }
    return kept
  }

  /// Returns whether two cells say the same.
  private func areEqual(_ left: Cell, _ right: Cell) -> Bool {
    guard left.isFormula == right.isFormula else { return false }
    if let text = bytes(of: left) { return text == bytes(of: right) && (left.kind == .error) == (right.kind == .error) }
    return left.kind == right.kind && left.payload == right.payload
      && context.styles.format(left.styleIndex) == context.styles.format(right.styleIndex)
  }

  /// Returns the text of a cell; `nil` for one without.
  private func bytes(of cell: Cell) -> [UInt8]? {
    switch cell.kind {
    case .sharedString:
      context.strings.withUTF8(Int(truncatingIfNeeded: cell.payload)) { text in text.indices.map { text[$0] } }
    case .string, .error, .isoDate: Array(rowText[cell.textRange])
    case .blank, .number, .boolean: nil
    }
  }

  /// Returns what a cell says, for a warning.
  private func describe(_ cell: Cell) -> String {
    if let number = cell.number { return "\(number)" }
    return String(String(decoding: (bytes(of: cell) ?? []).prefix(80), as: UTF8.self).prefix(20))
  }
}
