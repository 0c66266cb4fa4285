import PlanModel
import SpreadsheetML

/// Where the table of a described form stands in a sheet: its columns by the words above them, over several header rows
/// and merged cells.
struct ForeignTable {
  /// Columns of the sheet by month; month 0 where the form has one column for it.
  typealias Columns = [ForeignLayout.Column: [Int: Int]]

  let sheet: SourceSheet
  /// The last of the header rows.
  let headerRow: Int
  let columns: Columns
  /// Columns of the description that the sheet lacks, or has more than once.
  let missing: [ForeignLayout.Column]
  /// The sheet's columns of those that it has more than once.
  let undecided: [ForeignLayout.Column: [Int]]
  /// The cells below a head that leave its column undecided.
  let altering: [ForeignLayout.Column: SourceCell]
  /// Rows below the header that are heads still.
  private let subheads: [Int]

  private static let searchedRows = 60

  /// The best header in a sheet; `nil` where no row has half of the columns.
  ///
  /// - Parameter period: asked for; brackets in a head may name it.
  init?(in sheet: SourceSheet, layout: ForeignLayout, period: Period?) {
    let months = layout.columns.mapValues { words in words.contains { $0.contains(ForeignLayout.monthMark) } }
    var best: (row: Int, columns: Columns, undecided: [ForeignLayout.Column: [Int]])?
    for row in sheet.rows.prefix(Self.searchedRows) where sheet.cells(inRow: row).count > 1 {
      let paths = Self.paths(sheet, row: row)
      var columns: Columns = [:]
      var undecided: [ForeignLayout.Column: [Int]] = [:]
      for (column, words) in layout.columns {
        // A figure that is the one or the other by indicator must not be called either.
        let own = column.formColumn.map { [$0] } ?? [.current, .cumulative]
        let search = HeadSearch(columns: own, isOfMonths: months[column] == true, period: period, paths: paths)
        if months[column] == true {
          let (found, twice) = search.months(words)
          // The column of the month asked for has to be there, and once.
          if found.isEmpty || period.map({ found[$0.lastMonth] == nil }) == true {
            undecided[column] = period.flatMap { twice[$0.lastMonth] } ?? []
          } else {
            columns[column] = found
          }
        } else if let found = search.column(words) {
          columns[column] = [0: found]
        } else {
          undecided[column] = search.hits(words)
        }
      }
      if columns.count > best?.columns.count ?? 0 { best = (row, columns, undecided.filter { $0.value.count > 1 }) }
      if columns.count == layout.columns.count { break }
    }
    guard let best, best.columns.count * 2 >= layout.columns.count else { return nil }
    self.sheet = sheet
    headerRow = best.row
    var (columns, undecided) = (best.columns, best.undecided)
    var altering: [ForeignLayout.Column: SourceCell] = [:]
    let names = [best.columns[.code]?[0], best.columns[.indicator]?[0]].compactMap(\.self).max()
    subheads = sheet.subheads(below: best.row, names: names)
    for column in [ForeignLayout.Column.previous, .current, .cumulative, .value] {
      for index in (columns[column] ?? [:]).values.sorted() {
        guard let cell = Self.altering(sheet, subheads, column: index, head: best.row) else { continue }
        altering[column] = cell
        undecided[column] = [index]
        columns[column] = nil
        break
      }
    }
    self.columns = columns
    self.undecided = undecided
    self.altering = altering
    missing = ForeignLayout.Column.allCases.filter { layout.columns[$0] != nil && columns[$0] == nil }
  }

  /// Returns the cell below a head whose words may make another column of it; a unit of measure is read as one, and numbers
  /// of columns say nothing.
  private static func altering(
    _ sheet: SourceSheet, _ subheads: [Int], column: Int, head row: Int
  ) -> SourceCell? {
    let head = HeadText(sheet.shown(row: row, column: column).text)
    return subheads.lazy.map { sheet.cell(row: $0, column: column) }.first { cell in
      guard case .string(let text)? = cell.value, text.utf8.count <= 600, FormHead.measures(in: text).isEmpty else {
        return false
      }
      let words = HeadText(text).full
      return words.contains(where: \.isLetter) && words != head.full && !ColumnNumber.isOne(text)
    }
  }

