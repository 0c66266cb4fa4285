internal import SpreadsheetML

extension SheetParser {
  /// Makes the cell out of what was found and adds it to its row.
  mutating func addCell(
    _ home: CellReference, _ type: CellType, _ style: UInt32, _ content: CellContent, _ bytes: RawSpan
  ) throws(XLSXReadError) {
    var (kind, payload) = (Cell.Kind.blank, UInt64(0))
    if let text = content.inline {
      (kind, payload) = Self.text(text)
    } else if let place = content.place {
      (kind, payload) = value(home, type, bytes, place.start, place.end)
    } else if content.hasValue {
      // A value in pieces: the same, over the bytes where they were put together.
      let whole = scratch
      (kind, payload) = unsafe value(home, type, whole.span.bytes, 0, whole.count)  // bytes have no padding
    }
    if kind == .string || kind == .error, payload &>> 32 > UInt64(fast.textLimit) { cut(&payload, home) }
    var flags: Cell.Flags = content.hasFormula ? .formula : []
    if kind != .blank || type == .formulaString && content.hasValue { flags.insert(.cached) }
    guard kind != .blank || content.hasFormula || options.includesBlankCells else { return }
    guard rowText.count <= Int(UInt32.max) else { throw reader.exceeded("rowBytes", Int(UInt32.max)) }
    let cell = Cell(
      payload: payload, style: style, columnNumber: UInt16(truncatingIfNeeded: home.column), kind: kind, flags: flags)
    if let formula = content.formula, !formula.isEmpty {
      formulas.append(Row.FormulaText(column: home.column, range: formula))
    }
    guard home.row == row else {
      if row != nil { warn(.rowMismatch, column: home.column, row: home.row) }
      guard strays.count < limits.strayCells else {
        throw reader.exceeded("strayCells", limits.strayCells)
      }
      strays.append((home.row, cell))
      return
    }
    if let last = cells.last, last.columnNumber >= cell.columnNumber { isInOrder = false }
    if cells.count >= Self.gatheredCells { dropReplacedCells() }
    cells.append(cell)
  }

  /// Returns the value whose text is `bytes[start..<end]`.
  private mutating func value(
    _ home: CellReference, _ type: CellType, _ bytes: RawSpan, _ start: Int, _ end: Int
  ) -> (Cell.Kind, UInt64) {
    guard start < end else { return (.blank, 0) }
    switch type {
    case .sharedString: return sharedString(home, bytes, start, end)
    case .formulaString, .inlineString:
      // The text of an inline string stands in `is`; what stands in `v` other programs leave out.
      if type == .inlineString, !isBlank(bytes, start, end) {
        warn(.unknownCellType, column: home.column, row: home.row, excerpt(bytes, start, end))
      }
      let first = rowText.count
      appendUnescaped(bytes, start, end)
      return text(from: first)
    case .error: return stored(bytes, start, end, as: .error)
    case .boolean: return boolean(home, bytes, start, end)
    case .isoDate:
      if CellValue(isoDateText: bytes.string(start, end)) != nil { return stored(bytes, start, end, as: .isoDate) }
      warn(.notADate, column: home.column, row: home.row, excerpt(bytes, start, end))
      return stored(bytes, start, end, as: .string)
    case .unknown:
      warn(.unknownCellType, column: home.column, row: home.row)
      fallthrough
    case .number:
      if let number = NumberText.double(bytes, start, end) { return (.number, number.bitPattern) }
      if isBlank(bytes, start, end) { return (.blank, 0) }
      warn(.notANumber, column: home.column, row: home.row, excerpt(bytes, start, end))
      return stored(bytes, start, end, as: .string)
    }
  }

