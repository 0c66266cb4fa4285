import PlanModel
import XLSXWriting

/// What the formulas of a row come to with what stands in its cells: their cached values.
///
/// Each follows `FormFormulas` branch by branch; LibreOffice compares the two (`scripts/deep/50-workbooks.sh`).
struct FormResults {
  let layout: FormLayout.Row
  let contents: FormContents

  private func content(_ column: FormColumn) -> CellContent { contents.content(layout.code, column) }

  /// 上期累计, printed in or entered.
  private var previous: FixedDecimal? { layout.previous.flatMap { FixedDecimal($0) } ?? content(.previous).counted }

  /// 本期 = 累计 − 上期累计; `nil` shows a dash.
  var current: FixedDecimal? {
    guard let now = content(.cumulative).counted, let previous else { return nil }
    return try? now.subtracting(previous)
  }

  /// 累计 = 上期累计 + 本期; of a recurring duty, how often it was done.
  var cumulative: FixedDecimal? {
    let entry = content(.current)
    if layout.entry == .recurring {
      return entry.isBlank ? nil : try? (previous ?? 0).adding(entry.number == nil ? 0 : 1)
    }
    guard let now = entry.counted, let previous else { return nil }
    return try? previous.adding(now)
  }

  private var done: FixedDecimal? {
    switch layout.entry {
    case .flow, .recurring: cumulative
    default: content(.cumulative).counted
    }
  }

  var rate: FixedDecimal? {
    let goal = layout.allocation ?? (layout.targetIsNumber ? layout.target : nil)
    guard layout.goal != nil, let done, let goal = goal.flatMap({ FixedDecimal($0) }), goal != .zero else { return nil }
    return try? done.multiplied(by: .hundred).divided(by: goal, places: 1)
  }
}
