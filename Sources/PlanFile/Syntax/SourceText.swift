internal import PlanModel

/// The text of a plan file by lines, to find where the characters of a value stand.
final class SourceText {
  private let text: String
  private lazy var lines: [[Unicode.Scalar]] = text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { Array($0.unicodeScalars) }

  init(_ text: String) { self.text = text }

  /// Returns a value with the places of its characters: one for the first, and one wherever the text goes on elsewhere
  /// than in the next column (on another line, behind an escaped character).
  func located(_ value: String, _ style: SourceNode.Style, at start: SourcePlace) -> RuleSource.Text {
    var result = RuleSource.Text(value)
    var cursor = Cursor(line: start.line - 1, column: start.column - 1)
    switch style {
    case .plain: break
    case .single, .double: cursor.column += 1
    case .block: cursor = Cursor(line: start.line, column: 0)
    }
    for (offset, character) in value.unicodeScalars.enumerated() where !character.properties.isWhitespace {
      guard let found = find(character, from: cursor, style) else { break }
      result.add(RuleSource.Place(line: found.line + 1, column: found.column + 1), at: offset)
      cursor = Cursor(line: found.line, column: found.column + 1)
    }
    return result
  }

  /// Zero-based.
  private struct Cursor {
    var line: Int
    var column: Int
  }

  /// Returns the place of the next character that is no white space, if it is this one.
  private func find(_ wanted: Unicode.Scalar, from start: Cursor, _ style: SourceNode.Style) -> Cursor? {
    var cursor = start
    while cursor.line < lines.count {
      let line = lines[cursor.line]
      guard cursor.column < line.count else {
        cursor = Cursor(line: cursor.line + 1, column: 0)
        continue
      }
      let next = cursor.column + 1 < line.count ? line[cursor.column + 1] : nil
      if isSpace(line[cursor.column], next, style) {
        cursor.column += line[cursor.column] == "\\" ? 2 : 1
      } else {
        // A quote inside quotes is written as two characters.
        let isEscaped = style == .double && line[cursor.column] == "\\" || style == .single && wanted == "'"
        if isEscaped { cursor.column += 1 }
        return cursor.column < line.count && line[cursor.column] == wanted ? cursor : nil
      }
    }
    return nil
  }

  private func isSpace(_ character: Unicode.Scalar, _ next: Unicode.Scalar?, _ style: SourceNode.Style) -> Bool {
    if style == .double, character == "\\" { return next == nil || next == "n" || next == "t" }
    return character.properties.isWhitespace
  }
}
