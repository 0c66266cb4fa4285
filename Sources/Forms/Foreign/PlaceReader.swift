import PlanModel
import SpreadsheetML

/// Finds what stands once on a described form: its unit, its period, the words that it is known by.
struct PlaceReader {
  let workbook: SourceWorkbook
  /// The sheet of the table.
  let table: SourceSheet

  /// Returns the text in a place; `nil` where there is none.
  func text(_ place: ForeignLayout.Place) -> String? { texts(place).first }

  /// Returns the texts in a place, several where a label stands more than once on a sheet.
  func texts(_ place: ForeignLayout.Place) -> [String] {
    switch place.spot {
    case .sheetName: return [CellTextCleaner.trimmed(table.name)]
    case .cell(let name):
      guard let reference = CellReference(a1: name) else { return [] }
      let sheet = place.sheet == nil ? table : sheets(place).first
      let cell = sheet?.shown(row: reference.row, column: reference.column)
      return cell.flatMap { $0.struck.isEmpty ? Self.filled($0.text) : nil }.map { [$0] } ?? []
    case .label(let label):
      return sheets(place).lazy.map { Self.texts(behind: label, in: $0) }.first { !$0.isEmpty } ?? []
    }
  }

  private func sheets(_ place: ForeignLayout.Place) -> [SourceSheet] {
    if let name = place.sheet { return workbook.sheets.filter { $0.name == name } }
    return [table] + workbook.sheets.filter { $0.name != table.name && !$0.isHidden }
  }

  private static func filled(_ text: String) -> String? {
    let own = CellTextCleaner.trimmed(text)
    return own.isEmpty ? nil : own
  }

  /// Returns the texts behind a label: 东县 in 填报单位（盖章）：东县, or in the next cell.
  private static func texts(behind label: String, in sheet: SourceSheet) -> [String] {
    let key = CellTextCleaner.key(label)
    let words = CellTextCleaner.halfWidth(label)
    let first = key.first.map { String($0) } ?? ""
    var texts: [String] = []
    for row in sheet.rows {
      for cell in sheet.cells(inRow: row) {
        guard case .string(let text)? = cell.value, text.utf8.count <= 600, cell.struck.isEmpty else { continue }
        // Bringing a text into the form for comparing costs much, and nearly none has a label in it.
        guard text.includes(first) || !CellTextCleaner.keepsCharacters(text, as: first) else { continue }
        if CellTextCleaner.key(text) == key {
          if let next = filled(sheet.right(of: cell).text) { texts.append(next) }
          continue
        }
        let line = CellTextCleaner.halfWidth(text)
        guard line.includes(words), let found = line.firstRange(of: words) else { continue }
        var rest = line[found.upperBound...]
        if rest.first == "(", let close = rest.firstIndex(of: ")") { rest = rest[rest.index(after: close)...] }
        // In the middle of a word it is no label.
        let before = line[..<found.lowerBound].last
        guard rest.first == ":" || before?.isWhitespace ?? true else { continue }
        if let own = filled(String(rest.drop { $0 == ":" || $0.isWhitespace })) { texts.append(own) }
      }
    }
    return texts
  }
}
