/// Rows of CSV files, which both programs and people open.
/// - Source: RFC 4180.
package enum CSVText {
  /// The mark without which Excel takes UTF-8 for the system's own characters.
  package static let mark = "\u{FEFF}"

  /// Returns a row for people: a text that a spreadsheet program would take for a formula gets an apostrophe before it; a
  /// number stays one.
  package static func line(_ fields: [String]) -> String {
    var line = ""
    line.reserveCapacity(fields.reduce(2) { $0 + $1.utf8.count + 4 })
    for (place, text) in fields.enumerated() {
      if place > 0 { line += "," }
      line += fieldForPeople(text)
    }
    return line + "\r\n"
  }

  /// Returns a field of a row for people.
  package static func fieldForPeople(_ text: String) -> String { field(withoutFormula(text)) }

  private static func withoutFormula(_ text: String) -> String {
    // Most begin with a digit, a letter, or an ideograph between U+4000 and U+9FFF, and none of these with a formula.
    guard let byte = text.utf8.first else { return text }
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xE4...0xE9: return text
    default: break
    }
    // Programs pass over blanks before a formula.
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
    return switch first {
    case "=", "+", "@", "＝", "＋", "＠", "－": "'" + text
    case "-": Double(text) == nil ? "'" + text : text
    default: text.hasPrefix("\t") || text.hasPrefix("\r") ? "'" + text : text
    }
  }

  /// Returns a field as it is, in quotation marks where it needs them.
  static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
