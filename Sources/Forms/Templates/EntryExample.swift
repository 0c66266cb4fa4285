import PlanModel
import Validation

/// What the messages of a cell give as an example: each passes when it is typed into the cell.
struct EntryExample {
  let layout: FormLayout.Row
  /// `nil` for a row that the plan no longer has.
  let indicator: Indicator?
  let unit: String
  let period: Period

  /// A day of the form's own period.
  var day: String { period.lastDay.description }

  /// False where “—” would come back: the item has a share, a goal, a deadline or an earlier figure.
  var takesDash: Bool {
    guard let indicator else { return true }
    return DueReasons(indicator, unit: unit, previous: previous, in: period).words.isEmpty
  }

  private var previous: FixedDecimal? { layout.previous.flatMap { FixedDecimal($0) } }
  private var goal: FixedDecimal? { indicator?.goal(of: unit, in: period) }

  /// A number as the column takes it: not below 上期累计, of the size of a month's share.
  var number: String {
    if layout.measure == "%" { return "65" }
    if layout.entry.column != .current, let previous, previous > 0 { return previous.shortest }
    guard let goal, goal > 0 else { return "12" }
    let share = layout.entry.isState ? goal : (try? goal.divided(by: 12, places: min(layout.places, 2))) ?? goal
    return (share.isZero ? min(goal, 1) : share).shortest
  }
}
