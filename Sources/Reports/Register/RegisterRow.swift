import Consolidation
import OfficeStyle
import PlanModel
import XLSXWriting

/// One item's row of 任务台账.
struct RegisterRow {
  let content: SummaryContent
  let item: IndicatorItem

  static let rateColumn = 9
  static let stateColumn = 11

  private var theme: Theme { content.context.theme }
  private var result: IndicatorResult { item.result }
  private var indicator: Indicator { item.indicator }
  private var columns: IndicatorColumns { content.table.columns }

  var row: TableRow {
    let words = RegisterWords(period: content.period, result: result)
    let signature = words.signature
    func name(_ text: String?) -> TableCell {
      guard let text, !text.isEmpty else { return dash }
      // Names and telephone numbers are not broken.
      let isShort = TextMeasure.width(of: text) <= 20
      return .text(text, theme.centeredText.with { $0.alignment.wraps = !isShort })
    }
    let cells: [TableCell] = [
      .integer(item.number, theme.ordinal), task, target,
      .text(TargetWords(period: content.period.period, result: result).measure, theme.centeredText), deadline,
      .text(result.task.leads.joined(separator: "、"), theme.text),
      .text(result.task.responsible.joined(separator: "、"), theme.text), current, total, rate, pace, state,
      .text(words.text(.progress), theme.text), .text(words.text(.problems), theme.text),
      .text(words.text(.nextSteps), theme.text), name(signature?.preparer), name(signature?.reviewer),
      name(signature?.phone), signature?.date.map { .date($0, theme.date) } ?? dash, .blank(CellFormat()),
      .text(indicator.code, IndicatorBody.code(theme)),
    ]
    return TableRow(cells: cells, floor: RowMeasure.ledger)
  }

  private var dash: TableCell { .text("—", theme.dash.with { $0.alignment.horizontal = .center }) }

  /// The indicator, and below it the task that it belongs to.
  private var task: TableCell {
    let place = result.task.path.joined()
    let heading = "\(place)　\(result.task.heading)"
    return .rich(
      [
        TextRun(CellText.fitting(indicator.name), font: theme.fonts.body()),
        TextRun("\n" + CellText.fitting(heading), font: theme.fonts.body(9, color: Palette.grey)),
      ], theme.text)
  }

  // MARK: Figures of 指标汇总

  private func reference(_ column: Int) -> String { SheetName.indicators.reference(row: item.row, column: column) }

  private var target: TableCell {
    let words = TargetWords(period: content.period.period, result: result)
    if let (value, style) = words.number {
      return .formula(reference(columns.target), value, style, theme.figure(style.number))
    }
    return .formula(
      reference(columns.target), words.word, words.word == "—" ? theme.dash : wrapped(theme.figureWord))
  }

  private var current: TableCell {
    if let current = result.current { return .number(current, item.style, theme.figure(item.style.number)) }
    let isMissing = result.figures.isEmpty == false && result.figures.allSatisfy { $0.state == .notReported }
    return .text(isMissing ? "未报送" : "—", isMissing ? theme.figureWord : theme.dash)
  }

  private var total: TableCell {
    if let total = result.total {
      let style = FigureStyle(totalOf: result)
      return .formula(reference(columns.total), total, style, theme.figure(style.number))
    }
    let word = !indicator.entryKind.hasTotal ? content.table.totalWord(result) : content.table.absence(result)
    return .formula(reference(columns.total), word, wrapped(theme.figureWord))
  }

  private var rate: TableCell {
    guard let rate = result.rate else { return .formula(reference(columns.rate), "—", theme.dash) }
    return .formula(reference(columns.rate), rate, .rate, theme.figure(.rate))
  }

  private var pace: TableCell {
    guard let pace = result.pace else { return .formula(reference(columns.pace), "—", theme.dash) }
    return .formula(reference(columns.pace), pace, .rate, theme.figure(.rate))
  }

  private var state: TableCell { .formula(reference(columns.state), result.state.chinese, theme.status) }

  private func wrapped(_ format: CellFormat) -> CellFormat { format.with { $0.alignment.wraps = true } }

  private var deadline: TableCell {
    if let deadline = indicator.deadline {
      guard indicator.illustrative.covers("deadline") else { return .date(deadline.date, theme.date) }
      let mark = FigureStyle.illustrativeMark
      return .date(
        deadline.date, theme.date.with { $0.numberFormat = NumberStyle.date.marked(mark).code }, suffix: "（\(mark)）")
    }
    if indicator.isRecurring {
      let mark = indicator.illustrative.covers("frequency") ? "（\(FigureStyle.illustrativeMark)）" : ""
      return .text(ChineseText.every(indicator.frequency) + mark, theme.centeredText)
    }
    return indicator.role == .direction ? .text("持续推进", theme.centeredText) : dash
  }
}
