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
    fast.stringCount = context.strings.uncutCount
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