  /// Returns the unit of measure in a column's head, in the heads above it, or below it.
  func measure(ofColumn column: Int) -> String? {
    if let own = HeadText(sheet.shown(row: headerRow, column: column).text).measure { return own }
    let above = (max(0, headerRow - SourceSheet.headRows + 1)..<headerRow).reversed().lazy.compactMap {
      row -> String? in
      let cell = sheet.shown(row: row, column: column)
      // What stands above all of the table is its title, which is read as such.
      guard sheet.merged.range(holding: cell.reference)?.columns.count ?? 1 < 6, cell.struck.isEmpty else { return nil }
      return HeadText(cell.text).measure
    }.first
    return above
      ?? subheads.lazy.compactMap { row -> String? in
        let said = FormHead.measures(in: sheet.cell(row: row, column: column).text)
        return said.count == 1 ? said[0] : nil
      }.first
  }

  /// Returns the column that a period's figure stands in.
  func column(_ column: ForeignLayout.Column, month: Int) -> Int? { columns[column]?[0] ?? columns[column]?[month] }

  /// True if it is known which indicator is on which row.
  var knowsRows: Bool { columns[.code] != nil || columns[.indicator] != nil }

  func isMonthly(_ column: ForeignLayout.Column) -> Bool {
    columns[column].map { $0.keys.contains { $0 > 0 } } ?? false
  }

  // MARK: Headers

  /// Returns the words above each column that a row heads, the outermost first; a cell merged over rows says its words
  /// once.
  private static func paths(_ sheet: SourceSheet, row: Int) -> [HeadSearch.Path] {
    texts(sheet, row: row).map { column, texts in
      var words: [HeadText] = []
      for text in texts {
        let head = HeadText(text)
        if !head.full.isEmpty, words.last != head { words.append(head) }
      }
      return (column, words)
    }.filter { !$0.words.isEmpty }
  }

  /// Returns the words above each column as they stand.
  static func headers(_ sheet: SourceSheet, row: Int) -> [(column: Int, words: [String])] {
    texts(sheet, row: row).map { column, texts in
      var words: [String] = []
      for text in texts.map({ CellTextCleaner.trimmed($0).filter { !$0.isNewline } })
      where !text.isEmpty && words.last != text {
        words.append(text)
      }
      return (column, words)
    }
  }

  /// Returns the month as the cell shows it: 2024年3月 typed into a head is the first of that month to the program.
  private static func monthShown(_ cell: SourceCell) -> String? {
    guard case .date(let moment)? = cell.value, moment.day.day == 1, case .month(let shown) = cell.dayDisplay,
      shown.hasSuffix("月")
    else {
      return nil
    }
    return shown
  }

  /// Returns the texts of the rows of headers above each column that has one in the last of them.
  private static func texts(_ sheet: SourceSheet, row: Int) -> [(column: Int, texts: [String])] {
    var columns = Set(sheet.cells(inRow: row).filter { $0.value != nil }.map(\.reference.column))
    for range in sheet.merged where range.rows.contains(row) && range.columns.count < 200 {
      columns.formUnion(range.columns)
    }
    return columns.sorted().compactMap { column in
      // What is struck out is no head.
      let texts = (max(0, row - SourceSheet.headRows + 1)...row).map { row in
        let cell = sheet.shown(row: row, column: column)
        return cell.struck.isEmpty ? monthShown(cell) ?? cell.text : ""
      }
      return CellTextCleaner.trimmed(texts.last ?? "").isEmpty ? nil : (column, texts)
    }
  }
}

/// Looks for the columns of a description among the heads of a row.
///
/// A head that is exactly the described one wins; then one whose brackets say nothing new. Several are no column.
private struct HeadSearch {
  typealias Path = (column: Int, words: [HeadText])

  /// What the column is in terms of our own forms.
  let columns: [FormColumn]
  /// True for a column of each month.
  let isOfMonths: Bool
  let period: Period?
  let paths: [Path]

  /// Returns the column under these words; `nil` where there is none, or several.
  func column(_ words: [String]) -> Int? {
    let found = hits(words)
    return found.count == 1 ? found[0] : nil
  }

