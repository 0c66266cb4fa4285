import SpreadsheetML
import XLSXReading

/// A submission's file as it was found.
struct SourceWorkbook {
  let sheets: [SourceSheet]
  /// Custom document properties.
  let properties: [String: String]
  /// The sheets that could not be read.
  var unread: [UnreadSheet] = []

  /// A sheet that could not be read, and why.
  struct UnreadSheet {
    /// `nil` where a part that all sheets share is missing.
    let name: String?
    let error: XLSXReadError
  }

  /// The sheet that carries the stamp, by its first cell, whatever it is called.
  var stampSheet: SourceSheet? {
    sheets.first { $0.text(row: 0, column: 0) == "huizong" }
  }

  /// Names and values of the stamp sheet; empty if there is none.
  var stampValues: [String: String] {
    guard let sheet = stampSheet else { return [:] }
    var values: [String: String] = [:]
    for row in sheet.rows {
      // Values are kept as they are: the layout's JSON must match its digest to the letter.
      if case .string(let text)? = sheet.cell(row: row, column: 1).value {
        values[sheet.text(row: row, column: 0)] = text
      } else if case .number(let number)? = sheet.cell(row: row, column: 1).value, let whole = Int(exactly: number) {
        values[sheet.text(row: row, column: 0)] = String(whole)
      }
    }
    return values
  }

  /// Returns the workbook without some of its sheets.
  func without(_ names: some Sequence<String>) -> SourceWorkbook {
    let left = Set(names)
    return left.isEmpty
      ? self
      : SourceWorkbook(sheets: sheets.filter { !left.contains($0.name) }, properties: properties, unread: unread)
  }
}
