/// Text and white space of the usual forms, for the fast paths; -1 or the same place stand for "not of that form".
enum PlainText {
  /// White space between elements that is passed over at most.
  private static let blankLimit = 64

  /// Returns where the next byte that is not white space stands; the same place after more of it than is usual.
  @inline(__always) static func pastBlanks(_ bytes: RawSpan, _ start: Int) -> Int {
    var position = start
    while bytes.byte(position) <= 0x20 {
      guard MarkupReader.isBlank(bytes.byte(position)), position - start < blankLimit else { return start }
      position += 1
    }
    return position
  }

  /// Returns where the text from `start` on ends, at a `<`; -1 when it is not simply its bytes: at a reference, a
  /// carriage return, what may be `_xHHHH_`, a zero, or when it is longer than `limit`.
  @inline(__always) static func end(_ bytes: RawSpan, _ start: Int, _ limit: Int) -> Int {
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
      if byte == UInt8(ascii: "<") { return position - start <= limit ? position : -1 }
      guard byte == UInt8(ascii: "_"), bytes.byte(position + 1) != UInt8(ascii: "x") else { return -1 }
      position += 1
    }
  }

  /// Returns where the next `<` stands; -1 at a zero, and after more than `limit` bytes.
  @inline(__always) static func tagStart(_ bytes: RawSpan, _ start: Int, _ limit: Int) -> Int {
    var position = start
    while true {
      let word = bytes.word(position)
      let hits = Self.zeros(word) | Self.zeros(word ^ 0x3C3C_3C3C_3C3C_3C3C)
      if hits == 0 {
        position += 8
        continue
      }
      position += hits.trailingZeroBitCount / 8
      guard bytes.byte(position) == UInt8(ascii: "<"), position - start <= limit else { return -1 }
      return position
    }
  }

  /// Returns a high bit for each byte that is zero; borrows make false ones only above a true one.
  @inline(__always) private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// Returns whether `ml:space="preserve">` stands at `start`.
  static func isKeepingSpace(_ bytes: RawSpan, _ start: Int) -> Bool {
    bytes.word(start) == MarkupWords.spaceName && bytes.word(start + 8) == MarkupWords.spaceValue
      && MarkupWords.low(bytes.word(start + 16), 4) == MarkupWords.spaceEnd
  }

  /// Returns the text without white space around it.
  @inline(__always) static func trimmed(_ bytes: RawSpan, _ start: Int, _ end: Int) -> (start: Int, end: Int) {
    var (first, last) = (start, end)
    while first < last, MarkupReader.isBlank(bytes.byte(first)) { first += 1 }
    while last > first, MarkupReader.isBlank(bytes.byte(last - 1)) { last -= 1 }
    return (first, last)
  }
}
