internal import SpreadsheetML

// How the fast path works
//
// Beside the general path, never instead of it: it knows the few byte sequences that nearly all producers write, and
// compares them a word at a time. Whatever is not one of them is left alone: the reader stays before that tag, the
// general path reads it, and the fast path goes on behind it. So it has no errors and no warnings of its own.
//
// - A row tag is taken when what stands behind its number is, byte for byte, what stood in the last tag that the
//   general path has read: the same attributes then say the same.
// - A cell is taken only when it is known to its end tag; until then nothing is changed but local variables.
// - Loads go past the end of a token, never past the part's zeros (`PartBytes.sentinel`): a compare fails at them.

extension SheetParser {
  /// Settles at the start of the cells whether the fast path may be used in this sheet.
  mutating func prepareFastPath(_ bytes: RawSpan) {
    let tokensAreLong = limits.tokenBytes >= 2 * FastRow.tagLimit && limits.attributes >= 8 && limits.depth >= 8
    // A row's text is then below 4 GB, since it is never longer here than in the part.
    let textFits = bytes.byteCount <= Int(UInt32.max)
    fast.isOn =
      options.path == .fast && tokensAreLong && textFits && reader.namespace(ofPrefix: 0, 0, bytes) == .spreadsheetML
    fast.bindings = reader.bindings.count
    fast.stringCount = context.strings.soundCount
    fast.styleCount = context.styles.count
  }

  /// Reads a row tag like the last one; gives whether the row is hidden, `nil` when the tag is of another form.
  mutating func beginFastRow(_ bytes: RawSpan) -> Bool? {
    guard fast.isOn, !reader.endsNext, reader.open.count == 2, rowCount < limits.rows else { return nil }
    let start = PlainText.pastBlanks(bytes, reader.position)
    guard bytes.word(start) == MarkupWords.rowStart else { return nil }
    let digits = bytes.word(start + 8)
    let count = DigitRun.count(digits)
    guard count > 0, count < 8, fast.matchesTag(bytes, at: start + 8 + count) else { return nil }
    let number = Int(truncatingIfNeeded: DigitRun.value(digits, count))
    guard number > 0, number <= CellReference.rowLimit else { return nil }
    reader.position = start + 8 + count + fast.tagLength
    reader.open.append(
      OpenElement(
        name: .row, namespace: .spreadsheetML, nameStart: start + 1, localStart: start + 1, nameEnd: start + 4,
        bindings: fast.bindings))
    clearRow()
    rowCount += 1
    row = number - 1
    lastRow = number - 1
    fast.isRowOn = true
    fast.enter(row: number - 1)
    return fast.tagIsHidden
  }

  /// Learns from a row tag that the general path has read.
  mutating func learnRow(_ bytes: RawSpan, isHidden: Bool) {
    fast.isRowOn = false
    // Not in alternate content: the fast path knows nothing of it.
    guard fast.isOn, let row, !reader.endsNext, reader.open.count == 3, reader.bindings.count == fast.bindings,
      reader.nameEnd - reader.nameStart == 3
    else { return }
    fast.isRowOn = true
    fast.enter(row: row)
    if let first = reader.attributes.first, first.name == .r, bytes.word(reader.tokenStart) == MarkupWords.rowStart {
      fast.learn(bytes, from: first.valueEnd, to: reader.position, isHidden: isHidden)
    }
  }

  /// Reads cells for as long as they are of the usual form. Gives whether the row's end was reached; else the reader
  /// stands before what the general path has to read.
  mutating func parseFastCells(_ bytes: RawSpan) -> Bool {
    var position = PlainText.pastBlanks(bytes, reader.position)
    while true {
      let word = bytes.word(position)
      if MarkupWords.low(word, 6) == MarkupWords.rowEnd {
        reader.open.removeLast()
        reader.position = position + 6
        return true
      }
      let next = MarkupWords.low(word, 2) == MarkupWords.cell ? fastCell(bytes, position) : -1
      guard next > 0 else {
        reader.position = position
        return false
      }
      position = bytes.byte(next) == UInt8(ascii: "<") ? next : PlainText.pastBlanks(bytes, next)
    }
  }
}

extension SheetParser {
  /// What a cell's start tag says, and what was found behind it.
  struct FastCell {
    var position: Int
    var column: Int
    var style: UInt32 = 0
    var type = CellType.number
    /// The tag closes itself.
    var isEmpty = false
    var hasFormula = false
    var formula: (start: Int, end: Int) = (0, 0)
    var kind = Cell.Kind.blank
    var payload: UInt64 = 0
    /// Where the text stands in the part, for a kind that has some.
    var text: (start: Int, end: Int) = (0, 0)
    /// A value was there, be it empty.
    var hasValue = false
  }

