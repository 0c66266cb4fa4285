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
    if reader.attributes.isEmpty { return false }
    if try reader.flag(.hidden, bytes) { return true }
    return try hasNoSize(.ht, bytes)
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

extension SheetParser {
  /// What the attribute `t` says.
  enum CellType {
    case number, sharedString, formulaString, inlineString, boolean, error, isoDate, unknown
  }

  /// What was found inside a cell.
  struct CellContent {
    /// `<v>` was there.
    var hasValue = false
    /// An element stands in `<v>`, which has room for text only.
    var hasMarkupInValue = false
    /// The value where it stands in the part; `nil` when it is in `scratch`.
    var place: (start: Int, end: Int)?
    var hasFormula = false
    /// Where the text of `<is>` stands in `rowText`; `nil` without one.
    var inline: Range<Int>?
    /// The formula's text in `rowText`.
    var formula: Range<Int>?
  }

  /// Reads the cell whose start tag the reader has just passed.
  mutating func parseCell(_ bytes: RawSpan) throws(XLSXReadError) {
    cellCount += 1
    guard cellCount <= limits.cells else { throw reader.exceeded("cells", limits.cells) }
    var reference: MarkupAttribute?
    var type = CellType.number
    var style = 0
    for attribute in reader.attributes where !attribute.hasPrefix {
      switch attribute.name {
      case .r: reference = attribute
      case .t: type = try cellType(attribute, bytes)
      case .s: style = try attributeIndex(attribute, bytes) ?? Int(UInt32.max)
      default: continue
      }
    }
    guard let home = try place(reference, bytes), options.columns?.contains(home.column) ?? true else { return }
    if style > 0 && style >= context.styles.count { style = badStyle(style, home) }
    let content = try cellContent(type, home, bytes)
    try addCell(home, type, UInt32(truncatingIfNeeded: style), content, bytes)
  }

  /// Settles where the cell is; `nil`, with a warning, when that is nowhere.
  private mutating func place(
    _ attribute: MarkupAttribute?, _ bytes: RawSpan
  ) throws(XLSXReadError) -> CellReference? {
    guard let attribute else { return placeBehind() }
    if attribute.isPlain, let found = Self.reference(bytes, attribute.valueStart, attribute.valueEnd) {
      column = found.column
      return found
    }
    let text = try reader.string(of: attribute, bytes)
    if let found = CellReference(a1: text) {
      column = found.column
      return found
    }
    if Self.namesPlaceOutside(text) {
      warn(.badReference, String(text.prefix(40)))
      context.warnings.lostCells += 1
      return nil
    }
    let home = placeBehind()
    if let home { warn(.unplacedCell, column: home.column, row: home.row, String(text.prefix(40))) }
    return home
  }

  /// Goes on to the place behind the last cell, and returns it.
  private mutating func placeBehind() -> CellReference? {
    guard let row, column + 1 < CellReference.columnLimit else {
      // The row's number was warned about already.
      if row != nil { warn(.badReference) }
      context.warnings.lostCells += 1
      return nil
    }
    column += 1
    return CellReference(row: row, column: column)
  }

