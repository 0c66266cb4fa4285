import Consolidation
import PlanModel

/// The live formulas of one row of 指标汇总, without their leading `=`.
struct IndicatorFormulas {
  let columns: IndicatorColumns
  let standing: Standing
  let row: Int
  let period: Period
  /// What stands where no figure counts.
  let absence: String

  private var indicator: Indicator { standing.indicator }
  private var figures: String { columns.figures(row) }
  private var total: String { columns.cell(row, columns.total) }
  private var target: String { columns.cell(row, columns.target) }
  private var rate: String { columns.cell(row, columns.rate) }
  private var gap: String { columns.cell(row, columns.gap) }
  private var state: String { columns.cell(row, columns.state) }

  /// 全市 by the indicator's aggregate; `nil` where too many columns would have to be asked one by one.
  func sum() -> String? {
    guard let body = body() else { return nil }
    return "IF(COUNT(\(figures))=0,\"\(absence)\",\(body))"
  }

  private func body() -> String? {
    switch indicator.aggregate {
    case .sum:
      let places = standing.figures.compactMap { $0.cumulative?.normalized.places }.max() ?? 0
      // Sums of decimal fractions are rounded, or binary noise decides whether a target is met.
      guard max(places, indicator.places) > 0 else { return "SUM(\(summed))" }
      return "ROUND(SUM(\(summed)),\(max(6, places)))"
    case .min, .milestone: return "MIN(\(figures))"
    case .max: return "MAX(\(figures))"
    case .latest, .ratio: return latest()
    case .eachUnitMeets: return unitsMeeting()
    }
  }

  /// The cells that are added up: without columns that a superior's figure in another column holds.
  private var summed: String {
    let places = Set(standing.figures.map { columns.column(of: $0.unit) })
    let parts = places.filter { place in
      standing.figures.allSatisfy { columns.column(of: $0.unit) != place || $0.isPart }
    }
    guard !parts.isEmpty else { return figures }
    return (columns.firstCounty...columns.own).filter { !parts.contains($0) }
      .map { columns.cell(row, $0) }.joined(separator: ",")
  }

  /// The first figure in the order in which the units report.
  private func latest() -> String? {
    var order: [Int] = []
    for figure in standing.figures {
      let column = columns.column(of: figure.unit)
      if !order.contains(column) { order.append(column) }
    }
    guard order.count <= 40 else { return nil }
    var formula = "\"\(absence)\""
    for column in order.reversed() {
      let cell = columns.cell(row, column)
      formula = "IF(ISNUMBER(\(cell)),\(cell),\(formula))"
    }
    return formula
  }

  private func unitsMeeting() -> String? {
    guard let floor = indicator.target(in: period) else { return nil }
    let sign = indicator.comparator == .moreThan ? ">" : ">="
    let shared = standing.figures.count { columns.column(of: $0.unit) == columns.own }
    let criterion = "\"\(sign)\(floor.shortest)\""
    guard shared > 1 else { return "COUNTIF(\(figures),\(criterion))" }
    // Several units share the last column, which then holds the number of those that meet the floor.
    let own = "N(\(columns.cell(row, columns.own)))"
    guard !columns.counties.isEmpty else { return own }
    let counties = "\(columns.cell(row, columns.firstCounty)):\(columns.cell(row, columns.own - 1))"
    return "COUNTIF(\(counties),\(criterion))+\(own)"
  }

  /// 全市 of a ratio: the units that have both parts, top over bottom.
  func ratio(numerator: Int, denominator: Int) -> String {
    let (top, bottom) = (columns.figures(numerator), columns.figures(denominator))
    let both = "--ISNUMBER(\(top)),--ISNUMBER(\(bottom))"
    let divisor = "SUMPRODUCT(\(both),\(bottom))"
    return "IF(\(divisor)=0,\"\(absence)\",SUMPRODUCT(\(both),\(top))*100/\(divisor))"
  }

  /// A unit's ratio.
  func ratio(column: Int, numerator: Int, denominator: Int, word: String) -> String {
    let (top, bottom) = (columns.cell(numerator, column), columns.cell(denominator, column))
    return "IF(AND(ISNUMBER(\(top)),ISNUMBER(\(bottom))),IF(\(bottom)=0,\"—\",\(top)*100/\(bottom)),\"\(word)\")"
  }

  /// 完成率; `nil` where the item has none.
  func rateFormula() -> String? {
    guard standing.indicator.isPaced, let value = standing.target, value > 0 else { return nil }
    return "IF(ISNUMBER(\(total)),\(total)*100/\(target),\"—\")"
  }

  /// 差值, rounded twice: first the binary noise, then to one place as it is shown.
  func gapFormula() -> String? {
    guard rateFormula() != nil, standing.pace != nil else { return nil }
    return "IF(ISNUMBER(\(rate)),ROUND(ROUND(\(rate)-\(columns.cell(row, columns.pace)),8),1),\"—\")"
  }

  /// 灯 from 进度状态 and 差值.
  func lightFormula(yellow: FixedDecimal) -> String {
    let behind = indicator.isCeiling ? "\"红\"" : "IF(\(gap)<-\(yellow.shortest),\"红\",\"黄\")"
    return "IF(\(state)=\"不考核\",\"灰\",IF(OR(\(state)=\"逾期\",\(state)=\"未报送\"),\"红\","
      + "IF(\(state)=\"未达序时\",\(behind),\"绿\")))"
  }
}

extension IndicatorFormulas {
  /// 进度状态; `nil` where days or words decide and not figures. What depends on the period alone is constant.
  func stateFormula(isWhole: Bool) -> String? {
    guard indicator.role == .target || indicator.role == .workload, !indicator.isBenchmark, !indicator.isDated,
      !indicator.isWordsOnly, standing.target != nil, absence != "—"
    else { return nil }
    return "IF(ISNUMBER(\(total)),\(judged(isWhole: isWhole)),\"未报送\")"
  }

  private func judged(isWhole: Bool) -> String {
    let isOver = indicator.deadline.map { $0.date <= period.lastDay } ?? false
    if indicator.isCeiling { return "IF(\(met),\"\(isOver ? "已完成" : "达序时")\",\"未达序时\")" }
    let short = isOver ? "\"逾期\"" : underWay
    guard indicator.kind == .ratio else { return "IF(\(met),\"已完成\",\(short))" }
    guard isWhole else { return short }
    let missing = "COUNTIF(\(figures),\"未报送\")+COUNTIF(\(figures),\"待定\")=0"
    return "IF(AND(\(met),\(missing)),\"已完成\",\(short))"
  }

  private var underWay: String {
    guard gapFormula() != nil else { return "\"不考核\"" }
    return "IF(\(gap)>0,\"超序时\",IF(\(gap)=0,\"达序时\",\"未达序时\"))"
  }

  private var met: String {
    if indicator.aggregate == .eachUnitMeets { return "\(total)>=\(target)" }
    switch indicator.comparator {
    case .atLeast, .approximately, .complete: return "\(total)>=\(target)"
    case .moreThan: return "\(total)>\(target)"
    case .atMost: return "\(total)<=\(target)"
    case .lessThan: return "\(total)<\(target)"
    case .equal: return "\(total)=\(target)"
    case .range:
      guard let range = indicator.range else { return "FALSE" }
      return "AND(\(total)>=\(range.lowerBound.shortest),\(total)<=\(range.upperBound.shortest))"
    }
  }
}
