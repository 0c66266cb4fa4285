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
  /// The sheet's columns of those that it has more than once.
  let undecided: [ForeignLayout.Column: [Int]]

  /// How many rows of headers may stand above each other.
  private static let headerRows = 4
  private static let searchedRows = 60

  /// The best header in a sheet; `nil` where no row has half of the columns.
  ///
  /// - Parameter period: asked for; brackets in a head may name it.
  init?(in sheet: FoundSheet, layout: ForeignLayout, period: Period?) {
    let months = layout.columns.mapValues { words in words.contains { $0.contains(ForeignLayout.monthMark) } }
    var best: (row: Int, columns: Columns, undecided: [ForeignLayout.Column: [Int]])?
    for row in sheet.rows.prefix(Self.searchedRows) where (sheet.byRow[row]?.count ?? 0) > 1 {
      let paths = Self.paths(sheet, row: row)
      var columns: Columns = [:]
      var undecided: [ForeignLayout.Column: [Int]] = [:]
      for (column, words) in layout.columns {
        let search = HeadSearch(column: column.formColumn ?? .cumulative, period: period, paths: paths)
        let found = months[column] == true ? search.months(words) : search.column(words).map { [0: $0] } ?? [:]
        if found.isEmpty { undecided[column] = search.hits(words) } else { columns[column] = found }
      }
      if columns.count > best?.columns.count ?? 0 { best = (row, columns, undecided.filter { $0.value.count > 1 }) }
      if columns.count == layout.columns.count { break }
    }
    guard let best, best.columns.count * 2 >= layout.columns.count else { return nil }
    self.sheet = sheet
    headerRow = best.row
    columns = best.columns
    undecided = best.undecided
    missing = ForeignLayout.Column.allCases.filter { layout.columns[$0] != nil && best.columns[$0] == nil }
  }

  /// The column that a period's figure stands in.
  func column(_ column: ForeignLayout.Column, month: Int) -> Int? { columns[column]?[0] ?? columns[column]?[month] }

  func isMonthly(_ column: ForeignLayout.Column) -> Bool {
    columns[column].map { $0.keys.contains { $0 > 0 } } ?? false
  }

  // MARK: Headers

  /// The words above each column that a row heads, the outermost first; a cell merged over rows says its words once.
  private static func paths(_ sheet: FoundSheet, row: Int) -> [HeadSearch.Path] {
    texts(sheet, row: row).map { column, texts in
      var words: [HeadText] = []
      for text in texts {
        let head = HeadText(text)
        if !head.full.isEmpty, words.last != head { words.append(head) }
      }
      return (column, words)
    }.filter { !$0.words.isEmpty }
  }

  /// The same with the words as they stand.
  static func headers(_ sheet: FoundSheet, row: Int) -> [(column: Int, words: [String])] {
    texts(sheet, row: row).map { column, texts in
      var words: [String] = []
      for text in texts.map({ CellTextCleaner.trimmed($0).filter { !$0.isNewline } })
      where !text.isEmpty && words.last != text {
        words.append(text)
      }
      return (column, words)
    }
  }

  /// The texts of the rows of headers above each column that has one in the last of them.
  private static func texts(_ sheet: FoundSheet, row: Int) -> [(column: Int, texts: [String])] {
    var columns = Set((sheet.byRow[row] ?? []).filter { $0.value != nil }.map(\.reference.column))
    for range in sheet.merged where range.rows.contains(row) && range.columns.count < 200 {
      columns.formUnion(range.columns)
    }
    return columns.sorted().compactMap { column in
      let texts = (max(0, row - headerRows + 1)...row).map { sheet.shown(row: $0, column: column).text }
      return CellTextCleaner.trimmed(texts.last ?? "").isEmpty ? nil : (column, texts)
    }
  }
}

/// Looks for the columns of a description among the heads of a row.
///
/// A head that is exactly the described one wins; then one whose brackets say nothing new. Several are no column.
private struct HeadSearch {
  typealias Path = (column: Int, words: [HeadText])

  let column: FormColumn
  let period: Period?
  let paths: [Path]

  /// The column under these words; `nil` where there is none, or several.
  func column(_ words: [String]) -> Int? {
    let found = hits(words)
    return found.count == 1 ? found[0] : nil
  }

  /// The columns by month.
  func months(_ words: [String]) -> [Int: Int] {
    var months: [Int: Int] = [:]
    for month in 1...12 {
      let hits = Set(
        MonthWords.names[month - 1].compactMap { name in
          column(words.map { $0.replacing(ForeignLayout.monthMark, with: name) })
        })
      if hits.count == 1 { months[month] = hits.first }
    }
    return months
  }

  func hits(_ words: [String]) -> [Int] {
    let wanted = words.map { HeadText($0) }
    let paths = paths.filter { !isOfAnotherPeriod($0, wanted) }
    let exact = paths.filter { matches(wanted, $0.words) { $0.full == $1.full } }
    if !exact.isEmpty { return exact.map(\.column) }
    return paths.filter { path in
      matches(wanted, path.words) { $0.base == $1.base && $1.isNeutral(column, period: period) }
    }.map(\.column)
  }

  /// True if a head above the column names another period than the one asked for, and the description does not.
  private func isOfAnotherPeriod(_ path: Path, _ wanted: [HeadText]) -> Bool {
    guard let period else { return false }
    return path.words.dropLast().contains { word in
      guard !wanted.contains(where: { $0.base == word.base }), let named = PeriodText(word.full, year: period.year)
      else { return false }
      return named.period.kind == .year
        ? named.period.year != period.year
        : named.period.lastMonth != period.lastMonth || named.period.year != period.year
    }
  }

  /// True if the path ends with the last word and has the others above it, in their order.
  private func matches(_ words: [HeadText], _ path: [HeadText], _ isLast: (HeadText, HeadText) -> Bool) -> Bool {
    guard let last = words.last, let own = path.last, isLast(last, own) else { return false }
    var above = path.dropLast()
    for word in words.dropLast() {
      guard let index = above.firstIndex(where: { $0.base == word.base }) else { return false }
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
