import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML

/// What 指标汇总 holds and on which rows; the other sheets refer to its cells.
struct IndicatorTable {
  let period: ConsolidatedPeriod
  let columns: IndicatorColumns
  let sections: [IndicatorSection]

  /// Two header rows and 栏号 stand below the head.
  static let headerRows = SheetHead.rows...SheetHead.rows + 2
  static let firstRow = SheetHead.rows + 3

  let items: [IndicatorItem]
  /// The row of the closing line.
  var closingRow: Int { (items.last?.lastRow ?? Self.firstRow - 1) + 1 }

  init(_ period: ConsolidatedPeriod) {
    self.period = period
    columns = IndicatorColumns(counties: period.plan.reporting.counties.compactMap { period.plan.unit(id: $0) })
    var builder = IndicatorRows(period: period)
    sections = builder.sections()
    items = sections.flatMap(\.items)
  }

  /// Returns the cells of 进度状态 in some rows, for counting: `$O$9:$O$40`.
  func states(_ rows: ClosedRange<Int>) -> String {
    let first = CellReference(row: rows.lowerBound, column: columns.state).absoluteA1
    let last = CellReference(row: rows.upperBound, column: columns.state).absoluteA1
    return "\(first):\(last)"
  }

  /// The rows of all items.
  var allRows: ClosedRange<Int> { Self.firstRow...max(Self.firstRow, closingRow - 1) }
}

/// Lays the rows out, section by section.
private struct IndicatorRows {
  let period: ConsolidatedPeriod
  var row = IndicatorTable.firstRow
  var number = 0

  /// Indicators that stand below another one and are not judged themselves.
  let partCodes: Set<String>
  let byCode: [String: IndicatorResult]

  init(period: ConsolidatedPeriod) {
    self.period = period
    let byCode = Dictionary(
      period.results.map { ($0.indicator.code, $0) }, uniquingKeysWith: { first, _ in first })
    self.byCode = byCode
    var codes: Set<String> = []
    for result in period.results {
      let indicator = result.indicator
      codes.formUnion([indicator.numerator, indicator.denominator].compactMap { $0 })
      if let whole = indicator.partOf, byCode[whole] != nil { codes.insert(indicator.code) }
    }
    partCodes = codes.filter { code in
      switch byCode[code]?.indicator.role {
      case .context, .criterion, .param: true
      default: false
      }
    }
  }

  mutating func sections() -> [IndicatorSection] {
    var sections: [IndicatorSection] = []
    for group in period.leadGroups {
      let own = group.results.filter { !partCodes.contains($0.indicator.code) }
      guard !own.isEmpty else { continue }
      let head = row
      row += 1
      let items = own.map { item($0) }
      sections.append(
        IndicatorSection(
          ordinal: ChineseText.ordinal(sections.count + 1), name: group.name, row: head, items: items))
    }
    return sections
  }

  private mutating func item(_ result: IndicatorResult) -> IndicatorItem {
    let indicator = result.indicator
    let own = row
    row += 1
    number += 1
    var parts: [IndicatorItem.Part] = []
    func add(_ prefix: String, _ part: IndicatorResult) {
      parts.append(.init(prefix: prefix, result: part, row: row))
      row += 1
    }
    for (prefix, code) in [("分子：", indicator.numerator), ("分母：", indicator.denominator)] {
      if let part = code.flatMap({ byCode[$0] }) { add(prefix, part) }
    }
    let ratioParts = parts
    for (offset, part) in period.results.filter({ $0.indicator.partOf == indicator.code }).enumerated()
    where partCodes.contains(part.indicator.code) {
      add(offset == 0 ? "其中：" : "　　　", part)
    }
    var sharesRow: Int?
    if !indicator.allocation.isEmpty || indicator.aggregate.countsUnits {
      sharesRow = row
      row += 1
    }
    return IndicatorItem(
      number: number, result: result, row: own, parts: parts,
      numeratorRow: ratioParts.first { $0.result.indicator.code == indicator.numerator }?.row,
      denominatorRow: ratioParts.first { $0.result.indicator.code == indicator.denominator }?.row,
      sharesRow: sharesRow, style: FigureStyle(result))
  }
}
