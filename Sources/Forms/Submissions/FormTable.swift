import PlanModel
import SpreadsheetML

/// Where the form's table stands in a sheet: found by the words of its header, never by position.
struct FormTable {
  let sheet: FoundSheet
  let headerRow: Int
  let columns: [FormColumn: Int]
  /// Headers that were recognised though they are not as sent out.
  var reworded: [FormColumn: String] = [:]

  /// The columns without which a form cannot be read.
  static let needed: [FormColumn] = [.current, .cumulative, .progress, .problems, .measures, .explanation]

  var missing: [FormColumn] {
    let lacksNames = columns[.code] == nil && columns[.indicator] == nil
    return (lacksNames ? [.indicator] : []) + Self.needed.filter { columns[$0] == nil }
  }

  init(sheet: FoundSheet, headerRow: Int, columns: [FormColumn: Int]) {
    self.sheet = sheet
    self.headerRow = headerRow
    self.columns = columns
  }

  /// The best header in a sheet; `nil` where no row has half of the needed ones.
  init?(in sheet: FoundSheet, layout: FormLayout) {
    let keys = layout.columns.compactMap { column in
      FormColumn(rawValue: column.key).map { (column: $0, key: CellTextCleaner.key(column.header)) }
    }
    var best: (row: Int, columns: [FormColumn: Int], reworded: [FormColumn: String])?
    for row in sheet.rows.prefix(200) {
      let found = Self.match(sheet.byRow[row] ?? [], keys: keys)
      if found.columns.count > (best?.columns.count ?? 0) { best = (row, found.columns, found.reworded) }
      // No row can match more than all; the table below need not be looked at.
      if found.columns.count == keys.count { break }
    }
    guard let best, Self.needed.count(where: { best.columns[$0] != nil }) * 2 >= Self.needed.count else { return nil }
    self.sheet = sheet
    headerRow = best.row
    columns = best.columns
    reworded = best.reworded
  }

  /// Headers by their words: first those that are as sent out, then those that begin so.
  private static func match(
    _ cells: [FoundCell], keys: [(column: FormColumn, key: String)]
  ) -> (columns: [FormColumn: Int], reworded: [FormColumn: String]) {
    var columns: [FormColumn: Int] = [:]
    var reworded: [FormColumn: String] = [:]
    // A header may have grown by a remark; a text of a hundred characters and more is none.
    let texts = cells.compactMap { cell -> (cell: FoundCell, key: String)? in
      guard case .string(let text)? = cell.value, text.utf8.count <= 600 else { return nil }
      return (cell, CellTextCleaner.key(text))
    }
    for (column, key) in keys {
      if let hit = texts.first(where: { $0.key == key }) { columns[column] = hit.cell.reference.column }
    }
    let taken = Set(columns.values)
    for (column, key) in keys where columns[column] == nil {
      let near = texts.filter { !taken.contains($0.cell.reference.column) && !$0.key.isEmpty && $0.key.hasPrefix(key) }
      if near.count == 1 {
        columns[column] = near[0].cell.reference.column
        reworded[column] = near[0].cell.text
      }
    }
    return (columns, reworded)
  }

  func cell(_ column: FormColumn, row: Int) -> FoundCell? {
    columns[column].map { sheet.cell(row: row, column: $0) }
  }

  func text(_ column: FormColumn, row: Int) -> String {
    columns[column].map { CellTextCleaner.trimmed(sheet.shown(row: row, column: $0).text) } ?? ""
  }
}
