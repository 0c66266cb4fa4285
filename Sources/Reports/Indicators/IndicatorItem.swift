import Consolidation
import PlanModel

/// One judged line of 指标汇总, with the lines below it.
struct IndicatorItem {
  /// A line below: 其中, 分子, 分母.
  struct Part {
    let prefix: String
    let result: IndicatorResult
    let row: Int
  }

  /// 序号, counted over the whole sheet.
  let number: Int
  let result: IndicatorResult
  /// Zero-based row of the sheet.
  let row: Int
  let parts: [Part]
  let numeratorRow: Int?
  let denominatorRow: Int?
  /// The hidden line of shares by unit, if units have any.
  let sharesRow: Int?
  /// Of the figures of its row, which are many: made once.
  let style: FigureStyle

  var indicator: Indicator { result.indicator }
  /// The last row that belongs to the item.
  var lastRow: Int { sharesRow ?? parts.last?.row ?? row }
}

/// The items of one lead department.
struct IndicatorSection {
  /// 一, 二, 三.
  let ordinal: String
  let name: String
  let row: Int
  let items: [IndicatorItem]

  /// The rows below the section's own.
  var rows: ClosedRange<Int> { row + 1...max(row + 1, items.last?.lastRow ?? row + 1) }
}