  /// Reads the cell that begins at `start`; gives where it ends, -1 when it is not of the usual form.
  @inline(__always) mutating func fastCell(_ bytes: RawSpan, _ start: Int) -> Int {
    guard cellCount < limits.cells else { return -1 }
    var cell = FastCell(position: start + 2, column: column + 1)
    guard fastReference(bytes, &cell), fastAttributes(bytes, &cell) else { return -1 }
    if !cell.isEmpty {
      if let columns = options.columns, !columns.contains(cell.column) {
        guard skipFastContent(bytes, &cell) else { return -1 }
        column = cell.column
        cellCount += 1
        return cell.position
      }
      guard fastContent(bytes, &cell) else { return -1 }
    } else if let columns = options.columns, !columns.contains(cell.column) {
      column = cell.column
      cellCount += 1
      return cell.position
    }
    column = cell.column
    cellCount += 1
    addFastCell(bytes, cell)
    return cell.position
  }

  /// Reads ` r="C7"`, if that is there: letters, then the digits of this row.
  @inline(__always) private mutating func fastReference(_ bytes: RawSpan, _ cell: inout FastCell) -> Bool {
    let word = bytes.word(cell.position)
    if MarkupWords.low(word, 4) == MarkupWords.reference {
      var place = cell.position + 4
      var column = Int(truncatingIfNeeded: word &>> 32 & 0xFF) &- 0x41
      guard column >= 0, column < 26 else { return false }
      place += 1
      var letter = Int(truncatingIfNeeded: word &>> 40 & 0xFF) &- 0x41
      if letter >= 0 && letter < 26 {
        column = (column + 1) * 26 + letter
        place += 1
        letter = Int(truncatingIfNeeded: word &>> 48 & 0xFF) &- 0x41
        if letter >= 0 && letter < 26 {
          column = (column + 1) * 26 + letter
          place += 1
        }
      }
      guard (bytes.word(place) ^ fast.digits) & fast.mask == 0 else { return false }
      cell.column = column
      cell.position = place + fast.length
    }
    return cell.column < CellReference.columnLimit
  }

  /// Reads `s` and `t` in either order, and the end of the tag.
  @inline(__always) private mutating func fastAttributes(_ bytes: RawSpan, _ cell: inout FastCell) -> Bool {
    var sawStyle = false
    var sawType = false
    while true {
      let word = bytes.word(cell.position)
      if word & 0xFF == UInt64(UInt8(ascii: ">")) {
        cell.position += 1
        return true
      }
      if MarkupWords.low(word, 4) == MarkupWords.style && !sawStyle {
        sawStyle = true
        guard fastStyle(bytes, word, &cell) else { return false }
      } else if MarkupWords.low(word, 4) == MarkupWords.type && !sawType {
        sawType = true
        guard fastType(bytes, word, &cell) else { return false }
      } else {
        let isSpaced = MarkupWords.low(word, 3) == 0x3E_2F20  // " />", as openpyxl writes it
        guard isSpaced || MarkupWords.low(word, 2) == 0x3E2F else { return false }  // />
        cell.position += isSpaced ? 3 : 2
        cell.isEmpty = true
        return true
      }
    }
  }

  @inline(__always) private mutating func fastStyle(_ bytes: RawSpan, _ word: UInt64, _ cell: inout FastCell) -> Bool {
    let count = DigitRun.count(word &>> 32)
    // At most three digits: the fourth byte has to be the quote.
    guard count > 0, count < 4, word &>> UInt64(32 + count * 8) & 0xFF == 0x22 else { return false }
    let style = DigitRun.value(word &>> 32, count)
    guard style == 0 || style < UInt64(truncatingIfNeeded: fast.styleCount) else { return false }
    cell.style = UInt32(truncatingIfNeeded: style)
    cell.position += 5 + count
    return true
  }

  @inline(__always) private mutating func fastType(_ bytes: RawSpan, _ word: UInt64, _ cell: inout FastCell) -> Bool {
    switch word &>> 32 & 0xFFFF {
    case 0x2273: cell.type = .sharedString  // s"
    case 0x226E: cell.type = .number  // n"
    case 0x2262: cell.type = .boolean  // b"
    default:
      if word &>> 32 == 0x2272_7473 {  // str"
        cell.type = .formulaString
        cell.position += 8
        return true
      }
      guard bytes.word(cell.position + 4) == MarkupWords.inlineType,
        MarkupWords.low(bytes.word(cell.position + 12), 2) == 0x2272  // r"
      else { return false }
      cell.type = .inlineString
      cell.position += 14
      return true
    }
    cell.position += 6
    return true
  }

