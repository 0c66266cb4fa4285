import Consolidation
import PlanModel
import SpreadsheetML

/// Where the columns of 指标汇总 stand; their number depends on the counties.
struct IndicatorColumns {
  /// In table order; each has a column of its own.
  let counties: [Unit]
  private let places: [String: Int]

  init(counties: [Unit]) {
    self.counties = counties
    places = Dictionary(counties.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  let number = 0
  let name = 1
  let measure = 2
  let target = 3
  /// 全市.
  let total = 4
  var firstCounty: Int { 5 }
  /// 市本级及直属: all units that are no county.
  var own: Int { 5 + counties.count }
  var rate: Int { own + 1 }
  var pace: Int { own + 2 }
  var gap: Int { own + 3 }
  var light: Int { own + 4 }
  var state: Int { own + 5 }
  var remark: Int { own + 6 }
  /// Beyond the printed part, after a gap: the indicator's code.
  var code: Int { own + 8 }

  var printed: ClosedRange<Int> { 0...remark }
  /// The figures of the units.
  var figures: ClosedRange<Int> { firstCounty...own }

  /// Returns the name of a cell: `K9`.
  func cell(_ row: Int, _ column: Int) -> String { CellReference(row: row, column: column).a1 }

  /// Returns the cells of the units' figures in a row: `F9:J9`.
  func figures(_ row: Int) -> String { "\(cell(row, firstCounty)):\(cell(row, own))" }

  /// Returns the column in which a unit's figure stands.
  func column(of unit: Unit) -> Int {
    places[unit.id].map { firstCounty + $0 } ?? own
  }

  /// Returns the columns of a result's figures in the order in which the units report, each once.
  func order(of result: IndicatorResult) -> [Int] {
    var order: [Int] = []
    for figure in result.figures {
      let column = column(of: figure.unit)
      if !order.contains(column) { order.append(column) }
    }
    return order
  }
}
