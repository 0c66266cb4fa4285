import SpreadsheetML
import TestSupport

/// A workbook with one sheet of texts and numbers, as people make tables.
enum TableBook {
  static func bytes(_ rows: [[String]]) -> [UInt8] {
    var data = ""
    for (row, cells) in rows.enumerated() {
      data += "<row r=\"\(row + 1)\">"
      for (column, text) in cells.enumerated() where !text.isEmpty {
        let place = CellReference(row: row, column: column).a1
        data +=
          Double(text) == nil
          ? "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>" : "<c r=\"\(place)\"><v>\(text)</v></c>"
      }
      data += "</row>"
    }
    return WorkbookParts(rows: data).bytes
  }
}
