extension NumberStyle {
  /// Returns the same style with a word in brackets behind each number: `1,780（示例）`. Words in the cell stay as they
  /// are.
  public func marked(_ word: String) -> NumberStyle {
    let mark = Self.literal("（\(word)）")
    let sections = Self.sections(of: code)
    let marked = sections.enumerated().map { index, section -> String in
      // The fourth section, or one that shows the text itself, is for words.
      if index == 3 || section.contains("@") { return section }
      guard section.hasSuffix("_ ") else { return section + mark }
      return section.dropLast(2) + mark + "_ "
    }
    return NumberStyle(code: marked.joined(separator: ";"))
  }

  /// The room that the words of the code take beside the digits, in characters of a column.
  public var addedWidth: Int {
    let positive = Self.sections(of: code)[0]
    let words = positive.split(separator: "\"", omittingEmptySubsequences: false)
    return words.enumerated().reduce(0) { $0 + ($1.offset % 2 == 1 ? TextMeasure.width(of: String($1.element)) : 0) }
  }

  /// Returns the sections of a code, split at semicolons outside quotes.
  private static func sections(of code: String) -> [String] {
    var sections = [""]
    var isQuoted = false
    for character in code {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        sections.append("")
      } else {
        sections[sections.count - 1].append(character)
      }
    }
    return sections
  }
}
