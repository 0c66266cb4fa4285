import PlanModel
import SpreadsheetML
import Validation

/// Which column of a row is which of a table that stands beside the form's own: of 明细表 or 条线复核.
///
/// Brackets belong to a head, as in the form itself. One that is exactly the table's wins; where there are two, or only
/// others that are like it, the column is undecided and nothing of it is read.
struct SideHeads<Column: Hashable & Sendable>: Sendable {
  /// A column of the table, with the words of its head.
  struct Head: Sendable {
    let column: Column
    let name: String
    /// Whether the column takes words, so that more of them in its head change nothing.
    let isWords: Bool
    fileprivate let text: HeadText

    init(_ column: Column, _ name: String, isWords: Bool = false) {
      self.column = column
      self.name = name
      self.isWords = isWords
      text = HeadText(name)
    }
  }

  private(set) var columns: [Column: Int] = [:]
  /// The columns that cannot be told, with the cells that are like their heads; none where there are none.
  private(set) var undecided: [Column: [SourceCell]] = [:]
  /// Columns whose heads have words more that change nothing.
  private(set) var reworded: [Column: SourceCell] = [:]
  /// Heads that are like none of the table's.
  private(set) var strangers: [SourceCell] = []
  let row: Int
  /// The last row of the heads: the one below them where words there say more of them.
  private(set) var lastRow: Int
  private let heads: [Head]

  /// How many columns of the table the row knows, decided or not.
  private var count: Int { columns.count + undecided.count { !$0.value.isEmpty } }

  /// Returns true if all of the columns can be told.
  func tell(_ wanted: [Column]) -> Bool { wanted.allSatisfy { columns[$0] != nil } }

  private func knows(_ column: Column) -> Bool { columns[column] != nil || undecided[column]?.isEmpty == false }

  /// All columns of the sheet that are, or may be, the table's.
  var places: Set<Int> {
    let like = undecided.values.joined().map(\.reference.column)
    // One of the strangers may be what the head of a column was changed to.
    let changed = undecided.contains { $0.value.isEmpty } ? strangers.map(\.reference.column) : []
    return Set(columns.values).union(like).union(changed)
  }

  /// The first row of a sheet that has the heads of the table; `nil` where none has.
  ///
  /// - Parameters:
  ///   - rows: those that are looked at.
  ///   - heads: of all columns of the table.
  ///   - naming: columns that say what a row is of.
  ///   - needed: columns that no other table has. A head that was reworded does not make another table of it, so that half of
  ///     them do where half of all heads are known.
  ///   - period: of the form, which a head may name; `nil` where it is not known.
  init?(
    in sheet: SourceSheet, rows: some Sequence<Int>, heads: [Head], needed: [Column], naming: [Column], period: Period?
  ) {
    // Sheets may have a hundred thousand rows of other things; every head that is told begins with the words of the table's.
    let beginnings = heads.filter { needed.contains($0.column) }.map { String($0.name.prefix(1)) }
    var tries = 0
    for row in rows {
      let mayBe = sheet.cells(inRow: row).contains { cell in
        guard case .string(let text)? = cell.value, text.utf8.count <= Self.longest else { return false }
        return beginnings.contains { text.includes($0) }
      }
      guard mayBe else { continue }
      // A table's head is not below hundreds of rows that begin like it.
      tries += 1
      guard tries <= Self.most else { return nil }
      let found = Self(sheet, row: row, heads: heads, period: period)
      let known = needed.count(where: found.knows)
      if known == needed.count || known * 2 >= needed.count && found.count * 2 >= heads.count {
        self = found
        takeWordsAround(sheet, naming)
        return
      }
    }
    return nil
  }

  /// Rows that are looked at closely.
  private static var most: Int { 500 }

  /// Bytes of a head; longer texts of other sheets need not be brought into the form for comparing.
  private static var longest: Int { 192 }

  private init(_ sheet: SourceSheet, row: Int, heads: [Head], period: Period?) {
    self.row = row
    lastRow = row
    self.heads = heads
    let texts = sheet.cells(inRow: row).compactMap { cell -> (cell: SourceCell, text: HeadText)? in
      guard case .string(let text)? = cell.value, text.utf8.count <= Self.longest, cell.isAsSeen else { return nil }
      return (cell, HeadText(text))
    }
    let own = Set(heads.map(\.text.full))
    let others = texts.filter { !own.contains($0.text.full) && !$0.text.base.isEmpty }
    for head in heads {
      let exact = texts.filter { $0.text.full == head.text.full }
      let same = others.filter { $0.text.base == head.text.base && $0.text.isNeutral(.current, period: period) }
      let hits = exact.isEmpty ? same : exact
      let like = hits.isEmpty ? others.filter { Self.nearest($0.text, heads) == head.column } : hits
      if hits.count == 1 {
        columns[head.column] = hits[0].cell.reference.column
      } else if hits.isEmpty, like.count == 1, Self.saysNothingNew(like[0].text, head, period) {
        columns[head.column] = like[0].cell.reference.column
        reworded[head.column] = like[0].cell
      } else {
        undecided[head.column] = like.map(\.cell)
      }
    }
    strangers = others.filter { Self.nearest($0.text, heads) == nil }.map(\.cell)
  }

