/// A value of a plan file as the text of a cell, and back.
///
/// Text stands as it is; lists of words as 甲、乙 where the key takes a list; other lists and maps, and text that would
/// read as something else, as YAML on one line.
struct PlanCell {
  let text: String

  init(_ node: SourceNode, isList: Bool) {
    switch node.content {
    case .scalar(let text, let style):
      if node.isNull {
        self.text = ""
      } else {
        self.text = style != .plain && Self.needsQuotes(text, isList: isList) ? YAMLText.quoted(text) : text
      }
    case .sequence(let items):
      let words = items.map { item -> String? in
        guard case .scalar(let text, let style) = item.content, !item.isNull, Self.words(text) == [text],
          style == .plain || !Self.needsQuotes(text, isList: true), text == Self.trimmed(text)
        else { return nil }
        return text
      }
      let joined = words.compactMap(\.self).joined(separator: String(Self.separator))
      if isList, !items.isEmpty, Self.words(joined) == words {
        text = joined
      } else {
        text = Self.flow(node)
      }
    case .mapping: text = Self.flow(node)
    }
  }

  private static let separator: Character = "、"

  /// Returns the words of 甲、乙; what stands in brackets is no separator: 各县(市、区)民政局 is one.
  private static func words(_ text: String) -> [String] {
    var words = [""]
    var depth = 0
    for character in text {
      if "（(《“".contains(character) { depth += 1 }
      if "）)》”".contains(character) { depth = max(0, depth - 1) }
      if character == separator, depth == 0 {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words.map(trimmed).filter { !$0.isEmpty }
  }

  private static func needsQuotes(_ text: String, isList: Bool) -> Bool {
    let reserved = ["", "null", "~", "true", "false"]
    return reserved.contains(text) || isCompound(text) || text != trimmed(text) || (isList && words(text) != [text])
  }

  /// Returns true for a text that stands as YAML.
  static func isCompound(_ text: String) -> Bool { ["[", "{", "\""].contains { text.hasPrefix($0) } }

  /// Returns the value on one line of YAML that reads the same.
  private static func flow(_ node: SourceNode) -> String {
    switch node.content {
    case .scalar(let text, let style): node.isNull ? "null" : scalar(text, isPlain: style == .plain)
    case .sequence(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\(scalar($0.name, isPlain: false)): \(flow($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  /// Returns a scalar that reads as this text; truth values only where they were plain.
  private static func scalar(_ text: String, isPlain: Bool) -> String {
    if isPlain, text == "true" || text == "false" { return text }
    return isPlain && isFigure(text) ? text : YAMLText.scalar(text)
  }

  /// Returns true for numbers, days and periods, which people write without quotes.
  private static func isFigure(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != "-" }), ("0"..."9").contains(first), text != "-" else {
      return false
    }
    return text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || "-.QH".unicodeScalars.contains($0) }
  }

  static func trimmed(_ text: String) -> String {
    var view = text[...]
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }

  /// Returns the YAML of a cell's text; `nil` where it says nothing, and a problem where it begins as YAML and is none.
  ///
  /// - Parameter isWords: a number is written in quotes, as for codes, so that no program takes 2.10 for 2.1.
  static func yaml(_ cell: String, isList: Bool, isWords: Bool) -> Result<String, Malformed>? {
    let text = trimmed(cell)
    if text.isEmpty { return nil }
    if isCompound(text) {
      // A break inside a cell is how the clerk wrapped the line.
      let line = text.split(whereSeparator: \.isNewline).map { trimmed(String($0)) }.joined(separator: " ")
      guard let node = try? SourceNode.parse("x: \(line)"), case .mapping(let entries) = node.content,
        entries.count == 1
      else { return .failure(Malformed()) }
      return .success(line)
    }
    if isList, text != "true", text != "false" {
      return .success(
        "[" + words(text).map { scalar($0, isPlain: false) }.joined(separator: ", ") + "]")
    }
    return .success(scalar(text, isPlain: !isWords || text == "true" || text == "false"))
  }

  struct Malformed: Error, Hashable {}
}
