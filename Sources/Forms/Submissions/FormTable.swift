import PlanModel
import SpreadsheetML

/// Where the form's table stands in a sheet: found by the words of its header, never by position.
final class FormTable: Sendable {
  let sheet: SourceSheet
  let headerRow: Int
  let columns: [FormColumn: Int]
  /// Headers that were recognised though they are not as sent out.
  let reworded: [FormColumn: String]
  /// Columns of the form that cannot be told: the sheet's columns that look like each, none or several.
  let undecided: [FormColumn: [Int]]
  /// The cells above or below a head that leave its column undecided.
  let altering: [FormColumn: SourceCell]
  /// The unit of measure that a head names in brackets.
  let measures: [FormColumn: String]

  /// The columns without which a form cannot be read.
  static let needed: [FormColumn] = [.current, .cumulative, .progress, .problems, .nextSteps, .explanation]

  /// Columns that have to be told and cannot be, in the order of the form.
  var missing: [FormColumn] {
    let lacksNames = columns[.code] == nil && columns[.indicator] == nil
    return (lacksNames ? [.indicator] : []) + Self.needed.filter { columns[$0] == nil }
  }

  /// A table whose columns are known.
  init(sheet: SourceSheet, headerRow: Int, columns: [FormColumn: Int], measures: [FormColumn: String]) {
    self.sheet = sheet
    self.headerRow = headerRow
    self.columns = columns
    self.measures = measures
    (reworded, undecided, altering) = ([:], [:], [:])
  }

  /// The best header in a sheet; `nil` where no row has half of the needed ones.
  ///
  /// - Parameters:
  ///   - heads: the words of the columns as they were sent out.
  ///   - period: of the form, where it is known.
  ///   - memory: what was found in other forms of the plan.
  init?(
    in sheet: SourceSheet, heads: [(column: FormColumn, head: HeadText)], period: Period?, _ memory: HeadMemory
  ) {
    var best: (row: Int, match: HeaderMatch)?
    for row in sheet.rows.prefix(200) where HeaderMatch.mayBeHeader(sheet, row: row) {
      let match = HeaderMatch(sheet, row: row, heads: heads, period: period, memory)
      if match.count > (best?.match.count ?? 0) { best = (row, match) }
      // No row can match more than all; the table below need not be looked at.
      if match.count == heads.count { break }
    }
    guard let best, Self.needed.count(where: { best.match.knows($0) }) * 2 >= Self.needed.count else { return nil }
    self.sheet = sheet
    headerRow = best.row
    columns = best.match.columns
    reworded = best.match.reworded
    undecided = best.match.undecided
    measures = best.match.measures
    altering = best.match.altering
  }

  convenience init?(in sheet: SourceSheet, layout: FormLayout) {
    self.init(in: sheet, heads: layout.heads, period: Period(layout.period), HeadMemory())
  }

  func cell(_ column: FormColumn, row: Int) -> SourceCell? {
    columns[column].map { sheet.cell(row: row, column: $0) }
  }

  func text(_ column: FormColumn, row: Int) -> String {
    columns[column].map { CellTextCleaner.trimmed(sheet.shown(row: row, column: $0).text) } ?? ""
  }

  /// Units of measure in the heads of names: 指标（金额单位：元）, 计量单位（万）. They are said of every row.
  var measuresOfNames: [FormHead.Measure] {
    [FormColumn.task, .indicator, .measure].compactMap { columns[$0].map { head(ofColumn: $0) } }.flatMap { cell in
      let inBrackets = HeadText(cell.text).measure.map { [$0] } ?? []
      return (inBrackets.isEmpty ? FormHead.measures(in: cell.text) : inBrackets)
        .map { FormHead.Measure(measure: $0, cell: cell) }
    }
  }

  /// Returns the head of a column of the sheet.
  func head(ofColumn index: Int) -> SourceCell { sheet.cell(row: headerRow, column: index) }
}

extension FormLayout {
  /// The words of its columns.
  var heads: [(column: FormColumn, head: HeadText)] {
    columns.compactMap { column in
      FormColumn(rawValue: column.key).map { (column: $0, head: HeadText(column.header)) }
    }
  }
}

/// Which column of a header row is which of the form's.
///
/// A head that is exactly the form's wins; then one whose brackets say nothing new; then one with a word before or behind
/// that changes nothing. Where several are left on one of these steps, or none, the column is undecided: neither the left one is taken nor the visible one.
struct HeaderMatch {
  private(set) var columns: [FormColumn: Int] = [:]
  private(set) var reworded: [FormColumn: String] = [:]
  private(set) var undecided: [FormColumn: [Int]] = [:]
  private(set) var measures: [FormColumn: String] = [:]
  /// The words above or below a head that leave its column undecided.
  private(set) var altering: [FormColumn: SourceCell] = [:]

