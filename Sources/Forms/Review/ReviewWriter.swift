import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// Writes 条线复核: how the department's tasks stand, and what it finds of the counties' figures.
struct ReviewWriter {
  let template: TemplateWriter
  let table: FormLayout.ReviewTable

  static let title = "条线复核表"
  static let tasksHeading = "一、本条线工作情况（牵头任务，写全市的情况）"
  static let figuresHeading = "二、各单位数据复核（数字由系统填入，已报的逐项选“确认”或“存疑”）"

  private var theme: Theme { template.theme }
  private var grid: ReviewGrid { ReviewGrid(table: table) }

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let grid = grid
    let printed = 1...ReviewGrid.selfCheck
    let widths = Array(ReviewGrid.widths[printed])
    try sheet.hideGridlines()
    try sheet.setColumns(0...0, width: .characters(8), hidden: true)
    for column in printed { try sheet.setColumns(column...column, width: .characters(ReviewGrid.widths[column])) }
    try template.head(of: table.sheet, title: "\(Self.title)（\(template.period.chineseShort)）", right: "单位：见“计量单位”栏")
      .write(
        to: sheet, theme: theme, columns: printed, widths: widths)
    try section(Self.tasksHeading, ReviewGrid.taskHead, sheet)
    try header(ReviewColumn.ofTasks, ReviewGrid.taskHeader, sheet)
    for (index, task) in table.tasks.enumerated() { try write(task, index, to: sheet, grid) }
    if !table.figures.isEmpty {
      try section(Self.figuresHeading, grid.figureHead, sheet)
      try header(ReviewColumn.ofFigures, grid.figureHeader, sheet)
      for (index, figure) in table.figures.enumerated() { try write(figure, index, to: sheet, grid) }
    }
    try finish(sheet, grid)
  }

  private func section(_ title: String, _ row: Int, _ sheet: WorksheetWriter) throws(XLSXWriteError) {
    try sheet.setRow(row, height: RowMeasure.sectionHead)
    try sheet.merge(
      CellRange(CellReference(row: row, column: 1), CellReference(row: row, column: ReviewGrid.selfCheck)),
      .text(title), format: theme.sectionHead)
  }

  private func header(_ columns: [ReviewColumn], _ row: Int, _ sheet: WorksheetWriter) throws(XLSXWriteError) {
    try sheet.setRow(row, height: 33)
    for column in columns {
      let isEntry = ReviewColumn.entries.contains(column)
      try sheet.merge(
        grid.range(column, row), .text(column.chinese), format: isEntry ? theme.entryHeader : theme.tableHeader)
    }
  }

  private func write(
    _ task: FormLayout.ReviewTable.Task, _ index: Int, to sheet: WorksheetWriter, _ grid: ReviewGrid
  ) throws(XLSXWriteError) {
    let row = ReviewGrid.firstTask + index
    let check = ReviewCheck(grid: grid, contents: template.contents)
    try sheet.setRow(row, height: height(task.code, [(.task, task.heading)], lines: 3))
    try put(.code, .text(task.code), theme.ordinal, row, sheet)
    try put(.number, .integer(index + 1), theme.ordinal, row, sheet)
    try put(.task, .text(task.heading), theme.text, row, sheet)
    for column in [ReviewColumn.progress, .problems, .nextSteps] {
      try entry(task.code, column, theme.entryText, row, sheet)
    }
    try put(
      .selfCheck, .formula(check.formula(task: row), .text(check.verdict(task))), theme.light, row, sheet)
  }

  private func write(
    _ figure: FormLayout.ReviewTable.Figure, _ index: Int, to sheet: WorksheetWriter, _ grid: ReviewGrid
  ) throws(XLSXWriteError) {
    let row = grid.firstFigure + index
    let check = ReviewCheck(grid: grid, contents: template.contents)
    let style: NumberStyle = figure.measure == "%" ? .rate : .decimals(figure.places)
    try sheet.setRow(row, height: height(figure.code, [(.indicator, figure.name), (.unit, figure.unitName)], lines: 1))
    try put(.code, .text(figure.code), theme.ordinal, row, sheet)
    try put(.number, .integer(index + 1), theme.ordinal, row, sheet)
    try put(.indicator, .text(figure.name), theme.text, row, sheet)
    try put(.unit, .text(figure.unitName), theme.centeredText, row, sheet)
    try put(.measure, figure.measure.isEmpty ? "—" : .text(figure.measure), theme.centeredText, row, sheet)
    try number(.goal, figure.goal, style, theme.figure, row, sheet)
    try number(.previous, figure.previous, style, theme.earlierFigure, row, sheet)
    try reported(figure, style, row, sheet)
    try number(.rate, figure.rate, .rate, theme.figure, row, sheet)
    try entry(figure.code, .verdict, theme.entryCenteredText, row, sheet)
    try entry(figure.code, .remark, theme.entryText, row, sheet)
    try put(
      .selfCheck, .formula(check.formula(figure: figure, row: row), .text(check.verdict(figure))), theme.light, row,
      sheet)
  }

  /// Writes a number, a day or a word as it came in; 未报送 where nothing did.
  private func reported(
    _ figure: FormLayout.ReviewTable.Figure, _ style: NumberStyle, _ row: Int, _ sheet: WorksheetWriter
  ) throws(XLSXWriteError) {
    guard let text = figure.reported else { return try put(.reported, "未报送", theme.figureWord, row, sheet) }
    if let value = FixedDecimal(text) {
      return try put(.reported, .number(value.double), theme.figure(style), row, sheet)
    }
    if let day = CivilDate(text) { return try put(.reported, .serialDate(day.serial), theme.date, row, sheet) }
    try put(.reported, .text(text), text == "—" ? theme.dash : theme.centeredText, row, sheet)
  }

  private func number(
    _ column: ReviewColumn, _ text: String?, _ style: NumberStyle, _ format: (NumberStyle) -> CellFormat, _ row: Int,
    _ sheet: WorksheetWriter
  ) throws(XLSXWriteError) {
    if let value = text.flatMap({ FixedDecimal($0) }) {
      try put(column, .number(value.double), format(style), row, sheet)
    } else {
      try put(column, "—", theme.dash, row, sheet)
    }
  }

  private func put(
    _ column: ReviewColumn, _ content: CellContent, _ format: CellFormat, _ row: Int, _ sheet: WorksheetWriter
  ) throws(XLSXWriteError) {
    try sheet.merge(grid.range(column, row), content, format: format)
  }

  /// Writes a cell that the department fills, with what it holds already, and with what a return says about it.
  private func entry(
    _ code: String, _ column: ReviewColumn, _ format: CellFormat, _ row: Int, _ sheet: WorksheetWriter
  ) throws(XLSXWriteError) {
    let place = FormContents.ReviewPlace(code: code, column: column)
    let mark = template.contents.reviewMarks[place]
    let content = template.contents.review[place] ?? .blank
    let format = format.holding(content.text, column: ReviewGrid.width(column))
    try put(column, content, mark.map { theme.marked(format, $0.kind) } ?? format, row, sheet)
    if let mark { try sheet.comment(.findings(mark.lines), at: grid.cell(column, row)) }
  }

  private func height(_ code: String, _ printed: [(ReviewColumn, String)], lines: Int) -> Double {
    let own = ReviewColumn.entries.compactMap { column in
      template.contents.review[.init(code: code, column: column)]?.text.map { (column, $0) }
    }
    return RowMeasure.height(
      of: (printed + own).map { .init($0.1, column: ReviewGrid.width($0.0)) },
      atLeast: lines > 1 ? RowMeasure.height(lines: lines) : RowMeasure.data)
  }

  private func finish(_ sheet: WorksheetWriter, _ grid: ReviewGrid) throws(XLSXWriteError) {
    if !table.figures.isEmpty {
      let words = ReviewVerdict.allCases.map(\.chinese)
      try sheet.validate(
        DataValidation(
          .list(words),
          input: .init(
            ReviewColumn.verdict.chinese, "与台账、系统或实地情况核对后选“确认”或“存疑”；“存疑”的在“\(ReviewColumn.remark.chinese)”写明哪里不对。"),
          error: .init("请从列表里选", "只能选\(words.joined(separator: "、"))；说明写在“\(ReviewColumn.remark.chinese)”。")),
        on: CellRange(grid.cell(.verdict, grid.firstFigure), grid.cell(.verdict, grid.lastRow)))
    }
    try sheet.conditionalFormats(
      ConditionalFormat.checks(),
      on: CellRange(grid.cell(.selfCheck, ReviewGrid.firstTask), grid.cell(.selfCheck, grid.lastRow)))
    try sheet.freezePanes(at: CellReference(row: ReviewGrid.taskHead, column: 3))
    try sheet.setPage(
      .theme(
        .table, footer: template.footer,
        printArea: CellRange(
          CellReference(row: 1, column: 1), CellReference(row: grid.lastRow, column: ReviewGrid.selfCheck)),
        repeatedRows: table.figures.isEmpty ? nil : grid.figureHeader...grid.figureHeader))
    try sheet.select(
      CellRange(grid.cell(.progress, ReviewGrid.firstTask), grid.cell(.progress, ReviewGrid.firstTask)))
  }
}
