extension String {
  /// Returns true if the bytes of other words stand in this text, one after the other.
  ///
  /// `contains` compares characters, which costs many times as much; in Chinese text both find the same.
  package func includes(_ words: String) -> Bool { utf8Span.span.includes(words.utf8Span.span) }
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