  private func sharedString(
    _ home: CellReference, _ bytes: RawSpan, _ start: Int, _ end: Int
  ) -> (Cell.Kind, UInt64) {
    if let index = NumberText.index(bytes, start, end), index < context.strings.count {
      if context.strings.isCut(index) { warnCut(home) }
      if context.strings.isDoubtful(index) {
        warn(.repeatedCell, column: home.column, row: home.row, excerpt(bytes, start, end))
      }
      return (.sharedString, UInt64(index))
    }
    if !isBlank(bytes, start, end) {
      context.warnings.lostCells += 1
      warn(.badSharedString, column: home.column, row: home.row, excerpt(bytes, start, end))
    }
    return (.blank, 0)
  }

  private mutating func boolean(
    _ home: CellReference, _ bytes: RawSpan, _ start: Int, _ end: Int
  ) -> (Cell.Kind, UInt64) {
    switch bytes.string(start, min(end, start + 8)).filter({ !$0.isWhitespace }) {
    case "1", "true", "TRUE": return (.boolean, 1)
    case "0", "false", "FALSE": return (.boolean, 0)
    default:
      warn(.notABoolean, column: home.column, row: home.row, excerpt(bytes, start, end))
      return stored(bytes, start, end, as: .string)
    }
  }

  /// Keeps text as it is.
  private mutating func stored(
    _ bytes: RawSpan, _ start: Int, _ end: Int, as kind: Cell.Kind
  ) -> (Cell.Kind, UInt64) {
    let first = rowText.count
    rowText.append(bytes, start, end)
    return (kind, text(from: first).1)
  }

  private mutating func appendUnescaped(_ bytes: RawSpan, _ start: Int, _ end: Int) {
    var previous: UInt8 = 0
    for index in start..<end {
      let byte = bytes.byte(index)
      if byte == UInt8(ascii: "x") && previous == UInt8(ascii: "_") {
        var whole: [UInt8] = []
        whole.append(bytes, start, end)
        TextRules.appendUnescaped(whole[...], to: &rowText)
        return
      }
      previous = byte
    }
    rowText.append(bytes, start, end)
  }

  /// Returns the text in `rowText` from `start` to its end; nothing when that is empty.
  private func text(from start: Int) -> (Cell.Kind, UInt64) { Self.text(start..<rowText.count) }

  private static func text(_ range: Range<Int>) -> (Cell.Kind, UInt64) {
    range.isEmpty ? (.blank, 0) : (.string, UInt64(range.lowerBound) | UInt64(range.count) << 32)
  }

  /// Cuts a text of the row that is longer than a cell may have, if it is: it has more bytes.
  private func cut(_ payload: inout UInt64, _ home: CellReference) {
    let start = Int(payload & 0xFFFF_FFFF)
    let length = TextRules.cutLength(rowText[start..<(start + Int(payload >> 32))], limits.cellCharacters)
    guard length < payload >> 32 else { return }
    payload = UInt64(start) | UInt64(length) << 32
    warnCut(home)
  }

  private func warnCut(_ home: CellReference) {
    context.warnings.lostCells += 1
    warn(.textCut, column: home.column, row: home.row, String(limits.cellCharacters))
  }

  private func isBlank(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Bool {
    for index in start..<end where !MarkupReader.isBlank(bytes.byte(index)) { return false }
    return true
  }

  private func excerpt(_ bytes: RawSpan, _ start: Int, _ end: Int) -> String {
    String(bytes.string(start, min(end, start + 80)).prefix(20))
  }
}

extension SheetParser {
  /// Reads what stands in a cell, to behind its end tag.
  @inline(__always) mutating func fastContent(_ bytes: RawSpan, _ cell: inout FastCell) -> Bool {
    var word = bytes.word(cell.position)
    if MarkupWords.low(word, 2) == 0x663C {  // <f
      guard fastFormula(bytes, &cell) else { return false }
      word = bytes.word(cell.position)
      if MarkupWords.low(word, 4) == MarkupWords.cellEnd {
        cell.position += 4
        return true
      }
      if MarkupWords.low(word, 2) == 0x763C, fastEmptyValue(bytes, &cell) { return true }  // <v
    }
    guard MarkupWords.low(word, 3) == MarkupWords.value else {
      return cell.type == .inlineString && fastInlineString(bytes, &cell)
    }
    let start = cell.position + 3
    cell.hasValue = true
    var end = -1
    switch cell.type {
    case .sharedString: end = fastIndex(bytes, start, &cell)
    case .number: end = fastNumber(bytes, start, &cell)
    case .boolean:
      let digit = bytes.byte(start) &- 0x30
      guard digit <= 1 else { return false }
      cell.kind = .boolean
      cell.payload = UInt64(digit)
      end = start + 1
    case .formulaString:
      end = PlainText.end(bytes, start, fast.textLimit)
      cell.kind = .string
      cell.text = (start, end)
    default: return false
    }
    guard end > 0, bytes.word(end) == MarkupWords.valueEnd else { return false }
    cell.position = end + 8
    return true
  }

