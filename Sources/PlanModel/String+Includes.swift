extension StringProtocol {
  /// Returns true if the bytes of other words stand in this text, one after the other.
  ///
  /// `contains` compares characters, which costs many times as much; in Chinese text both find the same.
  package func includes(_ words: String) -> Bool {
    let wanted = words.utf8
    guard let first = wanted.first else { return true }
    let text = utf8
    var start = text.startIndex
    while let found = text[start...].firstIndex(of: first) {
      if text[found...].starts(with: wanted) { return true }
      start = text.index(after: found)
    }
    return false
  }
}
