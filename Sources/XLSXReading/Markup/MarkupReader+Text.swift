extension MarkupReader {
  /// Reads text up to the next `<`. Outside the root only white space may stand; that gives `false`.
  mutating func text(_ bytes: RawSpan) throws(XLSXReadError) -> Bool {
    textStart = position
    isPlain = true
    isCDATA = false
    while true {
      let word = bytes.word(position)
      // A high bit for each byte that is 0, &, < or CR. Borrows make false hits only above a true one.
      let hits =
        Self.zeros(word) | Self.zeros(word ^ 0x2626_2626_2626_2626)
        | Self.zeros(word ^ 0x3C3C_3C3C_3C3C_3C3C) | Self.zeros(word ^ 0x0D0D_0D0D_0D0D_0D0D)
      if hits == 0 {
        position += 8
        continue
      }
      position += hits.trailingZeroBitCount / 8
      let byte = bytes.byte(position)
      if byte == UInt8(ascii: "<") { break }
      if byte == 0 {
        guard position == contentEnd else { throw malformed("a NUL byte") }
        break
      }
      isPlain = false
      position += 1
    }
    textEnd = position
    try checkTokenLength()
    if !open.isEmpty { return true }
    for index in textStart..<textEnd where !Self.isBlank(bytes.byte(index)) {
      throw malformed("text outside the root element", at: index)
    }
    return false
  }

  @inline(__always) static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// Reads `<!…`: passes a comment over, gives `true` for a CDATA section, refuses a DOCTYPE.
  mutating func declaration(_ bytes: RawSpan) throws(XLSXReadError) -> Bool {
    if starts(bytes, with: "<!--") {
      try skipComment(bytes)
      return false
    }
    if starts(bytes, with: "<![CDATA[") {
      guard !open.isEmpty else { throw malformed("text outside the root element") }
      textStart = position + 9
      try skipCDATA(bytes, from: textStart)
      textEnd = position - 3
      isPlain = true
      for index in textStart..<textEnd where bytes.byte(index) == 0x0D { isPlain = false }
      isCDATA = true
      try checkTokenLength()
      return true
    }
    if starts(bytes, with: "<!DOCTYPE") { throw XLSXReadError(.doctype, part: part, offset: position) }
    throw malformed("<! without a meaning")
  }

  private func starts(_ bytes: RawSpan, with word: StaticString) -> Bool {
    // The sentinel is longer than any word asked for.
    for index in 0..<word.utf8CodeUnitCount
    where unsafe bytes.byte(position + index) != word.utf8Start[index] { return false }
    return true
  }

  private mutating func skipComment(_ bytes: RawSpan) throws(XLSXReadError) {
    position += 4
    while true {
      try skip(bytes, past: (UInt8(ascii: "-"), UInt8(ascii: "-")), from: position)
      if bytes.byte(position) == UInt8(ascii: ">") { break }
      // In "--->" the second and third hyphen count.
      position -= 1
    }
    position += 1
  }

  private mutating func skipCDATA(_ bytes: RawSpan, from start: Int) throws(XLSXReadError) {
    position = start
    while true {
      try skip(bytes, past: (UInt8(ascii: "]"), UInt8(ascii: "]")), from: position)
      if bytes.byte(position) == UInt8(ascii: ">") { break }
      position -= 1
    }
    position += 1
  }

  /// Goes past the next two bytes that read `pair`.
  mutating func skip(_ bytes: RawSpan, past pair: (UInt8, UInt8), from start: Int) throws(XLSXReadError) {
    position = start
    while true {
      let byte = bytes.byte(position)
      if byte == pair.0 && bytes.byte(position + 1) == pair.1 { break }
      if byte == 0 {
        throw malformed(position == contentEnd ? "the part ends inside a comment or the like" : "a NUL byte")
      }
      position += 1
    }
    position += 2
  }
}
