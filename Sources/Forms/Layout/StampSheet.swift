import XLSXWriting

/// The form's hidden sheet: names in the first column, values in the second, the layout's JSON in pieces below.
///
/// A piece is shorter than the longest text a cell may hold (32,767 characters).
enum StampSheet {
  static let name = "_huizong"
  static let notice = "请勿改动或删除本表 Do not change or delete this sheet"
  static let layoutPrefix = "layout."
  private static let pieceLength = 30_000

  /// Returns the rows of the sheet.
  static func rows(stamp: FormStamp, json: String) -> [(name: String, value: String)] {
    var rows = [(name: "huizong", value: notice)] + stamp.properties
    var rest = json[...]
    var piece = 0
    while !rest.isEmpty {
      piece += 1
      var part = rest.prefix(pieceLength)
      // Signs of several units, or that the file escapes, need more room.
      while CellText.fitting(String(part)) != part, part.count > 1 { part = part.prefix(part.count / 2) }
      rows.append(("\(layoutPrefix)\(piece)", String(part)))
      rest = rest[part.endIndex...]
    }
    return rows
  }

  /// Puts the layout's JSON together again; `nil` if there is none.
  static func json(_ values: [String: String]) -> String? {
    var json = ""
    var piece = 1
    while let value = values["\(layoutPrefix)\(piece)"] {
      json += value
      piece += 1
    }
    return json.isEmpty ? nil : json
  }
}
