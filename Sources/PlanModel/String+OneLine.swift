extension String {
  /// Returns the text with a blank for each line break and each other control character.
  package var onOneLine: String { String(map { $0.isControl ? " " : $0 }) }
}
