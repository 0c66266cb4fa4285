import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 重点滞后事项 and 例外清单: what needs a leader's hand, and what does not tie, before the tables.
struct LaggingSheet: BookSheet {
  let content: SummaryContent

  private var context: ReportContext { content.context }
  private var theme: Theme { context.theme }
  private static let widths: [Double] = [5, 42, 11, 11, 10, 11.5, 6, 44, 40, 18]
  private static let printed = 0...9
  private static let headers = [
    "序号", "指标", "目标值", "累计完成", "完成率\n(%)", "差值\n(百分点)", "灯", "存在问题（单位自报）", "下一步措施（单位自报）", "责任单位",
  ]

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let lagging = content.period.lagging
    try sheet.setColumnWidths(Self.widths.map { .characters($0) })
    try context.head(.lagging, title: "重点滞后事项和例外清单", right: "年度序时进度：\(context.yearPace.grouped(places: 1))%").write(
      to: sheet, theme: theme, columns: Self.printed, widths: Self.widths)
    var next = SheetHead.rows
    try section("一、滞后事项（\(lagging.count)项，逾期、未报送在前，按差值由低到高）", to: sheet, row: next)
    try sheet.setRow(next + 1, height: 32.25)
    try sheet.writeRow(
      Self.headers.map { .text($0) }, at: CellReference(row: next + 1, column: 0), format: theme.tableHeader)
    let first = next + 2
    let rows = lagging.isEmpty ? [nothing("没有滞后事项。")] : lagging.enumerated().map { row($1, number: $0 + 1) }
    next = try Table(leastWidths: Self.widths, rows: rows).write(to: sheet, from: first, widths: Self.widths)
    try sheet.conditionalFormats(ConditionalFormat.lights(), on: range(first, next - 1, column: 6))
    try sheet.conditionalFormat(.rateBar, on: range(first, next - 1, column: 4))
    let exceptions = ExceptionList(context: context).lines
    try section("二、例外清单（\(exceptions.count)条）", to: sheet, row: next + 1)
    next = try write(exceptions, to: sheet, from: next + 2)
    let note = "注：1.滞后事项指逾期、未报送、超限和低于序时进度的指标。2.存在问题、下一步措施为单位所填，牵头单位的在前。"
    let end = try SheetFoot(note: note).write(
      to: sheet, theme: theme, row: next, columns: Self.printed, widths: Self.widths)
    try sheet.hideGridlines()
    try sheet.setPage(context.page(.table, rows: end, columns: Self.printed))
  }

  private func range(_ first: Int, _ last: Int, column: Int) -> CellRange {
    CellRange(CellReference(row: first, column: column), CellReference(row: max(first, last), column: column))
  }

  private func section(_ title: String, to sheet: WorksheetWriter, row: Int) throws(XLSXWriteError) {
    try sheet.setRow(row, height: 20.25)
    try sheet.merge(
      CellRange(CellReference(row: row, column: 0), CellReference(row: row, column: Self.printed.upperBound)),
      .text(title), format: theme.sectionHead)
  }

  private func nothing(_ words: String) -> TableRow {
    var cells = [TableCell](repeating: .blank(theme.text), count: Self.printed.count)
    cells[1] = .text(words, theme.text)
    return TableRow(cells: cells)
  }

  // MARK: 滞后事项

  private func row(_ result: IndicatorResult, number: Int) -> TableRow {
    let words = RegisterWords(period: content.period, result: result)
    let item = content.table.items.first { $0.indicator.code == result.indicator.code }
    let whole = FigureStyle(totalOf: result)
    var name = TableCell.text(result.indicator.name, theme.text)
    if let item {
      name = .text(result.indicator.name, theme.link)
      name.link = .cell(sheet: SheetName.indicators.rawValue, CellReference(row: item.row, column: 1))
    }
    return TableRow(cells: [
      .integer(number, theme.ordinal), name,
      figure(result.target, item?.row, content.table.columns.target, whole, "—"),
      figure(result.total, item?.row, content.table.columns.total, whole, total(result)),
      figure(result.rate, item?.row, content.table.columns.rate, .rate, "—"), gap(result, item?.row),
      .text(result.light.chinese, theme.light), .text(orDash(words.text(.problems)), theme.text),
      .text(orDash(words.text(.nextSteps)), theme.text), .text(responsible(result), theme.remark),
    ])
  }

  private func orDash(_ words: String) -> String { words.isEmpty ? "—" : words }

  /// Returns the figure of a cell of 指标汇总, live; a word where it holds no number.
  private func figure(
    _ value: FixedDecimal?, _ row: Int?, _ column: Int, _ style: FigureStyle, _ word: String
  ) -> TableCell {
    guard let value else { return .text(word, word == "—" ? theme.dash : theme.figureWord) }
    let format = theme.figure(style.number)
    guard let row else { return .number(value, style, format) }
    return .formula(SheetName.indicators.reference(row: row, column: column), value, style, format)
  }

  private func total(_ result: IndicatorResult) -> String {
    result.state == .notReported ? "未报送" : content.table.totalWord(result)
  }

  private func gap(_ result: IndicatorResult, _ row: Int?) -> TableCell {
    if let gap = result.gap, result.state == .behind {
      let format = theme.figure(.gap)
      guard let row else { return .number(gap, .rate, format) }
      return .formula(
        SheetName.indicators.reference(row: row, column: content.table.columns.gap), gap, .rate, format)
    }
    let word =
      switch result.state {
      case .overdue: "逾期"
      case .notReported: "未报送"
      default: "超限"
      }
    return .text(word, theme.figureWord.with { $0.font.isBold = true })
  }

  /// Returns the first lead, then the units furthest from their share or without a figure.
  private func responsible(_ result: IndicatorResult) -> String {
    let lead = result.task.leads.first.map { context.plan.unit(named: $0)?.short ?? $0 } ?? "—"
    let behind = (content.unitResults[result.indicator.code] ?? []).filter { !$0.isOnPace }.map(\.figure.unit.short)
    let units = ChineseText.names(behind.filter { $0 != lead }, atMost: 3)
    return behind.isEmpty || units.isEmpty ? lead : "\(lead)\n\(units)"
  }

  // MARK: 例外清单

  /// Columns of the list: some are several of the sheet's together.
  private static let spans = [0...0, 1...1, 2...3, 4...6, 7...7, 8...8, 9...9]

  private func write(
    _ lines: [ExceptionList.Line], to sheet: WorksheetWriter, from first: Int
  ) throws(XLSXWriteError) -> Int {
    let headers = ["序号", "单位／指标", "类别", "涉及数", "情况", "处理", "来源"]
    try SpannedRow.header(headers, Self.spans, theme: theme).write(
      to: sheet, row: first, widths: Self.widths, floor: 20.25)
    guard !lines.isEmpty else {
      let words = ["", "各单位均已报送，没有例外。", "", "", "", "", ""]
      try SpannedRow(cells: words.map { .text($0, theme.text) }, spans: Self.spans).write(
        to: sheet, row: first + 1, widths: Self.widths)
      return first + 2
    }
    for (index, line) in lines.enumerated() {
      var source = TableCell.text(line.source.rawValue, theme.link)
      source.link = .cell(sheet: line.source.rawValue, CellReference(row: 0, column: 0))
      let cells: [TableCell] = [
        .integer(index + 1, theme.ordinal), .text(line.subject, theme.text), .text(line.kind, theme.centeredText),
        .text(line.extent, theme.centeredText), .text(line.situation, theme.remark),
        .text(line.treatment, theme.remark), source,
      ]
      try SpannedRow(cells: cells, spans: Self.spans).write(to: sheet, row: first + 1 + index, widths: Self.widths)
    }
    return first + 1 + lines.count
  }
}
