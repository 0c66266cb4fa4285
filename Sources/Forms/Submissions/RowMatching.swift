import PlanModel
import SpreadsheetML

/// Which row of the sheet holds which row of the layout: by the hidden code, without one by the indicator's name.
struct RowMatching {
  /// Sheet row by code.
  var rows: [String: Int] = [:]
  /// Codes found by name.
  var byName: [String] = []
  /// Further rows with a code that was found already.
  var duplicated: [(code: String, row: Int)] = []
  /// Rows that hold something and belong to no row of the layout.
  var outside: [Int] = []

  /// What the code column holds in rows of our own that are no indicators: numbering of columns, foot, notes.
  static let ownMark = "#"

  /// How rows of ours begin, for forms whose code column was deleted.
  static let ownBeginnings = ["单位负责人", "填表说明", "注："]

  private static func isOwn(_ table: FormTable, row: Int) -> Bool {
    let first = table.sheet.byRow[row]?.first { $0.value != nil }
    return first.map { cell in ownBeginnings.contains { cell.text.hasPrefix($0) } } ?? false
  }

  /// - Parameters:
  ///   - words: the layout's codes by the keys of the form's own words for them.
  ///   - skip: how rows begin that are none of an indicator's.
  init(_ table: FormTable, layout: FormLayout, words: [String: String] = [:], skip: [String] = []) {
    var unnamed: [Int] = []
    for row in table.sheet.rows where row > table.headerRow {
      let own = CellTextCleaner.halfWidth(table.text(.code, row: row))
      let code = words[CellTextCleaner.key(own)] ?? own
      if code.hasPrefix(Self.ownMark) || Self.isOwn(table, row: row) { continue }
      if layout.row(code) != nil {
        if rows[code] == nil { rows[code] = row } else { duplicated.append((code, row)) }
      } else if table.sheet.byRow[row]?.contains(where: { $0.value != nil }) == true {
        unnamed.append(row)
      }
    }
    for row in unnamed {
      let name = CellTextCleaner.key(table.text(.indicator, row: row))
      let hits = layout.rows.filter {
        rows[$0.code] == nil && (words[name] == $0.code || CellTextCleaner.key($0.indicator) == name)
      }
      if !name.isEmpty, hits.count == 1 {
        rows[hits[0].code] = row
        byName.append(hits[0].code)
      } else if let first = table.sheet.byRow[row]?.first(where: { $0.value != nil }),
        skip.contains(where: { first.text.hasPrefix($0) })
      {
        // Only what is no indicator's: 注 begins a note, and 注册志愿者 too.
        continue
      } else {
        outside.append(row)
      }
    }
  }
}
