/// A value of a plan file together with its place in the text.
///
/// Everything behind the parser works on these, so that no other file knows which YAML library there is.
struct SourceNode {
  struct Entry {
    let name: String
    let place: SourcePlace
    let value: SourceNode
  }

  /// How text stands in the file. Only plain text can be a null, a number or a truth value.
  enum Style {
    case plain, single, double, block
  }

  enum Content {
    case scalar(String, Style)
    case sequence([SourceNode])
    /// In the order of the file; names are unique.
    case mapping([Entry])
  }

  let content: Content
  let place: SourcePlace

  /// True for `null`, `~` and nothing at all.
  var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return text.isEmpty || text == "null" || text == "~"
  }
}

/// A place in a text; line and column are one-based, columns count Unicode characters.
struct SourcePlace: Hashable, Comparable {
  let line: Int
  let column: Int

  static let file = SourcePlace(line: 0, column: 0)

  static func < (left: Self, right: Self) -> Bool { (left.line, left.column) < (right.line, right.column) }
}
