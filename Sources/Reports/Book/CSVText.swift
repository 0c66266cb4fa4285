/// Rows of a CSV file that spreadsheet programs open as it is meant: UTF-8 with its mark, and no cell that runs.
/// - Source: RFC 4180.
enum CSVText {
  static let mark = "\u{FEFF}"

  static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

  /// A text that a program would take for a formula gets an apostrophe before it; a number stays one.
  private static func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+@\t\r".contains(first) || (first == "-" && Double(text) == nil) { text = "'" + text }
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
