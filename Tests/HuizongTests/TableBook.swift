import SpreadsheetML
import TestSupport

/// Workbooks of texts and numbers, as people make tables.
enum TableBook {
  struct Sheet {
    let name: String
    let rows: [[String]]
    /// In A1 form.
    var merged: [String] = []
    var isHidden = false
  }

  /// With one sheet.
  static func bytes(_ rows: [[String]]) -> [UInt8] { WorkbookParts(rows: data(rows)).bytes }

  static func bytes(_ sheets: [Sheet]) -> [UInt8] {
    var parts = WorkbookParts(
      sheets: sheets.map { sheet in
        let merges = sheet.merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        return (
          sheet.name,
          WorkbookParts.sheet(
            rows: data(sheet.rows), around: merges.isEmpty ? "" : "<mergeCells>\(merges)</mergeCells>")
        )
      })
    for sheet in sheets where sheet.isHidden {
      let name = "<sheet name=\"\(sheet.name)\""
      parts["xl/workbook.xml"] = parts["xl/workbook.xml"]?.replacing(name, with: "\(name) state=\"hidden\"")
    }
    return parts.bytes
  }

  private static func data(_ rows: [[String]]) -> String {
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
    return data
  }
}
