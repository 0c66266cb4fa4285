import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// The rows of 指标汇总 below the header.
struct IndicatorBody {
  let content: SummaryContent

  var table: IndicatorTable { content.table }
  var columns: IndicatorColumns { table.columns }
  var theme: Theme { content.context.theme }
  var period: ConsolidatedPeriod { content.period }

  /// Returns the format of the indicator codes beside the printed part, for whoever follows a figure to its source.
  static func code(_ theme: Theme) -> CellFormat {
    CellFormat(font: theme.fonts.digest(9, color: Palette.pale), alignment: CellAlignment(.left, .center))
  }

  var rows: [TableRow] {
    let sources = content.provenance.firstRows
    return table.sections.flatMap { section in
      [head(section)]
        + section.items.flatMap { item in
          [linked(row(item), item.indicator, sources)]
            + item.parts.map { linked(row($0, of: item), $0.result.indicator, sources) }
            + (item.sharesRow.map { [shares(of: item, row: $0)] } ?? [])
        }
    }
  }

  /// Returns the row with a name that leads to the figures' sources.
  private func linked(_ row: TableRow, _ indicator: Indicator, _ sources: [String: Int]) -> TableRow {
    guard let source = sources[indicator.code] ?? indicator.numerator.flatMap({ sources[$0] }) else { return row }
    var row = row
    row.cells[columns.name].link = .cell(
      sheet: SheetName.provenance.rawValue, CellReference(row: source, column: 0))
    return row
  }

  private func head(_ section: IndicatorSection) -> TableRow {
    let count = StateCount(states: table.states(section.rows))
    var cells = [TableCell](repeating: .blank(theme.sectionRow), count: columns.printed.count)
    cells[columns.number] = .text(section.ordinal, theme.sectionNumber)
    cells[columns.name] = .overflowing(section.name, theme.sectionRow)
    cells[columns.remark] = .formula(
      count.section, StateCount.sectionText(section.items.map(\.result)), theme.sectionRemark)
    return TableRow(cells: cells)
  }

  // MARK: Items

  private func row(_ item: IndicatorItem) -> TableRow {
    let result = item.result
    let unitCells = table.cells(item)
    let formulas = IndicatorFormulas(
      columns: columns, result: result, row: item.row, period: period.period, absence: table.absence(result))
    let name = item.indicator.name + (item.indicator.illustrative == .all ? "（示例）" : "")
    var cells: [TableCell] = [
      .integer(item.number, theme.ordinal), .text(name, theme.text),
      .text(TargetWords(period: period.period, result: result).measure, theme.centeredText), target(item),
      total(item, formulas),
    ]
    for (offset, cell) in unitCells.enumerated() {
      cells.append(unit(cell, of: item, column: columns.firstCounty + offset, formulas))
    }
    cells += [rate(item, formulas), pace(result), gap(item, formulas)]
    cells.append(.formula(formulas.lightFormula(yellow: yellow), result.light.chinese, theme.light))
    cells.append(state(result, unitCells, formulas))
    cells.append(.text(content.remarks(result), theme.remark))
    cells += [.blank(CellFormat()), .text(item.indicator.code, Self.code(theme))]
    return TableRow(cells: cells, floor: 19.5, outlineLevel: 1)
  }

  private var yellow: FixedDecimal { period.plan.reporting.yellowPoints }

  private func target(_ item: IndicatorItem) -> TableCell {
    let words = TargetWords(period: period.period, result: item.result)
    if let (value, style) = words.number { return .number(value, style, theme.figure(style.number)) }
    return words.word == "—" ? .text("—", theme.dash) : .text(words.word, wrapped(theme.figureWord))
  }

  private func total(_ item: IndicatorItem, _ formulas: IndicatorFormulas) -> TableCell {
    let result = item.result
    let format = theme.strongFigure(item.style.number)
    if !item.indicator.entryKind.hasTotal {
      let word = table.totalWord(result)
      return word == "—" ? .text(word, theme.dash) : .text(word, wrapped(theme.figureWord))
    }
    var formula = formulas.total()
    if let top = item.numeratorRow, let bottom = item.denominatorRow {
      // Units below each other cannot be told apart by a formula over whole rows.
      let hasParts = result.figures.contains(where: \.isPart)
      formula = hasParts ? nil : formulas.ratio(numerator: top, denominator: bottom)
    }
    // A floor per unit counts units, whatever the figures' own places.
    let style = FigureStyle(totalOf: result)
    switch (formula, result.total) {
    case (let formula?, let total?): return .formula(formula, total, style, theme.strongFigure(style.number))
    case (let formula?, nil): return .formula(formula, formulas.absence, format)
    case (nil, let total?): return .number(total, style, theme.strongFigure(style.number))
    case (nil, nil): return .text(formulas.absence, theme.figureWord)
    }
  }

  private func unit(
    _ cell: UnitCell, of item: IndicatorItem, column: Int, _ formulas: IndicatorFormulas
  ) -> TableCell {
    guard let top = item.numeratorRow, let bottom = item.denominatorRow, cell != .none else {
      return plain(cell, figure: theme.figure(item.style.number), style: item.style)
    }
    var word = "未报送"
    if case .word(let own) = cell { word = own }
    let formula = formulas.ratio(column: column, numerator: top, denominator: bottom, word: word)
    if let value = cell.number {
      return .formula(formula, value, item.style, theme.figure(item.style.number))
    }
    return .formula(formula, word, theme.figure(item.style.number))
  }

  func plain(_ cell: UnitCell, figure: CellFormat, style: FigureStyle) -> TableCell {
    switch cell {
    case .none: .text("—", figure.with { $0.font.color = Palette.pale })
    case .number(let value): .number(value, style, figure)
    case .carried(let value): .number(value, style, figure.with { $0.font.color = Palette.grey })
    case .manual(let value): .number(value, style.manual, figure.with { $0.numberFormat = style.manual.number.code })
    case .word(let word): .text(word, wrapped(figure.with { $0.font = theme.fonts.body(figure.font.size) }))
    }
  }

  func wrapped(_ format: CellFormat) -> CellFormat { format.with { $0.alignment.wraps = true } }

  // MARK: Rate, pace, gap, state

  private func rate(_ item: IndicatorItem, _ formulas: IndicatorFormulas) -> TableCell {
    guard let formula = formulas.rateFormula() else { return .text("—", theme.dash) }
    guard let rate = item.result.rate else { return .formula(formula, "—", theme.figure(.rate)) }
    return .formula(formula, rate, .rate, theme.figure(.rate))
  }

  private func pace(_ result: IndicatorResult) -> TableCell {
    guard let pace = result.pace else { return .text("—", theme.dash) }
    return .number(pace, .rate, theme.figure(.rate))
  }

  private func gap(_ item: IndicatorItem, _ formulas: IndicatorFormulas) -> TableCell {
    guard let formula = formulas.gapFormula() else { return .text("—", theme.dash) }
    guard let gap = item.result.gap else { return .formula(formula, "—", theme.figure(.gap)) }
    return .formula(formula, gap, .rate, theme.figure(.gap))
  }

  private func state(
    _ result: IndicatorResult, _ cells: [UnitCell], _ formulas: IndicatorFormulas
  ) -> TableCell {
    // Where units share a column, one that did not report may be hidden behind the others.
    let isSeen = result.excluded.isEmpty || cells.contains(.missing) || cells.contains(.disputed)
    guard let formula = formulas.stateFormula(showsWhole: isSeen) else {
      return .text(result.state.chinese, theme.status)
    }
    return .formula(formula, result.state.chinese, theme.status)
  }
}
