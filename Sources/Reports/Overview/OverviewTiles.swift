import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// The six tiles: how many items are judged, and how they stand.
struct OverviewTiles {
  let content: SummaryContent

  struct Tile {
    let label: String
    let strip: RGBColor
    let color: RGBColor
    let count: Int
    /// The number as a formula of the sheet.
    let figure: CellContent
    let words: String
    /// The words as a formula of the sheet.
    let note: CellContent
  }

  private var rows: MethodRows { MethodRows(context: content.context) }
  private var shares: StateShares { content.shares }

  var tiles: [Tile] { [assessed] + StateShares.Group.allCases.enumerated().map { tile($1, $0) } }

  private func cell(_ row: Int, _ column: Int) -> String { SheetName.method.reference(row: row, column: column) }

  private var assessed: Tile {
    let table = content.table
    let count = StateCount(
      states: SheetName.indicators.rawValue.quotedAsSheetName + "!" + table.states(table.allRows))
    let formula =
      "\"指标\"&COUNTIF(\(count.states),\"?*\")&\"项，另\"&(\(count.count([.notAssessed])))&\"项不考核\""
    let text = "指标\(table.items.count)项，另\(shares.notAssessed)项不考核"
    return Tile(
      label: "考核指标", strip: Palette.accent, color: Palette.accent, count: shares.assessed,
      figure: .formula(cell(rows.shareSum, MethodRows.countColumn), .number(Double(shares.assessed))),
      words: text, note: .formula(formula, .text(text)))
  }

  private func tile(_ group: StateShares.Group, _ index: Int) -> Tile {
    let number = shares.counts[index]
    let (strip, alarm) = Self.look(group)
    let share = cell(rows.firstShare + index, MethodRows.shareColumn)
    let (words, formula) = note(
      group, number, share: share, shares.percentages[index],
      count: cell(rows.firstShare + index, MethodRows.countColumn))
    return Tile(
      label: group.rawValue, strip: strip, color: alarm && number > 0 ? Palette.brick : Palette.ink, count: number,
      figure: .formula(
        cell(rows.firstShare + index, MethodRows.countColumn), .number(Double(number))),
      words: words, note: .formula(formula, .text(words)))
  }

  /// Returns the note of a tile: 占12.5%　较5月增1项; without a period before, the lights that go with the state.
  private func note(
    _ group: StateShares.Group, _ number: Int, share: String, _ percentage: FixedDecimal, count: String
  ) -> (words: String, formula: String) {
    let head = "\"占\"&TEXT(\(share),\"0.0\")&\"%"
    let text = "占\(percentage.description)%"
    guard let last = content.period.comparableSnapshot else {
      return (text + lights(group), "\(head)\(lights(group))\"")
    }
    let shown = Set(content.table.items.map(\.indicator.code))
    let before = last.items.count { shown.contains($0.code) && group.states.contains($0.state) }
    let word = "　较\(last.period.chineseShort)"
    let change = number == before ? "持平" : number > before ? "增\(number - before)项" : "减\(before - number)项"
    return (
      text + word + change,
      "\(head)\(word)\"&IF(\(count)>\(before),\"增\"&(\(count)-\(before))&\"项\",IF(\(count)<\(before),\"减\"&(\(before)-\(count))&\"项\",\"持平\"))"
    )
  }

  private static func look(_ group: StateShares.Group) -> (RGBColor, Bool) {
    switch group {
    case .completed: (Palette.tileDone, false)
    case .onPace: (Palette.tileOnPace, false)
    case .behind: (Palette.tileBehind, false)
    case .overdue: (Palette.tileOverdue, true)
    case .notReported: (Palette.tileMissing, true)
    }
  }

  /// Returns which light goes with the state.
  private func lights(_ group: StateShares.Group) -> String {
    switch group {
    case .completed, .onPace: "　绿灯"
    case .behind: "　黄灯、红灯"
    case .overdue, .notReported: "　红灯"
    }
  }
}