  /// How many columns of the form the row knows, decided or not.
  var count: Int { columns.count + undecided.count { !$0.value.isEmpty } }

  func knows(_ column: FormColumn) -> Bool { columns[column] != nil || undecided[column]?.isEmpty == false }

  private static let names: Set<FormColumn> = [.task, .indicator, .measure]
  private static let words: Set<FormColumn> = [.progress, .problems, .nextSteps]

  private typealias Text = (column: Int, isHidden: Bool, head: HeadText, text: String)

  /// Returns false for a row with too few texts to be the header of a form, as most rows above and beside the table
  /// are.
  static func mayBeHeader(_ sheet: SourceSheet, row: Int) -> Bool {
    let isText = { (cell: SourceCell) in if case .string? = cell.value { true } else { false } }
    // Most rows have no cell from above: their cells need not be copied.
    let count =
      down(sheet, into: row).isEmpty
      ? sheet.cells(inRow: row).count(where: isText) : cells(sheet, row: row).count(where: isText)
    return count * 2 >= FormTable.needed.count
  }

  /// Matches the texts of a row, and looks at what stands above and below them.
  init(
    _ sheet: SourceSheet, row: Int, heads: [(column: FormColumn, head: HeadText)], period: Period?, _ memory: HeadMemory
  ) {
    self = memory.match(HeaderWords(sheet, Self.cells(sheet, row: row), heads: heads, period: period))
    let nameColumn = [columns[.code], columns[.indicator]].compactMap(\.self).max()
    for column in [FormColumn.previous, .current, .cumulative] {
      guard let index = columns[column],
        let cell = Self.altering(sheet, row: row, column, at: index, behind: nameColumn, period: period)
      else { continue }
      columns[column] = nil
      undecided[column] = [index]
      altering[column] = cell
    }
  }

  /// Matches the texts by themselves.
  init(_ words: HeaderWords) {
    let (heads, period) = (words.heads, words.period)
    let texts = words.texts.map {
      (column: $0.column, isHidden: $0.isHidden, head: HeadText($0.text.text), text: $0.text.text)
    }
    // A head that is exactly one of the form's is no other one reworded.
    let own = Set(heads.map(\.full))
    guard texts.contains(where: { own.contains($0.head.full) || Self.mayBeHead($0.head, heads) }) else { return }
    let changed = texts.filter { !own.contains($0.head.full) }
    var taken: Set<Int> = []
    var open: [HeaderWords.Head] = []
    for head in heads {
      let column = head.column
      let hits = texts.filter { $0.head.full == head.full }
      guard !hits.isEmpty else {
        open.append(head)
        continue
      }
      // A hidden column does not win over one that is seen and says the same.
      let isHidden = hits.allSatisfy(\.isHidden)
      let seen =
        !isHidden
        ? []
        : changed.filter { text in
          !text.isHidden
            && (text.head.base == head.base && text.head.isNeutral(column, period: period)
              || text.head.isReworded(column, period: period))
        }
      taken.formUnion((hits + seen).map(\.column))
      decide(column, hits + seen)
    }
    for head in open {
      let column = head.column
      let free = texts.filter { !taken.contains($0.column) && !$0.head.base.isEmpty }
      let like = free.filter { $0.head.base.hasPrefix(head.base) }
      let neutral = like.filter { $0.head.base == head.base && $0.head.isNeutral(column, period: period) }
      let said = free.filter { $0.head.isReworded(column, period: period) }
      let grown = like.filter { text in
        let rest = String(text.head.base.dropFirst(head.base.count))
        return text.head.isNeutral(column, period: period)
          && (HeadText.endings.contains(rest) || Self.words.contains(column) && !rest.isEmpty)
      }
      // Names and units of measure are held against the plan's row by row, whatever stands behind the words of their head.
      let hits = !neutral.isEmpty ? neutral : Self.names.contains(column) ? like : said + grown
      if hits.isEmpty { undecided[column] = like.map(\.column) } else { decide(column, hits) }
      if neutral.isEmpty, hits.count == 1, hits[0].head.isNeutral(column, period: period) {
        reworded[column] = hits[0].text
      }
    }
  }

  /// Returns the cells of a row, with those merged down into it.
  private static func cells(_ sheet: SourceSheet, row: Int) -> [SourceCell] {
    let cells = sheet.cells(inRow: row)
    let down = down(sheet, into: row)
    guard !down.isEmpty else { return Array(cells) }
    let known = Set(cells.filter { $0.value != nil }.map(\.reference.column))
    return cells
      + down.filter { !known.contains($0.topLeft.column) }.map { range in
        let shown = sheet.shown(row: row, column: range.topLeft.column)
        return SourceCell(
          reference: CellReference(row: row, column: range.topLeft.column), value: shown.value, formula: nil,
          isPercentage: false, lacksResult: false, struck: shown.struck)
      }
  }

