internal import SpreadsheetML

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
