extension SheetParser {
  /// Where the text from `start` on ends, at a `<`; -1 when it is not simply its bytes: at a reference, a carriage
  /// return, what may be `_xHHHH_`, a zero, or when it is longer than a token may be.
  @inline(__always) func plainTextEnd(_ bytes: RawSpan, _ start: Int) -> Int {
    var position = start
    while true {
      let word = bytes.word(position)
      let hits =
        Self.zeros(word) | Self.zeros(word ^ 0x2626_2626_2626_2626) | Self.zeros(word ^ 0x3C3C_3C3C_3C3C_3C3C)
        | Self.zeros(word ^ 0x0D0D_0D0D_0D0D_0D0D) | Self.zeros(word ^ 0x5F5F_5F5F_5F5F_5F5F)
      if hits == 0 {
        position += 8
        continue
      }
      position += hits.trailingZeroBitCount / 8
      let byte = bytes.byte(position)
      if byte == UInt8(ascii: "<") { return position - start <= limits.tokenBytes ? position : -1 }
      guard byte == UInt8(ascii: "_"), bytes.byte(position + 1) != UInt8(ascii: "x") else { return -1 }
      position += 1
    }
  }

  /// Where the next `<` stands; -1 at a zero, and after more than a token may hold.
  @inline(__always) private func tagStart(_ bytes: RawSpan, _ start: Int) -> Int {
    var position = start
    while true {
      let word = bytes.word(position)
      let hits = Self.zeros(word) | Self.zeros(word ^ 0x3C3C_3C3C_3C3C_3C3C)
      if hits == 0 {
        position += 8
        continue
      }
      position += hits.trailingZeroBitCount / 8
      guard bytes.byte(position) == UInt8(ascii: "<"), position - start <= limits.tokenBytes else { return -1 }
      return position
    }
  }

  /// A high bit for each byte that is zero; borrows make false ones only above a true one.
  @inline(__always) private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// Reads `<is><t>…</t></is></c>`, with or without `xml:space="preserve"`.
  func fastInlineString(_ bytes: RawSpan, _ cell: inout FastCell) -> Bool {
    var (start, isKept) = (cell.position + 7, false)
    if MarkupWords.low(bytes.word(cell.position), 7) != MarkupWords.inlineText {
      guard bytes.word(cell.position) == MarkupWords.inlineKept, Self.isKeepingSpace(bytes, cell.position + 8)
      else { return false }
      (start, isKept) = (cell.position + 28, true)
    }
    let end = plainTextEnd(bytes, start)
    guard end > 0, bytes.word(end) == MarkupWords.textEnd,
      MarkupWords.low(bytes.word(end + 8), 5) == MarkupWords.textEndTail
    else { return false }
    cell.kind = .string
    cell.text = isKept ? (start, end) : Self.trimmed(bytes, start, end)
    cell.position = end + 13
    return true
  }

  /// Whether `ml:space="preserve">` stands at `start`.
  static func isKeepingSpace(_ bytes: RawSpan, _ start: Int) -> Bool {
    bytes.word(start) == MarkupWords.spaceName && bytes.word(start + 8) == MarkupWords.spaceValue
      && MarkupWords.low(bytes.word(start + 16), 4) == MarkupWords.spaceEnd
  }

  /// The text without white space around it.
  @inline(__always) static func trimmed(_ bytes: RawSpan, _ start: Int, _ end: Int) -> (start: Int, end: Int) {
    var (first, last) = (start, end)
    while first < last, MarkupReader.isBlank(bytes.byte(first)) { first += 1 }
    while last > first, MarkupReader.isBlank(bytes.byte(last - 1)) { last -= 1 }
    return (first, last)
  }

  /// Reads a formula of the usual forms, to behind `</f>`.
  func fastFormula(_ bytes: RawSpan, _ cell: inout FastCell) -> Bool {
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
    let end = options.keepsFormulas ? rawTextEnd(bytes, start) : tagStart(bytes, start)
    guard end > 0, MarkupWords.low(bytes.word(end), 4) == MarkupWords.formulaEnd else { return false }
    cell.formula = (start, end)
    cell.position = end + 4
    return true
  }

  /// Where text that is its bytes, escapes left alone, ends.
  private func rawTextEnd(_ bytes: RawSpan, _ start: Int) -> Int {
    let end = tagStart(bytes, start)
    guard end > 0 else { return -1 }
    for index in start..<end where bytes.byte(index) == UInt8(ascii: "&") || bytes.byte(index) == 0x0D { return -1 }
    return end
  }

  /// Reads the empty values that go with formulas nobody has calculated.
  func fastEmptyValue(_ bytes: RawSpan, _ cell: inout FastCell) -> Bool {
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
  func skipFastContent(_ bytes: RawSpan, _ cell: inout FastCell) -> Bool {
    guard MarkupWords.low(bytes.word(cell.position), 3) == MarkupWords.value else { return false }
    let end = tagStart(bytes, cell.position + 3)
    guard end > 0, bytes.word(end) == MarkupWords.valueEnd else { return false }
    cell.position = end + 8
    return true
  }
}
