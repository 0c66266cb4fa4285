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

  /// Returns what is worked out beside the entry; `nil` shows a dash.
  func derived(_ derivation: Indicator.EntryKind.Derivation) -> FixedDecimal? {
    let entry = content(layout.decidingColumn)
    switch derivation {
    case .difference:
      guard let now = entry.counted, let previous else { return nil }
      return try? now.subtracting(previous)
    case .sum:
      guard let now = entry.counted, let previous else { return nil }
      return try? previous.adding(now)
    case .count: return entry.isBlank ? nil : try? (previous ?? 0).adding(entry.number == nil ? 0 : 1)
    }
  }

  /// What was done since the start of the year, entered or worked out.
  private var done: FixedDecimal? {
    if case .computed(let derivation) = layout.cells.cumulative { return derived(derivation) }
    return content(.cumulative).counted
  }

  var rate: FixedDecimal? {
    let goal = layout.allocation ?? (layout.targetIsNumber ? layout.target : nil)
    guard layout.goal != nil, let done, let goal = goal.flatMap({ FixedDecimal($0) }), goal != .zero else { return nil }
    return try? done.multiplied(by: .hundred).divided(by: goal, places: 1)
  }
}