  /// Returns false for a text that can be no head of the form, in whatever words.
  private static func mayBeHead(_ text: HeadText, _ heads: [HeaderWords.Head]) -> Bool {
    // Of other writing than letters and characters there is more than one way to say the same.
    !text.base.isBare || text.base.includes("累计") || text.base.includes("完成")
      || heads.contains { text.base.hasPrefix($0.base) }
  }

  /// Returns the merged ranges that reach down into a row. Of two that overlap nobody can say which head they show.
  private static func down(_ sheet: SourceSheet, into row: Int) -> [CellRange] {
    let ranges = sheet.merged.ranges(inRow: row)
    return ranges.filter { range in
      range.topLeft.row < row && range.rows.count <= 4
        && !ranges.contains { $0 != range && $0.columns.overlaps(range.columns) }
    }
  }

  /// Returns the cell above or below a head of figures whose words may make another column of it, as every text may but
  /// those that say nothing of it.
  private static func altering(
    _ sheet: SourceSheet, row: Int, _ column: FormColumn, at index: Int, behind nameColumn: Int?, period: Period?
  ) -> SourceCell? {
    let head = sheet.shown(row: row, column: index).text
    func text(_ row: Int) -> (cell: SourceCell, head: HeadText)? {
      let cell = sheet.shown(row: row, column: index)
      guard case .string(let text)? = cell.value, text != head, text.utf8.count <= 600 else { return nil }
      return (cell, HeadText(text))
    }
    if row > 0, let (cell, words) = text(row - 1), !isOfSheet(words, period) {
      // A title over all of the table is about all of it.
      let width = sheet.merged.range(holding: cell.reference)?.columns.count ?? 1
      let isPlain = plain.contains(words.base) && words.isNeutral(column, period: period) && words.measure == nil
      if width < 6 ? !isPlain : words.isOfSomethingElse(period: period) { return cell }
    }
    // Down to the first row that is an indicator's.
    for near in sheet.subheads(below: row, names: nameColumn) {
      if let (cell, words) = text(near), words.full != FormColumn.ordinals[column],
        words.full.contains(where: \.isLetter), !isOfPeriod(words, period), !ColumnNumber.isOne(cell.text)
      {
        return cell
      }
    }
    return nil
  }

  /// Heads over several columns that say nothing of one of them.
  private static let plain: Set<String> = [
    "完成情况", "进展情况", "工作进展", "完成进度", "进度", "任务完成情况", "工作完成情况", "数据", "数", "情况",
  ]

  /// Returns true for what stands in the head of a form by right: whose it is, up to when, in what it is counted.
  private static func isOfSheet(_ words: HeadText, _ period: Period?) -> Bool {
    ["填报单位", "填表单位", "报送单位", "上报单位", "截", "单位", "附件", "数据截", "报告期", "统计期", "统计时间", "填报期", "期别"].contains {
      words.full.hasPrefix($0)
    } || isOfPeriod(words, period)
  }

  private static func isOfPeriod(_ words: HeadText, _ period: Period?) -> Bool {
    period.map { PeriodText(whole: words.full, year: $0.year)?.period.lastDay == $0.lastDay } == true
  }

  private mutating func decide(_ column: FormColumn, _ hits: [Text]) {
    guard hits.count == 1 else {
      undecided[column] = hits.map(\.column)
      return
    }
    columns[column] = hits[0].column
    measures[column] = hits[0].head.measure
  }
}

/// The texts of a row that may be the header of a form, and the words that are looked for among them: all on which the
/// match depends.
struct HeaderWords: Hashable {
  struct Text: Hashable {
    let column: Int
    /// True if the column is hidden.
    let isHidden: Bool
    let text: HeadMemory.Key
  }

  /// One of the form's columns, and the words in its head as they are compared.
  struct Head: Hashable {
    let column: FormColumn
    let full: String
    let base: String
  }

  let texts: [Text]
  let heads: [Head]
  let period: Period?

  /// - Parameters:
  ///   - cells: of the row, with those merged down into it.
  ///   - heads: the words of the columns as they were sent out.
  init(
    _ sheet: SourceSheet, _ cells: [SourceCell], heads: [(column: FormColumn, head: HeadText)], period: Period?
  ) {
    // A header may have grown by a remark; a text of a hundred characters and more is none.
    texts = cells.compactMap { cell in
      guard case .string(let text)? = cell.value, text.utf8.count <= HeadSaying.longest, cell.isAsSeen else {
        return nil
      }
      return Text(
        column: cell.reference.column, isHidden: sheet.hiddenColumns.contains(cell.reference.column),
        text: HeadMemory.Key(text: text))
    }
    self.heads = heads.map { Head(column: $0.column, full: $0.head.full, base: $0.head.base) }
    self.period = period
  }
}
