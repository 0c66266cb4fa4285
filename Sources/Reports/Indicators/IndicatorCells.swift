import Consolidation
import PlanModel

extension IndicatorTable {
  /// The units' cells of an item or a part, in the order of the columns.
  ///
  /// - Parameter other: the other part of a ratio; where several units share a column, only those with both parts count.
  func cells(_ standing: Standing, pairedWith other: Standing? = nil) -> [UnitCell] {
    columns.figures.map { column in
      var figures = standing.figures.filter { columns.column(of: $0.unit) == column }
      if let other, figures.count > 1 {
        let paired = figures.filter { part in
          part.cumulative != nil && other.figures.first { $0.unit.id == part.unit.id }?.cumulative != nil
        }
        if !paired.isEmpty { figures = paired }
      }
      return UnitCell(figures, of: standing.indicator, in: period.period)
    }
  }

  /// The cells of one part of a ratio.
  func cells(of part: IndicatorItem.Part, in item: IndicatorItem) -> [UnitCell] {
    let code = part.standing.indicator.code
    let other =
      switch code {
      case item.indicator.numerator: item.indicator.denominator
      case item.indicator.denominator: item.indicator.numerator
      default: String?.none
      }
    return cells(part.standing, pairedWith: other.flatMap { period.standing(code: $0) })
  }

  /// 全市 of a row that holds words: how far the units are.
  func totalWord(_ standing: Standing) -> String {
    let concerned = standing.figures.filter { $0.state != .notApplicable }
    guard let first = concerned.first else { return "—" }
    if standing.state == .completed { return "已完成" }
    if concerned.allSatisfy({ $0.state == .notReported }) { return "未报送" }
    if concerned.count == 1 { return UnitCell([first], of: standing.indicator, in: period.period).shown }
    if concerned.allSatisfy({ $0.state == .disputed }) { return "待定" }
    let done = concerned.count {
      $0.state == .reported && (standing.indicator.isWordsOnly || $0.row?.cumulative.figure.date != nil)
    }
    return done == concerned.count ? "已报" : "\(done)/\(concerned.count)家"
  }

  /// What 全市 shows while no figure counts.
  func absence(_ standing: Standing) -> String {
    let concerned = standing.figures.filter { $0.state != .notApplicable }
    if concerned.isEmpty { return "—" }
    return concerned.contains { $0.state == .notReported } || !concerned.contains { $0.state == .disputed }
      ? "未报送" : "待定"
  }
}
