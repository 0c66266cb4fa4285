import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// The rows of a unit's sheet: what it reports itself, and what it leads.
struct UnitRows {
  let content: SummaryContent
  let unit: UnitContent
  /// Rows of the judged items on 指标汇总, by code.
  private let rows: [String: Int]

  private var context: ReportContext { content.context }
  private var theme: Theme { context.theme }

  init(content: SummaryContent, unit: UnitContent) {
    self.content = content
    self.unit = unit
    let led = Set(unit.led.map(\.indicator.code))
    rows = Dictionary(
      content.table.items.filter { led.contains($0.indicator.code) }.map { ($0.indicator.code, $0.row) },
      uniquingKeysWith: { first, _ in first })
  }

  // MARK: 本单位指标

  func row(_ line: UnitContent.Line, number: Int, at row: Int) -> TableRow {
    let indicator = line.result.indicator
    let own = indicator.numerator == nil ? [line.figure.current, line.figure.cumulative] : []
    let style = FigureStyle(indicator, showing: own.lazy.compactMap(\.self))
    let pace = line.own?.gap == nil ? nil : line.result.pace ?? ownPace(indicator)
    var cells: [TableCell] = [
      .integer(number, theme.ordinal), .text(indicator.name, theme.text),
      .text(indicator.measure.isEmpty ? "—" : indicator.measure, theme.centeredText), target(line),
      value(line.figure.current, style), cumulative(line, style), rate(line, row),
      pace.map { .number($0, .rate, theme.figure(.rate)) } ?? .text("—", theme.dash),
    ]
    if let gap = line.own?.gap, line.own?.rate != nil {
      let formula = "IF(ISNUMBER(G\(row + 1)),ROUND(ROUND(G\(row + 1)-H\(row + 1),8),1),\"—\")"
      cells.append(.formula(formula, gap, .rate, theme.figure(.gap)))
    } else {
      cells.append(.text("—", theme.dash))
    }
    cells += state(line, row)
    cells += [RegisterWords.Column.problems, .nextSteps].map { column in
      let entry = line.figure.row.map { column.entry($0).figure } ?? .blank
      return .text(entry == .blank ? "—" : PersonalData.masked(entry.plain), theme.remark)
    }
    return TableRow(cells: cells)
  }

  private func ownPace(_ indicator: Indicator) -> FixedDecimal? {
    (try? indicator.pacePercentage(in: context.period.period)?.rounded(to: 1)) ?? nil
  }

  private func target(_ line: UnitContent.Line) -> TableCell {
    let indicator = line.result.indicator
    if indicator.isDated {
      return .text(TargetWords(period: context.period.period, result: line.result).word, theme.figureWord)
    }
    guard let share = line.own?.share else { return .text("—", theme.dash) }
    let isMade = indicator.illustrative.covers("allocation") && !indicator.allocation.isEmpty
    let own = FigureStyle(
      places: FigureStyle(indicator, showing: [share]).places, sign: ChineseText.sign(indicator), illustrative: isMade)
    return .number(share, own, theme.figure(own.number))
  }

  private func value(_ value: FixedDecimal?, _ style: FigureStyle) -> TableCell {
    value.map { .number($0, style, theme.figure(style.number)) } ?? .text("—", theme.dash)
  }

  /// Returns the unit's cell of 指标汇总 where it has one to itself: another figure there moves this one.
  private func cumulative(_ line: UnitContent.Line, _ style: FigureStyle) -> TableCell {
    let cell = UnitCell([line.figure], of: line.result.indicator, in: context.period.period)
    guard let value = cell.number else { return .text(cell.shown, theme.figureWord) }
    let columns = content.table.columns
    let own = line.figure.isManual ? style.manual : style
    let column = columns.column(of: unit.unit)
    guard let row = line.row, column != columns.own else { return .number(value, own, theme.figure(own.number)) }
    return .formula(
      SheetName.indicators.reference(row: row, column: column), value, own, theme.figure(own.number))
  }

