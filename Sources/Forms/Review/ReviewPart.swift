import PlanModel
import SpreadsheetML

/// One of the two tables of 条线复核 as it stands in a sheet, with its rows by what they are of.
struct ReviewPart {
  let sheet: SourceSheet
  let heads: SideHeads<ReviewColumn>
  /// What the department fills in it.
  let filled: [ReviewColumn]
  /// The columns that say what a row is of.
  private let naming: [ReviewColumn]
  private var byCode: [String: [Int]] = [:]
  /// The rows without a code, by their names.
  private var byName: [[String]: [Int]] = [:]

  private static let words = ReviewColumn.allCases.map {
    SideHeads.Head($0, $0.chinese, isWords: [.progress, .problems, .nextSteps, .remark].contains($0))
  }

  /// The first table of the sheet with these columns; `nil` where it has none.
  ///
  /// - Parameters:
  ///   - all: the columns that the table has.
  ///   - needed: those without which it is none.
  ///   - naming: those that say what a row is of.
  ///   - period: of the form.
  init?(
    _ all: [ReviewColumn], by needed: [ReviewColumn], naming: [ReviewColumn], in sheet: SourceSheet, period: Period
  ) {
    let heads = Self.words.filter { all.contains($0.column) }
    let header = SideHeads(
      in: sheet, rows: sheet.rows, heads: heads, needed: needed, naming: naming, period: period)
    guard let header else { return nil }
    self.sheet = sheet
    self.naming = naming
    self.heads = header
    filled = all.filter(ReviewColumn.entries.contains)
    for row in sheet.rows where row > header.lastRow {
      let code = CellTextCleaner.halfWidth(text(.code, row))
      if code.isEmpty { byName[names(row), default: []].append(row) } else { byCode[code, default: []].append(row) }
    }
  }

  var headerRow: Int { heads.row }
  var columns: [ReviewColumn: Int] { heads.columns }
  /// False where a column that the department fills cannot be told: what a row lacks is no fault of the row's then.
  var isWhole: Bool { heads.tell(filled) }

  /// Returns a cell as it is seen. A name may be that of several rows that were merged; what was entered is one row's.
  func cell(_ column: ReviewColumn, _ row: Int) -> SourceCell? {
    columns[column].map {
      filled.contains(column) ? sheet.cell(row: row, column: $0).uncovered : sheet.shown(row: row, column: $0)
    }
  }

  /// Returns the cells of a row that the department fills and a merge covers.
  func covered(_ row: Int) -> [SourceCell] {
    filled.compactMap { columns[$0] }.map { sheet.cell(row: row, column: $0) }.filter(\.isCovered)
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
  func entries(_ row: Int) -> [String] { filled.map { text($0, row) } }
}
