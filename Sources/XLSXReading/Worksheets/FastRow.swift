/// What the fast path knows of the sheet and of the row it is in.
struct FastRow {
  /// The sheet may be read by it: SpreadsheetML is the default namespace, and no limit is so low that it would have
  /// to be compared with each token.
  var isOn = false
  /// Namespace bindings in force among the rows.
  var bindings = 0
  /// Shared strings, up to the first that had to be cut.
  var stringCount = 0
  /// Bytes of a text that is never too long: a longer one is for the general path.
  var textLimit = 0
  var styleCount = 0

  /// The cells of this row may be read by it.
  var isRowOn = false
  /// The row's number and the quote after it, as in `12"`.
  var digits: UInt64 = 0
  var mask: UInt64 = 0
  var length = 0

  /// What stood behind the number in the last row tag that the general path has read, `"` to `>`, in words filled up
  /// with zeros: a tag that goes on in the same way says the same.
  var tagWords: [UInt64] = []
  var tagLength = 0
  var tagIsHidden = false

  /// Bytes of a row tag behind its number that are kept at most.
  static let tagLimit = 160

  /// Sets the digits for a zero-based row.
  mutating func enter(row: Int) {
    var rest = UInt64(truncatingIfNeeded: row) + 1
    digits = 0x22
    mask = 0xFF
    length = 1
    while rest > 0 {
      digits = digits &<< 8 | (rest % 10 + 0x30)
      mask = mask &<< 8 | 0xFF
      length += 1
      rest /= 10
    }
  }

  /// Remembers a row tag by the bytes behind its number.
  mutating func learn(_ bytes: RawSpan, from start: Int, to end: Int, isHidden: Bool) {
    tagWords.removeAll(keepingCapacity: true)
    tagWords.reserveCapacity(Self.tagLimit / 8)
    tagLength = 0
    guard end - start <= Self.tagLimit else { return }
    var position = start
    while position < end {
      tagWords.append(MarkupWords.low(bytes.word(position), min(8, end - position)))
      position += 8
    }
    tagLength = end - start
    tagIsHidden = isHidden
  }

  /// Returns whether the bytes from `start` on are those of the remembered tag.
  @inline(__always) func matchesTag(_ bytes: RawSpan, at start: Int) -> Bool {
    guard tagLength > 0 else { return false }
    var position = start
    var rest = tagLength
    for index in tagWords.indices {
      guard MarkupWords.low(bytes.word(position) ^ tagWords[index], min(8, rest)) == 0 else { return false }
      position &+= 8
      rest &-= 8
    }
    return true
  }
}
