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