  /// Returns the columns by month, and those of months that have several.
  func months(_ words: [String]) -> (found: [Int: Int], twice: [Int: [Int]]) {
    var found: [Int: Int] = [:]
    var twice: [Int: [Int]] = [:]
    for month in 1...12 {
      var hits: Set<Int> = []
      for name in MonthWords.names[month - 1] {
        let own = words.map { $0.replacing(ForeignLayout.monthMark, with: name) }
        hits.formUnion(self.hits(own))
        // 1月份 is 1月.
        if let last = own.last, last.hasSuffix("月") {
          hits.formUnion(self.hits(own.dropLast() + [last + "份"]))
          if let period { hits.formUnion(self.hits(own.dropLast() + ["\(period.year)年\(last)"])) }
        }
      }
      if hits.count == 1 { found[month] = hits.first } else if !hits.isEmpty { twice[month] = hits.sorted() }
    }
    return (found, twice)
  }

  func hits(_ words: [String]) -> [Int] {
    let wanted = words.map { HeadText($0) }
    let paths = paths.filter { !isOfSomethingElse($0, wanted) }
    let exact = paths.filter { matches(wanted, $0.words) { $0.full == $1.full } }
    if !exact.isEmpty { return exact.map(\.column) }
    return paths.filter { path in
      matches(wanted, path.words) { $0.base == $1.base && isNeutral($1) }
    }.map(\.column)
  }

  /// What a head above a column says of figures that are none of what was done.
  private static let others = [
    "上年", "去年", "同期", "计划", "预计", "目标", "任务", "应完成", "待完成", "下达", "测算", "缺口", "序时", "增减", "增长", "同比", "环比", "申报", "分解",
    "预测", "其中", "市级", "省级", "县级", "本级", "剩余",
  ]

  /// Returns true for a head of other figures; 目标任务完成情况 is what was done of the target.
  private static func isOfOthers(_ text: String) -> Bool {
    let isDone = ["完成情况", "完成数", "实际"].contains { text.includes($0) }
    return (isDone ? ["上年", "去年", "同期", "预计", "计划完成", "应完成"] : others).contains { text.includes($0) }
  }

  /// Returns true if a head above the column, of which the description knows nothing, names another period than the one
  /// asked for, or figures of another kind. What stands above all columns is the title.
  private func isOfSomethingElse(_ path: Path, _ wanted: [HeadText]) -> Bool {
    path.words.dropLast().contains { word in
      guard !wanted.contains(where: { $0.base == word.base }), !paths.allSatisfy({ $0.words.contains(word) }) else {
        return false
      }
      if Self.isOfOthers(word.full) { return true }
      if columns.contains(.current), word.full.includes("累计"), !wanted.contains(where: { $0.full.includes("累计") }) {
        return true
      }
      guard let period, Self.isPeriod(word.full), let named = PeriodText(word.full, year: period.year)?.period else {
        return false
      }
      // 上半年 and 一季度 stand above the months that they have.
      return named.year != period.year || !isOfMonths && named.kind != .year && named.lastMonth != period.lastMonth
    }
  }

  /// Returns true for a text that names a period and says nothing else.
  private static func isPeriod(_ text: String) -> Bool {
    let rest = text.hasPrefix("截至") ? text.dropFirst(2).filter { $0 != "日" } : text[...]
    return rest.allSatisfy { ("0"..."9").contains($0) || "年月份季度第一二三四上下半至到底末-—–~～Qq".contains($0) }
  }

  private func isNeutral(_ head: HeadText) -> Bool { columns.allSatisfy { head.isNeutral($0, period: period) } }

  /// Returns true if the path ends with the last word and has the others above it, in their order.
  private func matches(_ words: [HeadText], _ path: [HeadText], _ isLast: (HeadText, HeadText) -> Bool) -> Bool {
    guard let last = words.last, let own = path.last, isLast(last, own) else { return false }
    var above = path.dropLast()
    for word in words.dropLast() {
      guard let index = above.firstIndex(where: { $0.full == word.full || $0.base == word.base && isNeutral($0) })
      else {
        return false
      }
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

  /// Returns the number of a month; `nil` for what is none.
  static func month(_ text: some StringProtocol) -> Int? {
    names.firstIndex { $0.contains(String(text)) }.map { $0 + 1 }
  }
}
