/// The fast path of the shared strings: items as nearly all producers write them.
struct UsualStrings {
  let limits: ReadLimits
  let byteLimit: Int

  /// Takes items for as long as they are of the usual form: one text, or runs whose formats were met before. Leaves
  /// the reader before the first that is not, or that goes past a limit.
  func take(
    _ reader: inout MarkupReader, _ bytes: RawSpan, _ known: RichText, _ arena: inout [UInt8], _ ends: inout [UInt32]
  ) {
    guard !reader.endsNext, reader.depth == 1 else { return }
    while ends.count < limits.sharedStrings {
      let start = PlainText.pastBlanks(bytes, reader.position)
      guard MarkupWords.low(bytes.word(start), 4) == MarkupWords.item else { return }
      let mark = arena.count
      let end = item(bytes, start + 4, known, &arena)
      guard end > 0, arena.count <= byteLimit else {
        arena.removeLast(arena.count - mark)
        return
      }
      ends.append(UInt32(truncatingIfNeeded: arena.count))
      reader.position = end
    }
  }

  /// Reads what stands in `<si>`; gives where `</si>` ends, -1 for any other form.
  private func item(_ bytes: RawSpan, _ start: Int, _ known: RichText, _ arena: inout [UInt8]) -> Int {
    var position = start
    if MarkupWords.low(bytes.word(position), 3) == MarkupWords.run {
      repeat {
        position = text(bytes, known.pastFormat(bytes, position + 3), &arena)
        guard position > 0, MarkupWords.low(bytes.word(position), 4) == MarkupWords.runEnd else { return -1 }
        position += 4
      } while MarkupWords.low(bytes.word(position), 3) == MarkupWords.run
    } else {
      position = text(bytes, position, &arena)
      guard position > 0 else { return -1 }
    }
    return MarkupWords.low(bytes.word(position), 5) == MarkupWords.itemEnd ? position + 5 : -1
  }

  /// Appends the text of a `<t>`; gives where `</t>` ends, -1 for any other form.
  @inline(__always) private func text(_ bytes: RawSpan, _ start: Int, _ arena: inout [UInt8]) -> Int {
    let word = bytes.word(start)
    var (first, isKept) = (start + 3, false)
    if MarkupWords.low(word, 3) != MarkupWords.text {
      guard MarkupWords.low(word, 4) == MarkupWords.keptText, PlainText.isKeepingSpace(bytes, start + 4) else {
        return -1
      }
      (first, isKept) = (start + 24, true)
    }
    let end = PlainText.end(bytes, first, limits.tokenBytes)
    guard end > 0, MarkupWords.low(bytes.word(end), 4) == MarkupWords.plainTextEnd else { return -1 }
    let kept = isKept ? (start: first, end: end) : PlainText.trimmed(bytes, first, end)
    arena.append(bytes, kept.start, kept.end)
    return end + 4
  }
}
