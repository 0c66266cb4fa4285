import PlanModel

/// Fills the names in braces of a rule's words: `{column}{text}不是数字`.
///
/// A name may carry what stands for a missing value: `{expected|80}`.
enum MessageTemplate {
  /// The names that there are.
  static let names = ["value", "expected", "difference", "text", "column", "indicator", "unit", "measure"]

  /// Returns the text with each name replaced; braces around anything else stay as they are.
  static func filled(_ template: String, _ value: (_ name: String, _ otherwise: String?) -> String?) -> String {
    var out = ""
    for piece in pieces(template) {
      switch piece {
      case .text(let text): out += text
      case .name(let name, let otherwise): out += value(name, otherwise) ?? "{\(name)}"
      }
    }
    return out
  }

  static func unknownNames(in template: String) -> [String] {
    pieces(template).compactMap { piece in
      if case .name(let name, _) = piece, !names.contains(name) { name } else { nil }
    }
  }

  private enum Piece {
    case text(String)
    case name(String, otherwise: String?)
  }

  private static func pieces(_ template: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append(.text(String(rest[..<open])))
      let parts = rest[rest.index(after: open)..<close].split(
        separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      pieces.append(.name(String(parts[0]), otherwise: parts.count > 1 ? String(parts[1]) : nil))
      rest = rest[rest.index(after: close)...]
    }
    return pieces + [.text(String(rest))]
  }
}