  /// Adds the cell to its row, as `addCell` does.
  @inline(__always) private mutating func addFastCell(_ bytes: RawSpan, _ cell: FastCell) {
    var (kind, payload) = (cell.kind, cell.payload)
    if kind == .string {
      let start = rowText.count
      rowText.append(bytes, cell.text.start, cell.text.end)
      payload = UInt64(start) | UInt64(cell.text.end - cell.text.start) << 32
      if cell.text.start == cell.text.end { (kind, payload) = (.blank, 0) }
    }
    var flags: Cell.Flags = cell.hasFormula ? .formula : []
    if kind != .blank || cell.type == .formulaString && cell.hasValue { flags.insert(.cached) }
    guard kind != .blank || cell.hasFormula || options.includesBlankCells else { return }
    if cell.formula.start < cell.formula.end && options.keepsFormulas {
      let start = rowText.count
      rowText.append(bytes, cell.formula.start, cell.formula.end)
      formulas.append(Row.FormulaText(column: cell.column, range: start..<rowText.count))
    }
    if let last = cells.last, last.column >= cell.column {
      isInOrder = false
      if cells.count >= Self.gatheredCells { dropReplacedCells() }
    }
    cells.append(
      Cell(
        payload: payload, style: cell.style, columnNumber: UInt16(truncatingIfNeeded: cell.column), kind: kind,
        flags: flags))
  }
}

extension SheetParser {
  /// Reads `<is><t>…</t></is></c>`, with or without `xml:space="preserve"`.
  mutating func fastInlineString(_ bytes: RawSpan, _ cell: inout FastCell) -> Bool {
    var (start, isKept) = (cell.position + 7, false)
    if MarkupWords.low(bytes.word(cell.position), 7) != MarkupWords.inlineText {
      guard bytes.word(cell.position) == MarkupWords.inlineKept, PlainText.isKeepingSpace(bytes, cell.position + 8)
      else { return false }
      (start, isKept) = (cell.position + 28, true)
    }
    let end = PlainText.end(bytes, start, fast.textLimit)
    guard end > 0, bytes.word(end) == MarkupWords.textEnd,
      MarkupWords.low(bytes.word(end + 8), 5) == MarkupWords.textEndTail
    else { return false }
    cell.kind = .string
    cell.text = isKept ? (start, end) : PlainText.trimmed(bytes, start, end)
    cell.position = end + 13
    return true
  }

  /// Reads a formula of the usual forms, to behind `</f>`.
  mutating func fastFormula(_ bytes: RawSpan, _ cell: inout FastCell) -> Bool {
    var start = cell.position + 3
    let word = bytes.word(cell.position)
    cell.hasFormula = true
    if word == MarkupWords.sharedFormula {
      guard bytes.word(cell.position + 8) == MarkupWords.sharedIndex,
        MarkupWords.low(bytes.word(cell.position + 16), 2) == 0x223D  // ="
      else { return false }
      let digits = bytes.word(cell.position + 18)
      let count = DigitRun.count(digits)
      let end = cell.position + 18 + count
      guard count > 0, count < 8, MarkupWords.low(bytes.word(end), 3) == 0x3E_2F22 else { return false }  // "/>
      cell.position = end + 3
      return true
    }
    if word == MarkupWords.officeFormula {
      guard MarkupWords.low(bytes.word(cell.position + 8), 7) == MarkupWords.officeFormulaEnd else { return false }
      start = cell.position + 15
    } else if MarkupWords.low(word, 3) != MarkupWords.formula {
      return false
    }
    let end = options.keepsFormulas ? rawTextEnd(bytes, start) : PlainText.tagStart(bytes, start, limits.tokenBytes)
    guard end > 0, MarkupWords.low(bytes.word(end), 4) == MarkupWords.formulaEnd else { return false }
    cell.formula = (start, end)
    cell.position = end + 4
    return true
  }

  /// Returns where text that is its bytes, escapes left alone, ends.
  private mutating func rawTextEnd(_ bytes: RawSpan, _ start: Int) -> Int {
    let end = PlainText.tagStart(bytes, start, limits.tokenBytes)
    guard end > 0 else { return -1 }
    for index in start..<end where bytes.byte(index) == UInt8(ascii: "&") || bytes.byte(index) == 0x0D { return -1 }
    return end
  }

  /// Reads the empty values that go with formulas nobody has calculated.
  mutating func fastEmptyValue(_ bytes: RawSpan, _ cell: inout FastCell) -> Bool {
    let word = bytes.word(cell.position)
    let length: Int
    if word == MarkupWords.emptyValue {
      length = 8
    } else if word == MarkupWords.emptyValueSpaced && bytes.byte(cell.position + 8) == UInt8(ascii: ">") {
      length = 9
    } else if word == MarkupWords.emptyValueLong
      && MarkupWords.low(bytes.word(cell.position + 8), 3) == MarkupWords.cellEndTail
    {
      length = 11
    } else {
      return false
    }
    cell.hasValue = true
    cell.position += length
    return true
  }

  /// Passes over what stands in a cell that is not wanted.
  mutating func skipFastContent(_ bytes: RawSpan, _ cell: inout FastCell) -> Bool {
    guard MarkupWords.low(bytes.word(cell.position), 3) == MarkupWords.value else { return false }
    let end = PlainText.tagStart(bytes, cell.position + 3, limits.tokenBytes)
    guard end > 0, bytes.word(end) == MarkupWords.valueEnd else { return false }
    cell.position = end + 8
    return true
  }
}