  /// Returns whether a text that is no reference has the form of one, and so means a place that is not there: `XFE1`,
  /// `A0`.
  private static func namesPlaceOutside(_ text: String) -> Bool {
    let letters = text.utf8.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
    let digits = text.utf8[letters.endIndex...]
    return !letters.isEmpty && !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Reads `C7` without making a string of it.
  private static func reference(_ bytes: RawSpan, _ start: Int, _ end: Int) -> CellReference? {
    var position = start
    var column = 0
    while position < end, case let letter = (bytes.byte(position) | 0x20) &- UInt8(ascii: "a"), letter < 26 {
      column = column * 26 + Int(letter) + 1
      position += 1
      guard position - start <= 3 else { return nil }
    }
    guard position > start, column <= CellReference.columnLimit, position < end, end - position <= 7 else { return nil }
    var row = 0
    while position < end {
      let digit = bytes.byte(position) &- 0x30
      guard digit <= 9 else { return nil }
      row = row * 10 + Int(digit)
      position += 1
    }
    guard (1...CellReference.rowLimit).contains(row) else { return nil }
    return CellReference(row: row - 1, column: column - 1)
  }

  private func badStyle(_ style: Int, _ home: CellReference) -> Int {
    // Without a styles part any index may stand; that was said once for the workbook.
    if context.styles.count > 0 {
      warn(.badStyle, column: home.column, row: home.row, style == Int(UInt32.max) ? "" : String(style))
    }
    return 0
  }

  private func cellType(_ attribute: MarkupAttribute, _ bytes: RawSpan) throws(XLSXReadError) -> CellType {
    if attribute.valueEnd - attribute.valueStart == 1 {
      switch bytes.byte(attribute.valueStart) {
      case UInt8(ascii: "s"): return .sharedString
      case UInt8(ascii: "n"): return .number
      case UInt8(ascii: "b"): return .boolean
      case UInt8(ascii: "e"): return .error
      case UInt8(ascii: "d"): return .isoDate
      default: return .unknown
      }
    }
    switch try reader.string(of: attribute, bytes) {
    case "str": return .formulaString
    case "inlineStr": return .inlineString
    default: return .unknown
    }
  }

  /// Reads what stands inside the cell, up to its end tag.
  private mutating func cellContent(
    _ type: CellType, _ home: CellReference, _ bytes: RawSpan
  ) throws(XLSXReadError) -> CellContent {
    var content = CellContent()
    let own = reader.depth
    let passed = reader.passedChoices
    while try reader.nextChild(of: own, bytes) {
      guard reader.namespace == .spreadsheetML else { continue }
      switch reader.name {
      case .v where content.hasValue:
        let first = bytesOfValue(content, bytes)
        try readValue(bytes, into: &content)
        if bytesOfValue(content, bytes) != first { warnRepeated(home, first) }
      case .v:
        try readValue(bytes, into: &content)
      case .f:
        content.hasFormula = true
        if options.keepsFormulas {
          let start = rowText.count
          _ = try reader.appendElementText(bytes, to: &rowText)
          content.formula = start..<rowText.count
        }
      case .inlineString where type == .inlineString:
        let first = content.inline
        let start = rowText.count
        try richText.append(&reader, bytes, to: &rowText)
        content.inline = start..<rowText.count
        if richText.isDoubtful { content.hasMarkupInValue = true }
        if let first, rowText[start...] != rowText[first] { warnRepeated(home, Array(rowText[first])) }
        if richText.isFormatted {
          var table = runs ?? RunTable()
          runs = nil  // so that it is not copied
          table.add(start, richText.runs)
          runs = table
        }
      case .inlineString:
        // A cell of another type has no such text: nobody can say which of the two it shows.
        let start = rowText.count
        try richText.append(&reader, bytes, to: &rowText)
        if rowText.count > start { warnRepeated(home, Array(rowText[start...])) }
        rowText.removeSubrange(start...)
      case .c, .row:
        // A cell within a cell, which others may take for one of its own.
        content.hasMarkupInValue = true
      default:
        continue
      }
    }
    if let inline = content.inline, content.hasValue, rowText[inline] != bytesOfValue(content, bytes)[...] {
      warnRepeated(home, bytesOfValue(content, bytes))
    }
    if content.hasMarkupInValue || reader.passedChoices > passed {
      warnRepeated(home, content.inline.map { Array(rowText[$0]) } ?? bytesOfValue(content, bytes))
    }
    return content
  }

  /// Returns the bytes of a value that was read, for comparing with another.
  private func bytesOfValue(_ content: CellContent, _ bytes: RawSpan) -> [UInt8] {
    guard let place = content.place else { return scratch }
    var value: [UInt8] = []
    value.append(bytes, place.start, place.end)
    return value
  }

  /// Says that of two values of a cell the first does not count.
  private func warnRepeated(_ home: CellReference, _ first: [UInt8]) {
    let text = String(decoding: first.prefix(80), as: UTF8.self)
    warn(.repeatedCell, column: home.column, row: home.row, String(text.prefix(20)))
  }

  /// Reads a `<v>`: leaves it where it stands if it is one plain stretch of text, else puts it into `scratch`.
  private mutating func readValue(_ bytes: RawSpan, into content: inout CellContent) throws(XLSXReadError) {
    content.hasValue = true
    content.place = (0, 0)
    let own = reader.depth
    var pieces = 0
    while true {
      switch try reader.next(bytes) {
      case .text where reader.depth == own:
        pieces += 1
        if pieces == 1 && reader.isPlain {
          content.place = (reader.textStart, reader.textEnd)
          continue
        }
        if let place = content.place {
          scratch.removeAll(keepingCapacity: true)
          scratch.append(bytes, place.start, place.end)
          content.place = nil
        }
        try reader.appendText(bytes, to: &scratch)
        if scratch.count > limits.tokenBytes { throw reader.exceeded("tokenBytes", limits.tokenBytes) }
      case .end where reader.depth < own:
        return
      case .finished:
        return
      case .start:
        content.hasMarkupInValue = true
      default:
        continue
      }
    }
  }
}
