import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 指标汇总: indicator by unit, grouped by the department that leads.
struct IndicatorSheet: BookSheet {
  let content: SummaryContent

  private var context: ReportContext { content.context }
  private var table: IndicatorTable { content.table }
  private var columns: IndicatorColumns { table.columns }
  private var theme: Theme { context.theme }

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let body = IndicatorBody(content: content).rows
    let widths = Table(leastWidths: leastWidths, rows: body).widths
    try sheet.setColumnWidths(widths.map { .characters($0) })
    let printed = Array(widths[columns.printed])
    try head.write(to: sheet, theme: theme, columns: columns.printed, widths: printed)
    try writeHeader(to: sheet)
    try Table(leastWidths: widths, rows: body).write(to: sheet, from: IndicatorTable.firstRow, widths: widths)
    try writeClosing(to: sheet, widths: widths)
    try writeRules(to: sheet)
    try setUp(sheet)
  }

  private var head: SheetHead {
    context.head(
      .indicators, title: "\(context.plan.year)年度重点工作指标完成情况汇总表",
      right: "序时进度：\(context.yearPace.grouped(places: 1))%")
  }

  private var leastWidths: [Double] {
    [5, 39, 8.5, 12.5, 11.5] + columns.counties.map { _ in 9.5 } + [11.5, 9.5, 9, 11, 5, 9.5, 29, 2, 10]
  }

  // MARK: Header

  private func writeHeader(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let top = IndicatorTable.headerRows.lowerBound
    try sheet.setRowHeights([RowMeasure.header, 30, RowMeasure.columnNumber], from: top)
    let format = theme.tableHeader
    let single: [(Int, String)] = [
      (columns.number, "序号"), (columns.name, "指标"), (columns.measure, "计量单位"), (columns.target, "目标值"),
      (columns.rate, "完成率\n(%)"), (columns.pace, "序时进度\n(%)"), (columns.gap, "差值\n(百分点)"), (columns.light, "灯"),
      (columns.state, "进度状态"), (columns.remark, "备注"),
    ]
    for (column, text) in single {
      let range = CellRange(CellReference(row: top, column: column), CellReference(row: top + 1, column: column))
      try sheet.merge(range, .text(text), format: format)
    }
    let figures = CellRange(
      CellReference(row: top, column: columns.total), CellReference(row: top, column: columns.own))
    try sheet.merge(figures, "累计完成", format: format)
    let names = ["全市"] + columns.counties.map(\.short) + ["市本级\n及直属"]
    for (offset, name) in names.enumerated() {
      try sheet.write(.text(name), at: CellReference(row: top + 1, column: columns.total + offset), format: format)
    }
    for (column, number) in columnNumbers.enumerated() {
      try sheet.write(.text(number), at: CellReference(row: top + 2, column: column), format: theme.columnNumber)
    }
    try sheet.write(
      "指标编码", at: CellReference(row: top + 2, column: columns.code), format: IndicatorBody.code(theme))
  }

  /// 栏号: what a column is computed from.
  private var columnNumbers: [String] {
    let own = columns.own - columns.target + 1
    let numbers = (1...own).map(String.init)
    return ["甲", "乙", "丙"] + numbers
      + ["\(own + 1)=2÷1", "\(own + 2)", "\(own + 3)=\(own + 1)−\(own + 2)", "\(own + 4)", "\(own + 5)", "丁"]
  }

  // MARK: Below and around the table

  private func writeClosing(to sheet: WorksheetWriter, widths: [Double]) throws(XLSXWriteError) {
    let row = table.closingRow
    try sheet.setRow(row, height: 21.75)
    try sheet.merge(
      CellRange(CellReference(row: row, column: 0), CellReference(row: row, column: 1)), "合计",
      format: theme.totalText)
    let range = CellRange(
      CellReference(row: row, column: 2), CellReference(row: row, column: columns.remark))
    let formula = StateCount(states: table.states(table.allRows))
    try sheet.merge(
      range, .formula(formula.closing, .text(formula.closingText(content.shares))),
      format: theme.totalText.with { $0.alignment = CellAlignment(.left, .center, indent: 1) })
    let notes =
      "注：1.全市=各县（市、区）与市本级及直属之和；占比类由分子、分母重算；每县目标按达标数计。2.0为零报告，—为不适用或无此项任务，"
      + "未报送、待定的不计入合计，备注注明。3.展开各行左侧的“+”可见分解目标；点指标名称可查每个数的来源。"
    try SheetFoot(note: notes).write(
      to: sheet, theme: theme, row: row + 1, columns: columns.printed, widths: Array(widths[columns.printed]))
  }

  private func writeRules(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let rows = table.allRows
    func range(_ first: Int, _ last: Int) -> CellRange {
      CellRange(
        CellReference(row: rows.lowerBound, column: first), CellReference(row: rows.upperBound, column: last))
    }
    try sheet.conditionalFormats(ConditionalFormat.lights(), on: range(columns.light, columns.light))
    try sheet.conditionalFormats(ConditionalFormat.statuses(), on: range(columns.state, columns.state))
    for item in table.items {
      guard let shares = item.sharesRow, item.result.pace != nil else { continue }
      let share = columns.cell(shares, columns.firstCounty)
      let figure = columns.cell(item.row, columns.firstCounty)
      let pace = "$\(columns.cell(item.row, columns.pace))"
      try sheet.conditionalFormat(
        .behind(
          "AND(ISNUMBER(\(figure)),ISNUMBER(\(share)),N(\(share))>0,ROUND(N(\(figure))*100/MAX(N(\(share)),0.000001)-\(pace),1)<0)"
        ),
        on: CellRange(
          CellReference(row: item.row, column: columns.firstCounty),
          CellReference(row: item.row, column: columns.own)))
    }
    let figures = range(columns.total, columns.own)
    try sheet.conditionalFormats([.text("未报送", .brickWord), .text("待定", .brickWord)], on: figures)
    try sheet.conditionalFormat(.rateBar, on: range(columns.rate, columns.rate))
  }

  private func setUp(_ sheet: WorksheetWriter) throws(XLSXWriteError) {
    let header = IndicatorTable.headerRows
    try sheet.freezePanes(at: CellReference(row: header.upperBound + 1, column: 2))
    try sheet.autofilter(
      CellRange(
        CellReference(row: header.upperBound, column: 0),
        CellReference(row: table.allRows.upperBound, column: columns.remark)))
    try sheet.setOutline(symbolsAbove: true)
    try sheet.hideGridlines()
    try sheet.setPage(
      context.page(.table, rows: table.closingRow + 2, columns: columns.printed, repeated: header))
  }
}
