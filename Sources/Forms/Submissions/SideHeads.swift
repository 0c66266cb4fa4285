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
    fileprivate let text: HeadText

    init(_ column: Column, _ name: String) {
      self.column = column
      self.name = name
      text = HeadText(name)
    }
  }

  private(set) var columns: [Column: Int] = [:]
  /// The columns that cannot be told, with the cells that are like their heads; none where there are none.
  private(set) var undecided: [Column: [SourceCell]] = [:]
  let row: Int
  private let heads: [Head]

  /// How many columns of the table the row knows, decided or not.
  var count: Int { columns.count + undecided.count { !$0.value.isEmpty } }

  func knows(_ column: Column) -> Bool { columns[column] != nil || undecided[column]?.isEmpty == false }

  /// All columns of the sheet that are, or may be, the table's.
  var places: Set<Int> { Set(columns.values).union(undecided.values.joined().map(\.reference.column)) }

  /// - Parameter period: of the form, which a head may name; `nil` where it is not known.
  init(_ sheet: SourceSheet, row: Int, heads: [Head], period: Period?) {
    self.row = row
    self.heads = heads
    // A head is short; the long texts of other sheets need not be brought into the form for comparing.
    let texts = sheet.cells(inRow: row).compactMap { cell -> (cell: SourceCell, text: HeadText)? in
      guard case .string(let text)? = cell.value, text.utf8.count <= 192, cell.isAsSeen else { return nil }
      return (cell, HeadText(text))
    }
    let own = Set(heads.map(\.text.full))
    let others = texts.filter { !own.contains($0.text.full) && !$0.text.base.isEmpty }
    for head in heads {
      let exact = texts.filter { $0.text.full == head.text.full }
      let same = others.filter { $0.text.base == head.text.base && $0.text.isNeutral(.current, period: period) }
      let hits = exact.isEmpty ? same : exact
      if hits.count == 1 {
        columns[head.column] = hits[0].cell.reference.column
      } else {
        let like = hits.isEmpty ? others.filter { Self.nearest($0.text, heads) == head.column } : hits
        undecided[head.column] = like.map(\.cell)
      }
    }
  }

  /// Returns the column whose head a text goes on from; of 复核 and 复核意见 the longer one.
  private static func nearest(_ text: HeadText, _ heads: [Head]) -> Column? {
    heads.filter { text.base.hasPrefix($0.text.base) }.max { $0.text.base.count < $1.text.base.count }?.column
  }

  /// Returns a finding for each of the columns that cannot be told.
  func findings(of columns: [Column], unit: String, file: String, sheet: SourceSheet) -> [Finding] {
    heads.filter { head in columns.contains { $0 == head.column } }.compactMap { head in
      guard let like = undecided[head.column] else { return nil }
      let cells = like.isEmpty ? [sheet.filledRange(ofRow: row).a1] : like.map(\.reference.a1)
      return BuiltInRule.columnMissing.finding(
        unit: unit, file: file, sheet: sheet.name, cells: cells,
        text: like.isEmpty ? nil : like.map { CellTextCleaner.trimmed($0.text) }.joined(separator: "、"),
        expected: head.name)
    }
  }
}
