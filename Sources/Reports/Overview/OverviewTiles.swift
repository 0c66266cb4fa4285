import Consolidation
import OfficeStyle
import PlanModel
import XLSXWriting

/// The six tiles: how many items are judged, and how they stand.
struct OverviewTiles {
  let content: SummaryContent

  struct Tile {
    let label: String
    let strip: RGBColor
    let color: RGBColor
    let figure: CellContent
    let note: CellContent
  }

  private var rows: MethodRows { MethodRows(context: content.context) }
  private var shares: StateShares { content.shares }

  var tiles: [Tile] { [assessed] + StateShares.Group.allCases.enumerated().map { tile($1, $0) } }

  private func cell(_ row: Int, _ column: Int) -> String { SheetName.method.reference(row: row, column: column) }

  private var assessed: Tile {
    let table = content.table
    let count = StateCount(
      states: SheetName.indicators.rawValue.quotedSheet + table.states(table.allRows))
    let formula =
      "\"指标\"&COUNTIF(\(count.states),\"?*\")&\"项，另\"&(\(count.count([.notAssessed])))&\"项不考核\""
    let text = "指标\(table.items.count)项，另\(shares.notAssessed)项不考核"
    return Tile(
      label: "考核指标", strip: Palette.accent, color: Palette.accent,
      figure: .formula(cell(rows.shareSum, MethodRows.countColumn), .number(Double(shares.assessed))),
      note: .formula(formula, .text(text)))
  }

  private func tile(_ group: StateShares.Group, _ index: Int) -> Tile {
    let number = shares.counts[index]
    let (strip, alarm) = Self.look(group)
    let share = cell(rows.firstShare + index, MethodRows.shareColumn)
    let note = lights(group)
    return Tile(
      label: group.rawValue, strip: strip, color: alarm && number > 0 ? Palette.brick : Palette.ink,
      figure: .formula(
        cell(rows.firstShare + index, MethodRows.countColumn), .number(Double(number))),
      note: .formula(
        "\"占\"&TEXT(\(share),\"0.0\")&\"%\(note)\"", .text("占\(shares.percentages[index].description)%\(note)")))
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

  /// Which light goes with the state.
  private func lights(_ group: StateShares.Group) -> String {
    switch group {
    case .completed, .onPace: "　绿灯"
    case .behind: "　黄灯、红灯"
    case .overdue, .notReported: "　红灯"
    }
  }
}

extension String {
  /// The name of a sheet as formulas put it before a range.
  var quotedSheet: String { "'\(self)'!" }
}