  @inline(__always) private mutating func fastIndex(_ bytes: RawSpan, _ start: Int, _ cell: inout FastCell) -> Int {
    let word = bytes.word(start)
    let count = DigitRun.count(word)
    guard count > 0, count < 8 else { return -1 }
    let index = DigitRun.value(word, count)
    guard index < UInt64(truncatingIfNeeded: fast.stringCount) else { return -1 }
    cell.kind = .sharedString
    cell.payload = index
    return start + count
  }

  @inline(__always) private mutating func fastNumber(_ bytes: RawSpan, _ start: Int, _ cell: inout FastCell) -> Int {
    var position = start
    let isNegative = bytes.byte(position) == UInt8(ascii: "-")
    if isNegative { position += 1 }
    var word = bytes.word(position)
    var count = DigitRun.count(word)
    guard count > 0 else { return -1 }
    var digits = DigitRun.value(word, count)
    position += count
    if count == 8 {
      guard Self.moreDigits(bytes, &position, &digits) else { return -1 }
    }
    var exponent = 0
    if bytes.byte(position) == UInt8(ascii: ".") {
      position += 1
      let first = position
      word = bytes.word(position)
      count = DigitRun.count(word)
      guard count > 0, digits < 10_000_000_000 else { return -1 }
      digits = digits &* DigitRun.power(count) &+ DigitRun.value(word, count)
      position += count
      if count == 8 {
        guard Self.moreDigits(bytes, &position, &digits) else { return -1 }
      }
      exponent = first - position
    }
    if bytes.byte(position) | 0x20 == UInt8(ascii: "e") {
      guard Self.power(bytes, &position, &exponent) else { return -1 }
    }
    guard let value = ExactDecimal.double(digits, exponent: exponent) else { return -1 }
    cell.kind = .number
    cell.payload = (isNegative ? -value : value).bitPattern
    return position
  }

  /// Takes the digits behind the first eight; `false` when they are too many for 64 bits.
  private static func moreDigits(_ bytes: RawSpan, _ position: inout Int, _ digits: inout UInt64) -> Bool {
    while true {
      let word = bytes.word(position)
      let count = DigitRun.count(word)
      guard count > 0 else { return true }
      let (product, tooLarge) = digits.multipliedReportingOverflow(by: DigitRun.power(count))
      let (sum, isOver) = product.addingReportingOverflow(DigitRun.value(word, count))
      guard !tooLarge, !isOver else { return false }
      digits = sum
      position += count
      guard count == 8 else { return true }
    }
  }

  /// Takes `E-7` and the like, of at most three digits.
  private static func power(_ bytes: RawSpan, _ position: inout Int, _ exponent: inout Int) -> Bool {
    position += 1
    let sign = bytes.byte(position)
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { position += 1 }
    let word = bytes.word(position)
    let count = DigitRun.count(word)
    guard count > 0, count < 4 else { return false }
    let power = Int(truncatingIfNeeded: DigitRun.value(word, count))
    exponent += sign == UInt8(ascii: "-") ? -power : power
    position += count
    return true
  }
}
