import PlanModel
import SpreadsheetML

/// One of the two tables of 条线复核 as it stands in a sheet, with its rows by what they are of.
struct ReviewPart {
  let sheet: SourceSheet
  let headerRow: Int
  let columns: [ReviewColumn: Int]
  /// The columns that say what a row is of.
  private let naming: [ReviewColumn]
  private var byCode: [String: [Int]] = [:]
  /// The rows without a code, by their names.
  private var byName: [[String]: [Int]] = [:]

  /// The first table of the sheet with these columns; `nil` where it has none.
  ///
  /// - Parameters:
  ///   - all: the columns that the table has.
  ///   - needed: those without which it is none.
  ///   - naming: those that say what a row is of.
  init?(_ all: [ReviewColumn], by needed: [ReviewColumn], naming: [ReviewColumn], in sheet: SourceSheet) {
    let keys = all.map { ($0, CellTextCleaner.key($0.chinese)) }
    func found(inRow row: Int) -> [ReviewColumn: Int] {
      var found: [ReviewColumn: Int] = [:]
      for cell in sheet.cells(inRow: row) {
        guard case .string(let text)? = cell.value, text.utf8.count <= 96 else { continue }
        let key = CellTextCleaner.key(text)
        if let hit = keys.first(where: { $0.1 == key }), found[hit.0] == nil { found[hit.0] = cell.reference.column }
      }
      return found
    }
    let headers = sheet.rows.lazy.map { (row: $0, columns: found(inRow: $0)) }
    guard let header = headers.first(where: { header in needed.allSatisfy { header.columns[$0] != nil } }) else {
      return nil
    }
    self.sheet = sheet
    self.naming = naming
    headerRow = header.row
    self.columns = header.columns
    for row in sheet.rows where row > headerRow {
      let code = CellTextCleaner.halfWidth(text(.code, row))
      if code.isEmpty { byName[names(row), default: []].append(row) } else { byCode[code, default: []].append(row) }
    }
  }

  func cell(_ column: ReviewColumn, _ row: Int) -> SourceCell? {
    columns[column].map { sheet.shown(row: row, column: $0) }
  }

  func text(_ column: ReviewColumn, _ row: Int) -> String {
    cell(column, row).map { CellTextCleaner.trimmed($0.text) } ?? ""
  }

  private func names(_ row: Int) -> [String] { naming.map { CellTextCleaner.key(text($0, row)) } }

  /// Returns the column in which a row is of something else than its code says; `nil` where there is none.
  ///
  /// The codes are hidden, and stay where they are when what is seen is sorted.
  func contradiction(_ row: Int, _ names: [String]) -> ReviewColumn? {
    zip(naming, names).first { column, name in
      columns[column] != nil && CellTextCleaner.key(text(column, row)) != name
    }?.0
  }

  /// Returns the rows of a code, and those without one that name what is meant, from above.
  ///
  /// - Parameter names: what the naming columns say, as keys.
  func rows(code: String, names: [String]) -> [Int] { ((byCode[code] ?? []) + (byName[names] ?? [])).sorted() }

  /// Returns the first cell of a row whose name is struck out, wholly or in part.
  func struckName(_ row: Int) -> SourceCell? {
    naming.lazy.compactMap { cell($0, row) }.first { !$0.struck.isEmpty }
  }

  /// Returns what the department entered in a row, column by column.
  func entries(_ row: Int) -> [String] { ReviewColumn.entries.map { text($0, row) } }
}
