import Consolidation
import PlanModel

/// The live formulas of one row of 指标汇总, without their leading `=`.
struct IndicatorFormulas {
  let columns: IndicatorColumns
  let result: IndicatorResult
  let row: Int
  let period: Period
  /// What stands where no figure counts.
  let absence: String

  private var indicator: Indicator { result.indicator }
  private var figures: String { columns.figures(row) }
  private var totalCell: String { columns.cell(row, columns.total) }
  private var target: String { columns.cell(row, columns.target) }
  private var rate: String { columns.cell(row, columns.rate) }
  private var gap: String { columns.cell(row, columns.gap) }
  private var state: String { columns.cell(row, columns.state) }

  /// Returns the formula of 全市 by the indicator's aggregate; `nil` where too many columns would have to be asked one by
  /// one.
  func total() -> String? {
    indicator.aggregate.formula(over: cells, floor: indicator.floor(in: period)).map {
      "IF(COUNT(\(figures))=0,\"\(absence)\",\($0))"
    }
  }

  private var cells: AggregatedCells {
    let isShared = result.figures.count { columns.column(of: $0.unit) == columns.own } > 1
    let places = result.figures.compactMap { $0.cumulative?.normalized.places }.max() ?? 0
    return AggregatedCells(
      all: figures, added: added, first: first, shared: isShared ? columns.cell(row, columns.own) : nil,
      unshared: columns.counties.isEmpty
        ? nil : "\(columns.cell(row, columns.firstCounty)):\(columns.cell(row, columns.own - 1))",
      places: max(places, indicator.places))
  }

  /// The cells that are added up: without columns that a superior's figure in another column holds.
  private var added: String {
    let places = Set(result.figures.map { columns.column(of: $0.unit) })
    let parts = places.filter { place in
      result.figures.allSatisfy { columns.column(of: $0.unit) != place || $0.isPart }
    }
    guard !parts.isEmpty else { return figures }
    return (columns.firstCounty...columns.own).filter { !parts.contains($0) }
      .map { columns.cell(row, $0) }.joined(separator: ",")
  }

  /// The formula of the first figure in the order in which the units report.
  private var first: String? {
    let order = columns.order(of: result)
    guard order.count <= 40 else { return nil }
    var formula = "\"\(absence)\""
    for column in order.reversed() {
      let cell = columns.cell(row, column)
      formula = "IF(ISNUMBER(\(cell)),\(cell),\(formula))"
    }
    return formula
  }

  /// Returns the formula of 全市 of a ratio: top over bottom, of the units that have both parts.
  func ratio(numerator: Int, denominator: Int) -> String {
    let (top, bottom) = (columns.figures(numerator), columns.figures(denominator))
    let both = "--ISNUMBER(\(top)),--ISNUMBER(\(bottom))"
    let divisor = "SUMPRODUCT(\(both),\(bottom))"
    return "IF(\(divisor)=0,\"\(absence)\",SUMPRODUCT(\(both),\(top))*100/\(divisor))"
  }

  /// Returns the formula of a unit's ratio.
  func ratio(column: Int, numerator: Int, denominator: Int, word: String) -> String {
    let (top, bottom) = (columns.cell(numerator, column), columns.cell(denominator, column))
    return "IF(AND(ISNUMBER(\(top)),ISNUMBER(\(bottom))),IF(\(bottom)=0,\"—\",\(top)*100/\(bottom)),\"\(word)\")"
  }

  // MARK: Progress

  private var calculation: ProgressCalculation {
    ProgressCalculation(indicator, target: result.target, pace: result.pace, in: period)
  }

  /// Returns the cell of a term of the row.
  private func cell(_ term: ProgressCalculation.Term) -> String {
    switch term {
    case .total: totalCell
    case .target: target
    case .rate: rate
    case .pace: columns.cell(row, columns.pace)
    case .gap: gap
    case .state: state
    case .isWhole: "COUNTIF(\(figures),\"未报送\")+COUNTIF(\(figures),\"待定\")=0"
    }
  }

  /// Returns the formula of 完成率; `nil` where the item has none.
  func rateFormula() -> String? { calculation.rate?.formula(cell) }

  /// Returns the formula of 差值; `nil` where the item has none.
  func gapFormula() -> String? { calculation.gap?.formula(cell) }

  /// Returns the formula of 灯 from 进度状态 and 差值.
  func lightFormula(yellow: FixedDecimal) -> String { calculation.light(yellow: yellow).formula(cell) }

  /// Returns the formula of 进度状态; `nil` where days or words decide and not figures.
  ///
  /// - Parameter showsWhole: false where a unit is missing of which the row shows nothing.
  func stateFormula(showsWhole: Bool) -> String? {
    guard indicator.isNumeric, absence != "—" else { return nil }
    return calculation.state(showsWhole: showsWhole)?.formula(cell)
  }
}
