import PlanModel
import SpreadsheetML

/// Where the table of a described form stands in a sheet: its columns by the words above them, over several header rows
/// and merged cells.
struct ForeignTable {
  /// Columns of the sheet by month; month 0 where the form has one column for it.
  typealias Columns = [ForeignLayout.Column: [Int: Int]]

  let sheet: FoundSheet
  /// The last of the header rows.
  let headerRow: Int
  let columns: Columns
  /// Columns of the description that the sheet lacks, or has more than once.
  let missing: [ForeignLayout.Column]

  /// How many rows of headers may stand above each other.
  private static let headerRows = 4
  private static let searchedRows = 60

  /// The best header in a sheet; `nil` where no row has half of the columns.
  init?(in sheet: FoundSheet, layout: ForeignLayout) {
    let wanted = layout.columns.mapValues { $0.map(CellTextCleaner.key) }
    let months = layout.columns.mapValues { words in words.contains { $0.contains(ForeignLayout.monthMark) } }
    var best: (row: Int, columns: Columns)?
    for row in sheet.rows.prefix(Self.searchedRows) {
      let paths = Self.paths(sheet, row: row)
      var columns: Columns = [:]
      for (column, words) in wanted {
        let found = Self.find(words, isMonthly: months[column] == true, in: paths)
        if !found.isEmpty { columns[column] = found }
      }
      if columns.count > best?.columns.count ?? 0 { best = (row, columns) }
      if columns.count == wanted.count { break }
    }
    guard let best, best.columns.count * 2 >= wanted.count else { return nil }
    self.sheet = sheet
    headerRow = best.row
    columns = best.columns
    missing = ForeignLayout.Column.allCases.filter { wanted[$0] != nil && best.columns[$0] == nil }
  }

  /// The column that a period's figure stands in.
  func column(_ column: ForeignLayout.Column, month: Int) -> Int? { columns[column]?[0] ?? columns[column]?[month] }

  func isMonthly(_ column: ForeignLayout.Column) -> Bool {
    columns[column].map { $0.keys.contains { $0 > 0 } } ?? false
  }

  // MARK: Headers

  /// The words above each column that a row heads, the outermost first; a cell merged over rows says its words once.
  private static func paths(
    _ sheet: FoundSheet, row: Int, _ form: (String) -> String = CellTextCleaner.key
  ) -> [(column: Int, words: [String])] {
    var columns = Set((sheet.byRow[row] ?? []).filter { $0.value != nil }.map(\.reference.column))
    for range in sheet.merged where range.rows.contains(row) && range.columns.count < 200 {
      columns.formUnion(range.columns)
    }
    return columns.sorted().compactMap { column in
      var words: [String] = []
      for above in max(0, row - headerRows + 1)...row {
        let key = form(sheet.shown(row: above, column: column).text)
        if !key.isEmpty, words.last != key { words.append(key) }
      }
      let own = form(sheet.shown(row: row, column: column).text)
      return own.isEmpty ? nil : (column, words)
    }
  }

  /// The same with the words as they stand.
  static func headers(_ sheet: FoundSheet, row: Int) -> [(column: Int, words: [String])] {
    paths(sheet, row: row) { CellTextCleaner.trimmed($0).filter { !$0.isNewline } }
  }

  /// The columns under these words by month; empty where there is none, or several.
  private static func find(
    _ words: [String], isMonthly: Bool, in paths: [(column: Int, words: [String])]
  ) -> [Int: Int] {
    guard isMonthly else { return only(words, in: paths).map { [0: $0] } ?? [:] }
    var months: [Int: Int] = [:]
    for month in 1...12 {
      let hits = Set(
        MonthWords.names[month - 1].compactMap { name in
          only(words.map { $0.replacing(ForeignLayout.monthMark, with: name) }, in: paths)
        })
      if hits.count == 1 { months[month] = hits.first }
    }
    return months
  }

  private static func only(_ words: [String], in paths: [(column: Int, words: [String])]) -> Int? {
    let hits = paths.filter { matches(words, $0.words) }
    return hits.count == 1 ? hits[0].column : nil
  }

  /// True if the path ends with the last word and has the others above it, in their order.
  private static func matches(_ words: [String], _ path: [String]) -> Bool {
    guard let last = words.last, path.last == last else { return false }
    var above = path.dropLast()
    for word in words.dropLast() {
      guard let index = above.firstIndex(of: word) else { return false }
      above = above[(index + 1)...]
    }
    return true
  }
}

/// How months are written.
enum MonthWords {
  private static let chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]

  /// The ways to write each month's number.
  static let names: [[String]] = chinese.enumerated().map { index, word in
    let month = String(index + 1)
    return index < 9 ? [month, "0" + month, word] : [month, word]
  }

  /// The number of a month; `nil` for what is none.
  static func month(_ text: some StringProtocol) -> Int? {
    names.firstIndex { $0.contains(String(text)) }.map { $0 + 1 }
  }
}
