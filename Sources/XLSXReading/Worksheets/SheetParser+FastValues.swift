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