  private func rate(_ line: UnitContent.Line, _ row: Int) -> TableCell {
    guard let rate = line.own?.rate, let share = line.own?.share, share > 0 else { return .text("—", theme.dash) }
    let (figure, target) = ("F\(row + 1)", "D\(row + 1)")
    return .formula("IF(ISNUMBER(\(figure)),\(figure)*100/\(target),\"—\")", rate, .rate, theme.figure(.rate))
  }

  /// Returns 灯 and 进度状态, live where the unit has a target to compare with.
  private func state(_ line: UnitContent.Line, _ row: Int) -> [TableCell] {
    guard let own = line.own else {
      let (light, word): (Light, String) =
        switch line.figure.state {
        case .notReported: (.red, "未报送")
        case .disputed: (.grey, "待定")
        case .reported, .notApplicable: (.grey, line.result.isAssessed ? "按全市考核" : "不考核")
        }
      return [.text(light.chinese, theme.light), .text(word, theme.status)]
    }
    if line.figure.state == .disputed { return [.text(own.light.chinese, theme.light), .text("待定", theme.status)] }
    guard own.gap != nil, own.rate != nil else {
      return [.text(own.light.chinese, theme.light), .text(own.state.chinese, theme.status)]
    }
    let indicator = line.result.indicator
    let (figure, target, gap, state) = ("F\(row + 1)", "D\(row + 1)", "I\(row + 1)", "K\(row + 1)")
    let isOver = indicator.deadline.map { $0.date <= context.period.period.lastDay } ?? false
    let met = "\(figure)\(indicator.comparator == .equal ? "=" : ">=")\(target)"
    let short = isOver ? "\"逾期\"" : "IF(\(gap)>0,\"超序时\",IF(\(gap)=0,\"达序时\",\"未达序时\"))"
    let yellow = context.plan.reporting.yellowPoints.shortest
    let light =
      "IF(OR(\(state)=\"逾期\",\(state)=\"未报送\"),\"红\",IF(\(state)=\"未达序时\",IF(\(gap)<-\(yellow),\"红\",\"黄\"),\"绿\"))"
    return [
      .formula(light, own.light.chinese, theme.light),
      .formula("IF(ISNUMBER(\(figure)),IF(\(met),\"已完成\",\(short)),\"未报送\")", own.state.chinese, theme.status),
    ]
  }

  // MARK: 牵头指标

  /// Returns the cells of an item that the unit leads: the row of 指标汇总 in the same book, else its values.
  func led(_ result: IndicatorResult, number: Int) -> [TableCell] {
    let words = TargetWords(period: context.period.period, result: result)
    let style = FigureStyle(totalOf: result)
    let row = unit.isLinked ? rows[result.indicator.code] : nil
    let columns = content.table.columns
    func figure(_ value: FixedDecimal?, _ style: FigureStyle, _ column: Int?, _ word: String = "—") -> TableCell {
      guard let value else { return .text(word, word == "—" ? theme.dash : theme.figureWord) }
      guard let row, let column else { return .number(value, style, theme.figure(style.number)) }
      return .formula(
        SheetName.indicators.reference(row: row, column: column), value, style, theme.figure(style.number))
    }
    func word(_ word: String, _ column: Int, _ format: CellFormat) -> TableCell {
      guard let row else { return .text(word, format) }
      return .formula(SheetName.indicators.reference(row: row, column: column), word, format)
    }
    return [
      .integer(number, theme.ordinal), .text(result.indicator.name, theme.text),
      .text(words.measure, theme.centeredText),
      figure(words.number?.0, words.number?.1 ?? style, columns.target, words.word),
      figure(result.current, style, nil),
      figure(result.total, style, columns.total, content.table.totalWord(result)),
      figure(result.rate, .rate, columns.rate), figure(result.pace, .rate, columns.pace),
      gap(result, row), word(result.light.chinese, columns.light, theme.light),
      word(result.state.chinese, columns.state, theme.status), .text(content.remarks(result), theme.remark),
    ]
  }

  private func gap(_ result: IndicatorResult, _ row: Int?) -> TableCell {
    guard let gap = result.gap else { return .text("—", theme.dash) }
    let format = theme.figure(.gap)
    guard let row else { return .number(gap, .rate, format) }
    return .formula(
      SheetName.indicators.reference(row: row, column: content.table.columns.gap), gap, .rate, format)
  }
}
