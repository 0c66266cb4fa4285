import Consolidation
import OfficeStyle
import PlanModel
import XLSXWriting

extension IndicatorBody {
  /// Returns the row of 其中, 分子 or 分母, below its item.
  func row(_ part: IndicatorItem.Part, of item: IndicatorItem) -> TableRow {
    let indicator = part.result.indicator
    let style = FigureStyle(part.result)
    let figure = theme.partFigure(style.number)
    let formulas = IndicatorFormulas(
      columns: columns, result: part.result, row: part.row, period: period.period,
      absence: table.absence(part.result))
    let cells = table.cells(of: part, in: item)
    // Shown beside each other they must add up, whichever units share a column.
    let total = table.total(of: cells, part.result)
    var row: [TableCell] = [
      .blank(theme.partText), .text(part.prefix + indicator.name, theme.partName()),
      .text(TargetWords(period: period.period, result: part.result).measure, theme.partText),
      target(part.result, figure),
    ]
    switch (formulas.total(), total) {
    case (let formula?, let total?): row.append(.formula(formula, total, style, figure))
    case (let formula?, nil): row.append(.formula(formula, formulas.absence, figure))
    case (nil, let total?): row.append(.number(total, style, figure))
    case (nil, nil): row.append(.text(formulas.absence, figure))
    }
    row += cells.map { plain($0, figure: figure, style: style) }
    return finished(row, code: indicator.code, level: 2)
  }

  private func target(_ result: IndicatorResult, _ figure: CellFormat) -> TableCell {
    guard let (value, style) = TargetWords(period: period.period, result: result).number else {
      return .text("—", figure)
    }
    return .number(value, style, theme.partFigure(style.number))
  }

  /// Returns the row of 分解目标: each unit's share of the target, hidden until it is asked for.
  func shares(of item: IndicatorItem, row: Int) -> TableRow {
    let isMade = item.indicator.illustrative.covers("allocation")
    let isFloor = item.indicator.allocation.isEmpty
    let values = shareValues(of: item)
    let style = FigureStyle(item.indicator, showing: values.lazy.compactMap(\.self))
    let figure = theme.partFigure(style.number)
    let name = isFloor ? "每\(item.indicator.per ?? "单位")目标" : "分解目标\(isMade ? "（示例）" : "")"
    var cells: [TableCell] = [
      .blank(theme.partText), .text(name, theme.partName()), .text(item.indicator.measure, theme.partText),
    ]
    let sum = values.compactMap { $0 }.sum ?? 0
    if isFloor {
      cells.append(.text("—", figure))
    } else {
      cells.append(.formula("SUM(\(columns.figures(row)))", sum, style, figure))
    }
    cells.append(.text("—", figure))
    cells += values.map { value in value.map { .number($0, style, figure) } ?? .text("—", figure) }
    var finished = finished(cells, code: item.indicator.code, level: 2)
    if !isFloor, let (target, _) = TargetWords(period: period.period, result: item.result).number {
      let difference = "\(columns.cell(row, columns.target))-\(columns.cell(item.row, columns.target))"
      finished.cells[columns.remark] = .formula(
        "IF(ROUND(\(difference),6)=0,\"分解合计=目标值\",\"分解合计≠目标值\")",
        sum == target ? "分解合计=目标值" : "分解合计≠目标值", theme.partText)
    }
    finished.isHidden = true
    return finished
  }

  /// Returns the shares by column; `nil` where nobody there has a share.
  private func shareValues(of item: IndicatorItem) -> [FixedDecimal?] {
    let isFloor = item.indicator.allocation.isEmpty
    var shares: [Int: [FixedDecimal]] = [:]
    for figure in item.result.figures where isFloor {
      guard let floor = item.indicator.target(in: period.period) else { continue }
      shares[columns.column(of: figure.unit), default: []].append(floor)
    }
    for (id, share) in item.indicator.allocation {
      guard let unit = period.plan.unit(id: id) else { continue }
      shares[columns.column(of: unit), default: []].append(share)
    }
    return columns.figures.map { column in
      guard let shares = shares[column] else { return nil }
      // A floor for each of several units is no sum.
      return isFloor && shares.count > 1 ? nil : shares.sum
    }
  }

  /// Fills a row up to 备注 and adds the code.
  private func finished(_ cells: [TableCell], code: String, level: Int) -> TableRow {
    let rest = columns.printed.count - cells.count
    let blanks = [TableCell](repeating: .blank(theme.partText), count: max(0, rest))
    return TableRow(
      cells: cells + blanks + [.blank(CellFormat()), .text(code, Self.code(theme))], floor: RowMeasure.part,
      outlineLevel: level, isTight: true)
  }
}
