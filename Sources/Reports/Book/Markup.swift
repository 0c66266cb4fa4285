import SpreadsheetML

/// Text of XML or HTML: what stands in the source is markup, what is put into it is text, and escaped.
///
/// ```swift
/// let line: Markup = "<li>\(item.name)</li>"
/// ```
struct Markup: Hashable, ExpressibleByStringInterpolation {
  private(set) var text: String

  init(stringLiteral markup: String) { text = markup }
  init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }

    mutating func appendLiteral(_ markup: String) { text += markup }
    mutating func appendInterpolation(_ words: some StringProtocol) { Markup.append(words, to: &text) }
    mutating func appendInterpolation(_ number: Int) { text += String(number) }
    mutating func appendInterpolation(_ markup: Markup) { text += markup.text }
  }

  static func + (left: Markup, right: Markup) -> Markup { "\(left)\(right)" }

  /// Appends words for elements and attributes in quotes; characters that XML cannot hold become U+FFFD, and those that turn
  /// the order of others are shown.
  private static func append(_ words: some StringProtocol, to text: inout String) {
    for scalar in VisibleText.ofDirections(String(words)).unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n", "\t": text.unicodeScalars.append(scalar)
      case let scalar where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        text.unicodeScalars.append("\u{FFFD}")
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Sequence<Markup> {
  func joined(separator: Markup = "") -> Markup {
    var (joined, isFirst): (Markup, Bool) = ("", true)
    for part in self {
      joined = isFirst ? part : "\(joined)\(separator)\(part)"
      isFirst = false
    }
    return joined
  }
}
