extension String {
  /// Returns true if the bytes of other words stand in this text, one after the other.
  ///
  /// `contains` compares characters, which costs many times as much; in Chinese text both find the same.
  package func includes(_ words: String) -> Bool { utf8Span.span.includes(words.utf8Span.span) }

  /// Returns true if both texts are the same byte for byte: `==` also takes for equal what is only written otherwise.
  package func hasSameBytes(as other: String) -> Bool {
    let (own, others) = (utf8Span.span, other.utf8Span.span)
    guard own.count == others.count else { return false }
    for place in own.indices where own[place] != others[place] { return false }
    return true
  }

  /// Feeds the bytes of the text to a hasher: a text would be brought into a normal form first.
  package func hashBytes(into hasher: inout Hasher) {
    let bytes = utf8Span.span
    var word: UInt64 = 0
    for place in bytes.indices {
      word = word << 8 | UInt64(bytes[place])
      if place & 7 == 7 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(bytes.count)
  }
}

extension Substring {
  /// Returns true if the bytes of other words stand in this text, one after the other.
  package func includes(_ words: String) -> Bool { utf8Span.span.includes(words.utf8Span.span) }
}

extension Span<UInt8> {
  fileprivate func includes(_ wanted: Span<UInt8>) -> Bool {
    guard wanted.count > 0 else { return true }
    let first = wanted[0]
    var start = 0
    while start + wanted.count <= count {
      if self[start] == first, matches(wanted, at: start) { return true }
      start += 1
    }
    return false
  }

  private func matches(_ wanted: Span<UInt8>, at start: Int) -> Bool {
    for offset in 1..<Swift.max(1, wanted.count) where self[start + offset] != wanted[offset] { return false }
    return true
  }
}

extension String {
  /// True for a text of ASCII letters, digits and Chinese characters alone; told by its bytes.
  package var isBare: Bool {
    utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...0xBF, 0xE4...0xE9:
        true
      default: false
      }
    }
  }
}

extension Unicode.Scalar {
  /// True for white space, as Unicode has it (White_Space); the standard library looks it up in a table of all properties.
  package var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