  /// Makes columns undecided that have words above or below their heads which make other columns of them: 下期 above, （预计）
  /// below.
  private mutating func takeWordsAround(_ sheet: SourceSheet, _ naming: [Column]) {
    func words(_ row: Int, _ column: Int) -> SourceCell? {
      guard row >= 0 else { return nil }
      let cell = sheet.cell(row: row, column: column)
      guard case .string(let text)? = cell.value, Self.makesOther(text) else { return nil }
      return sheet.merged.contains { $0.contains(cell.reference) && $0.columns.count > 1 } ? nil : cell
    }
    // A row that names what it is of is one of the table's.
    let isFree = naming.allSatisfy { name in
      columns[name].map { sheet.text(row: row + 1, column: $0).isEmpty } ?? true
    }
    for (column, place) in columns {
      let below = isFree ? words(row + 1, place) : nil
      guard let other = words(row - 1, place) ?? below else { continue }
      columns[column] = nil
      undecided[column] = [sheet.cell(row: row, column: place), other]
      if below != nil { lastRow = row + 1 }
    }
  }

  private static func makesOther(_ text: String) -> Bool {
    let key = CellTextCleaner.compact(text)
    guard let first = key.first, let last = key.last, key.count <= 12, !key.contains(where: ":：".contains) else {
      return false
    }
    return "(（".contains(first) && ")）".contains(last) || otherWords.contains { key.includes($0) }
  }

  /// Words that make another column of a head.
  private static var otherWords: [String] {
    ["上月", "上期", "上季", "上年", "去年", "下月", "下期", "下季", "计划", "预计", "初核", "初审", "目标", "同期"]
  }

  /// Returns true for words behind a head, and in brackets, that make no other column of it.
  private static func saysNothingNew(_ text: HeadText, _ head: Head, _ period: Period?) -> Bool {
    let rest = text.base.dropFirst(head.text.base.count)
    guard rest.isEmpty || head.isWords || endings.contains(String(rest)) else { return false }
    return text.isNeutral(.current, period: period) || text.brackets.allSatisfy(isInstruction)
  }

  private static var endings: Set<String> { ["情况", "结果", "名称", "说明", "栏"] }

  /// Returns true for words that say how a column is filled: 必填, 存疑必填, 下拉选.
  private static func isInstruction(_ inside: String) -> Bool {
    ["填", "选", "年月日"].contains { inside.includes($0) } && !otherWords.contains { inside.includes($0) }
      && !CellTextCleaner.hasDigit(inside)
  }

  /// Returns the column whose head a text goes on from; of 复核 and 复核意见 the longer one.
  private static func nearest(_ text: HeadText, _ heads: [Head]) -> Column? {
    heads.filter { text.base.hasPrefix($0.text.base) }.max { $0.text.base.count < $1.text.base.count }?.column
  }

  /// Returns findings for the columns that cannot be told, and for heads that were changed.
  ///
  /// - Parameters:
  ///   - entries: the columns that are filled in; of the others only a changed head is named.
  ///   - indicator: whose list it is.
  func findings(
    of entries: [Column], unit: String, file: String, sheet: SourceSheet, indicator: String? = nil
  ) -> [Finding] {
    func texts(_ cells: [SourceCell]) -> String {
      cells.map { CellTextCleaner.trimmed($0.text) }.joined(separator: "、")
    }
    let open = heads.filter { undecided[$0.column] != nil }
    let missing = open.filter { entries.contains($0.column) }.map { head in
      let found = undecided[head.column] ?? []
      let like = found.isEmpty ? strangers : found
      return BuiltInRule.columnMissing.finding(
        unit: unit, file: file, sheet: sheet.name,
        cells: like.isEmpty ? [sheet.filledRange(ofRow: row).a1] : like.map(\.reference.a1), indicator: indicator,
        text: like.isEmpty ? nil : texts(like), expected: head.name)
    }
    let renamed = heads.compactMap { head in
      reworded[head.column].map { cell in
        BuiltInRule.normalized.finding(
          unit: unit, file: file, sheet: sheet.name, cells: [cell.reference.a1], indicator: indicator,
          text: CellTextCleaner.trimmed(cell.text), value: head.name)
      }
    }
    let changed = open.filter { !entries.contains($0.column) }
    let like = changed.flatMap { undecided[$0.column] ?? [] }
    let printed = changed.filter { undecided[$0.column]?.isEmpty == false || !strangers.isEmpty }
    let cells = like + (printed.contains { undecided[$0.column]?.isEmpty == true } ? strangers : [])
    guard missing.isEmpty, !printed.isEmpty else { return missing + renamed }
    let names = printed.map { "“\($0.name)”" }.joined(separator: "、")
    return renamed + [
      BuiltInRule.outsideLayout.finding(
        unit: unit, file: file, sheet: sheet.name, cells: cells.map(\.reference.a1), indicator: indicator,
        text: texts(cells), value: "表头不是下发的，这一栏里的", expected: "把改了的表头改回\(names)；另加的栏目移到表外")
    ]
  }
}
