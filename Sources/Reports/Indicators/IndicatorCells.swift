import Consolidation
import PlanModel

extension IndicatorTable {
  /// Returns the units' cells of an item, in the order of the columns.
  func cells(_ item: IndicatorItem) -> [UnitCell] {
    let own = cells(item.result)
    guard let top = item.parts.first(where: { $0.row == item.numeratorRow }),
      let bottom = item.parts.first(where: { $0.row == item.denominatorRow })
    else { return own }
    let pairs = zip(cells(of: top, in: item), cells(of: bottom, in: item))
    return zip(own, pairs).map { cell, parts in Self.ratio(parts.0, parts.1) ?? (cell.number == nil ? cell : .none) }
  }

  /// Returns the ratio of two cells; `nil` unless both are numbers.
  private static func ratio(_ top: UnitCell, _ bottom: UnitCell) -> UnitCell? {
    guard let top = top.number, let bottom = bottom.number else { return nil }
    let value = try? top.multiplied(by: .hundred).divided(by: bottom, places: 10)
    return value.map { .number($0.normalized) } ?? UnitCell.none
  }

  /// Returns the units' cells of an indicator, in the order of the columns.
  ///
  /// - Parameter other: the other part of a ratio; where several units share a column, only those with both parts count.
  private func cells(_ result: IndicatorResult, pairedWith other: IndicatorResult? = nil) -> [UnitCell] {
    let byColumn = Dictionary(grouping: result.figures) { columns.column(of: $0.unit) }
    return columns.figures.map { column in
      let figures = byColumn[column] ?? []
      let cell = UnitCell(figures, of: result.indicator, in: period.period)
      guard let other, figures.count > 1, cell.number != nil else { return cell }
      let paired = figures.filter { part in
        part.cumulative != nil && other.figures.first { $0.unit.id == part.unit.id }?.cumulative != nil
      }
      return paired.isEmpty ? .missing : UnitCell(paired, of: result.indicator, in: period.period)
    }
  }

  /// Returns the total of cells that stand beside each other, as the row's formula makes it.
  func total(of cells: [UnitCell], _ result: IndicatorResult) -> FixedDecimal? {
    let aggregate = result.indicator.aggregate
    guard aggregate.isTotalOfCells else { return result.total }
    let numbers = columns.order(of: result).compactMap { cells[$0 - columns.firstCounty].number }
    return (try? aggregate.total(of: numbers, floor: nil)) ?? nil
  }

  /// Returns the cells of one part of a ratio.
  func cells(of part: IndicatorItem.Part, in item: IndicatorItem) -> [UnitCell] {
    let code = part.result.indicator.code
    let other =
      switch code {
      case item.indicator.numerator: item.indicator.denominator
      case item.indicator.denominator: item.indicator.numerator
      default: String?.none
      }
    return cells(
      part.result,
      pairedWith: other.flatMap { code in item.parts.first { $0.result.indicator.code == code }?.result })
  }

  /// Returns what 全市 shows in a row that holds words: how far the units are.
  func totalWord(_ result: IndicatorResult) -> String {
    let concerned = result.figures.filter { $0.state != .notApplicable }
    guard let first = concerned.first else { return "—" }
    if result.state == .completed { return "已完成" }
    if concerned.allSatisfy({ $0.state == .notReported }) { return "未报送" }
    if concerned.count == 1 { return UnitCell([first], of: result.indicator, in: period.period).shown }
    if concerned.allSatisfy({ $0.state == .disputed }) { return "待定" }
    let done = concerned.count {
      $0.state == .reported && (result.indicator.isWordsOnly || $0.row?.cumulative.figure.date != nil)
    }
    return done == concerned.count ? "已报" : "\(done)/\(concerned.count)家"
  }

  /// Returns what 全市 shows while no figure counts.
  func absence(_ result: IndicatorResult) -> String {
    let concerned = result.figures.filter { $0.state != .notApplicable }
    if concerned.isEmpty { return "—" }
    return concerned.contains { $0.state == .notReported } || !concerned.contains { $0.state == .disputed }
      ? "未报送" : "待定"
  }
}
