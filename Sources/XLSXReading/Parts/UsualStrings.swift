/// The fast path of the shared strings: items as nearly all producers write them.
struct UsualStrings {
  let limits: ReadLimits
  let byteLimit: Int
  /// Bytes of a text that is never too long for a cell.
  let textLimit: Int
  /// Bytes of the part, zeros included: places behind it are those of joined text.
  let partLength: Int
  /// Bytes of all texts so far.
  var textBytes = 0

  init(limits: ReadLimits, byteLimit: Int, partLength: Int) {
    self.limits = limits
    self.byteLimit = byteLimit
    textLimit = min(limits.tokenBytes, limits.cellCharacters)
    self.partLength = partLength
  }

  /// Returns the place of joined text.
  func place(_ start: Int, _ end: Int) -> UInt64 { Self.place(partLength + start, partLength + end) }

  private static func place(_ start: Int, _ end: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: start) &<< 32 | UInt64(truncatingIfNeeded: end)
  }

  /// Takes items for as long as they are of the usual form: one text, or runs whose formats were met before. Leaves
  /// the reader before the first that is not, or that goes past a limit.
  mutating func take(
    _ reader: inout MarkupReader, _ bytes: RawSpan, _ known: RichText, _ joined: inout [UInt8], _ places: inout [UInt64]
  ) {
    guard !reader.endsNext, reader.open.count == 1 else { return }
    while places.count < limits.sharedStrings {
      let start = PlainText.pastBlanks(bytes, reader.position)
      guard MarkupWords.low(bytes.word(start), 4) == MarkupWords.item else { return }
      let isRuns = MarkupWords.low(bytes.word(start + 4), 3) == MarkupWords.run
      let end = isRuns ? runs(bytes, start + 4, known, &joined, &places) : single(bytes, start + 4, &places)
      guard end > 0 else { return }
      reader.position = end
    }
  }

  /// Reads an item of one text, which stays where it stands; gives where `</si>` ends, -1 for any other form.
  @inline(__always) private mutating func single(_ bytes: RawSpan, _ start: Int, _ places: inout [UInt64]) -> Int {
    let text = text(bytes, start)
    guard text.next > 0, MarkupWords.low(bytes.word(text.next), 5) == MarkupWords.itemEnd,
      textBytes &+ text.end &- text.start <= byteLimit
    else { return -1 }
    textBytes += text.end - text.start
    places.append(Self.place(text.start, text.end))
    return text.next + 5
  }

  /// Reads an item of runs and joins their texts; gives where `</si>` ends, -1 for any other form.
  private mutating func runs(
    _ bytes: RawSpan, _ start: Int, _ known: RichText, _ joined: inout [UInt8], _ places: inout [UInt64]
  ) -> Int {
    let mark = joined.count
    var position = start
    repeat {
      let text = text(bytes, known.pastFormat(bytes, position + 3))
      guard text.next > 0, MarkupWords.low(bytes.word(text.next), 4) == MarkupWords.runEnd else {
        joined.removeLast(joined.count - mark)
        return -1
      }
      joined.append(bytes, text.start, text.end)
      position = text.next + 4
    } while MarkupWords.low(bytes.word(position), 3) == MarkupWords.run
    guard MarkupWords.low(bytes.word(position), 5) == MarkupWords.itemEnd,
      textBytes + joined.count - mark <= byteLimit, joined.count - mark <= textLimit
    else {
      joined.removeLast(joined.count - mark)
      return -1
    }
    textBytes += joined.count - mark
    places.append(place(mark, joined.count))
    return position + 5
  }

  /// Returns the text of a `<t>` and where `</t>` ends; -1 for any other form.
  @inline(__always) private func text(_ bytes: RawSpan, _ start: Int) -> (start: Int, end: Int, next: Int) {
    let word = bytes.word(start)
    var (first, isKept) = (start + 3, false)
    if MarkupWords.low(word, 3) != MarkupWords.text {
      guard MarkupWords.low(word, 4) == MarkupWords.keptText, PlainText.isKeepingSpace(bytes, start + 4) else {
        return (0, 0, -1)
      }
      (first, isKept) = (start + 24, true)
    }
    let end = PlainText.end(bytes, first, textLimit)
    guard end > 0, MarkupWords.low(bytes.word(end), 4) == MarkupWords.plainTextEnd else { return (0, 0, -1) }
    let kept = isKept ? (start: first, end: end) : PlainText.trimmed(bytes, first, end)
    return (kept.start, kept.end, end + 4)
  }
}
