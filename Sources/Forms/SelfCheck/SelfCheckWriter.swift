import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// Writes 自检: may the form be sent in, and if not, which cell is to be mended and how.
struct SelfCheckWriter {
  let template: TemplateWriter
  let check: SelfCheck
  /// Where everything stands on 填报表; its widths are measured over all rows, once.
  private let form: FormSheet

  init(template: TemplateWriter, check: SelfCheck) {
    self.template = template
    self.check = check
    form = FormSheet(template.layout)
  }

  private var theme: Theme { template.theme }
  private var layout: FormLayout { template.layout }
  private var grid: SelfCheckGrid { SelfCheckGrid(rows: layout.rows.count, lines: check.lines.count) }

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let grid = grid
    let widths = SelfCheckGrid.widths
    try sheet.hideGridlines()
    try sheet.setColumnWidths(widths.map { .characters($0) })
    try template.head(of: SelfCheckGrid.sheet, title: "自 检 表", right: "规则按\(template.period.chinese)").write(
      to: sheet, theme: theme, columns: 0...4, widths: widths)
    try writeVerdict(to: sheet, grid)
    try sheet.writeRow(
      ["序号", "不应有的情形", "到哪里改", "结果", "怎么改"], at: at(SelfCheckGrid.headerRow, 0), format: theme.tableHeader)
    try sheet.setRow(SelfCheckGrid.headerRow, height: RowMeasure.header)
    for (index, line) in check.lines.enumerated() { try write(line, index, to: sheet, grid) }
    try writeAnswers(to: sheet, grid)
    try sheet.conditionalFormats(ConditionalFormat.checks(), on: grid.results)
    try sheet.conditionalFormats(
      ConditionalFormat.checks(ok: Self.ready, missing: "", wrong: Self.notReady).filter { $0 != .text("", .yellow) },
      on: CellRange(at(SelfCheckGrid.verdictRow, 0), at(SelfCheckGrid.verdictRow, 0)))
    try sheet.freezePanes(at: at(SelfCheckGrid.firstRow, 0))
    try sheet.setPage(
      .theme(.onePage, footer: template.footer, printArea: CellRange(at(1, 0), at(grid.lastLine, 4))))
  }

  static let ready = "可报送"
  static let notReady = "不可报送"

  private func at(_ row: Int, _ column: Int) -> CellReference { CellReference(row: row, column: column) }

  private func writeVerdict(to sheet: WorksheetWriter, _ grid: SelfCheckGrid) throws(XLSXWriteError) {
    let (row, results) = (SelfCheckGrid.verdictRow, grid.results.a1)
    let verdicts = check.lines.map(\.verdict)
    func count(_ verdict: SelfCheck.Status) -> Int { verdicts.count { $0 == verdict } }
    func counted(_ verdict: SelfCheck.Status) -> String { "COUNTIF(\(results),\"\(verdict.chinese)\")" }
    try sheet.setRow(row, height: RowMeasure.form)
    try sheet.merge(
      CellRange(at(row, 0), at(row, 1)),
      .formula(
        "IF(COUNTIF(\(results),\"OK\")=ROWS(\(results)),\"\(Self.ready)\",\"\(Self.notReady)\")",
        .text(count(.ok) == verdicts.count ? Self.ready : Self.notReady)), format: theme.light)
    try sheet.merge(
      CellRange(at(row, 2), at(row, 4)),
      .formula(
        "\"共检查\"&ROWS(\(results))&\"项：OK \"&\(counted(.ok))&\"项，缺 \"&\(counted(.missing))&\"项，不符 \"&\(counted(.wrong))&\"项\"",
        .text("共检查\(verdicts.count)项：OK \(count(.ok))项，缺 \(count(.missing))项，不符 \(count(.wrong))项")),
      format: theme.centeredText)
  }

  private func write(
    _ line: SelfCheck.Line, _ index: Int, to sheet: WorksheetWriter, _ grid: SelfCheckGrid
  ) throws(XLSXWriteError) {
    let row = grid.row(ofLine: index)
    let texts = [(line.question, SelfCheckGrid.question), (line.remedy, SelfCheckGrid.remedy)]
    try sheet.setRow(
      row,
      height: RowMeasure.height(
        of: texts.map { .init($0.0, column: SelfCheckGrid.widths[$0.1]) }, atLeast: RowMeasure.ledger))
    try sheet.write(.integer(index + 1), at: at(row, SelfCheckGrid.number), format: theme.ordinal)
    try sheet.write(.text(line.question), at: at(row, SelfCheckGrid.question), format: theme.text)
    let verdict = at(row, SelfCheckGrid.result).a1
    let summary = Summary(line: line, index: index, grid: grid, form: form, layout: layout, verdict: verdict)
    try sheet.write(
      .formula("IF(\(verdict)=\"OK\",\"—\",\(summary.link))", .text(summary.linkText)),
      at: at(row, SelfCheckGrid.place), format: theme.centeredLink)
    try sheet.write(
      .formula(summary.result, .text(line.verdict.chinese)), at: at(row, SelfCheckGrid.result), format: theme.light)
    let remedy = line.remedy + "。"
    try sheet.write(
      .formula(
        "IF(\(verdict)=\"OK\",\"—\",\(FormulaText.string(remedy)))", .text(line.verdict == .ok ? "—" : remedy)),
      at: at(row, SelfCheckGrid.remedy), format: theme.text)
  }

  private func writeAnswers(to sheet: WorksheetWriter, _ grid: SelfCheckGrid) throws(XLSXWriteError) {
    let header = SelfCheckGrid.headerRow
    try sheet.setColumns(5...5, width: .characters(3))
    try sheet.setColumns(SelfCheckGrid.item...SelfCheckGrid.item, width: .characters(30))
    try sheet.setColumns(SelfCheckGrid.rowNumber...SelfCheckGrid.explained, width: .characters(8), hidden: true)
    try sheet.write("逐项结果（上方数字为左表序号）", at: at(header, SelfCheckGrid.item), format: theme.tableHeader)
    for (item, row) in layout.rows.enumerated() {
      let own = grid.row(ofItem: item)
      let cell = form.cell(row.decidingColumn, FormSheet.firstRow + item)
      let reference = FormulaText.reference(to: cell, in: layout.sheet, absolute: true)
      try sheet.write(
        .text(row.indicator), at: at(own, SelfCheckGrid.item), format: theme.link,
        link: .cell(sheet: layout.sheet, cell))
      try sheet.write(
        .formula("ROW(\(reference))", .number(Double(cell.row + 1))), at: at(own, SelfCheckGrid.rowNumber))
      try sheet.write(
        .formula("COLUMN(\(reference))", .number(Double(cell.column + 1))), at: at(own, SelfCheckGrid.columnNumber))
      let explained = check.explained[item]
      try sheet.write(
        .formula("IF(\(explained.formula),\"是\",\"否\")", .text(explained.holds ? "是" : "否")),
        at: at(own, SelfCheckGrid.explained))
    }
    for (index, line) in check.lines.enumerated() where line.whole == nil {
      let column = SelfCheckGrid.firstAnswer + index
      try sheet.setColumns(column...column, width: .characters(6))
      try sheet.write(.integer(index + 1), at: at(header, column), format: theme.tableHeader)
      for (item, answer) in line.rows.enumerated() {
        try sheet.write(
          answer.map { .formula($0.formula, .text($0.verdict.chinese)) } ?? "—", at: grid.answer(item, index),
          format: answer == nil ? theme.dash : theme.light)
      }
      try sheet.conditionalFormats(ConditionalFormat.checks(), on: grid.column(column))
    }
  }
}

/// How a line sums up the answers of the rows, and leads to the first that is not in order.
private struct Summary {
  let line: SelfCheck.Line
  let index: Int
  let grid: SelfCheckGrid
  let form: FormSheet
  let layout: FormLayout
  /// The cell with the line's result.
  let verdict: String

  private var answers: String { absolute(grid.column(SelfCheckGrid.firstAnswer + index)) }

  private func absolute(_ range: CellRange) -> String { "\(range.topLeft.absoluteA1):\(range.bottomRight.absoluteA1)" }

  var result: String {
    if let whole = line.whole { return whole.answer.formula }
    return "IF(COUNTIF(\(answers),\"不符\")>0,\"不符\",IF(COUNTIF(\(answers),\"缺\")>0,\"缺\",\"OK\"))"
  }

  /// A link whose words are the cell, and how many there are of the kind.
  var link: String {
    if let whole = line.whole {
      return
        "HYPERLINK(\(FormulaText.string("#" + FormulaText.reference(to: whole.cell, in: whole.sheet))),\(FormulaText.string(words(whole.cell, in: whole.sheet))))"
    }
    let first = "MATCH(\(verdict),\(answers),0)"
    let column =
      if let column = line.column, form.columns[column] != nil {
        "COLUMN(\(FormulaText.reference(to: form.cell(column, FormSheet.firstRow), in: layout.sheet, absolute: true)))"
      } else {
        "INDEX(\(absolute(grid.column(SelfCheckGrid.columnNumber))),\(first))"
      }
    let address = "ADDRESS(INDEX(\(absolute(grid.column(SelfCheckGrid.rowNumber))),\(first)),\(column),4)"
    let target = FormulaText.string(
      "#" + FormulaText.reference(to: CellReference(row: 0, column: 0), in: layout.sheet).dropLast(2))
    let count = "COUNTIF(\(answers),\(verdict))"
    return
      "HYPERLINK(\(target)&\(address),\(FormulaText.string(layout.sheet + " "))&\(address)&IF(\(count)>1,\"等\"&\(count)&\"处\",\"\"))"
  }

  /// What the link shows with what stands in the form.
  var linkText: String {
    let worst = line.verdict
    guard worst != .ok else { return "—" }
    if let whole = line.whole { return words(whole.cell, in: whole.sheet) }
    let found = line.rows.indices.filter { line.rows[$0]?.verdict == worst }
    guard let first = found.first else { return "" }
    let column = line.column ?? layout.rows[first].decidingColumn
    let cell = form.cell(column, FormSheet.firstRow + first)
    return words(cell, in: layout.sheet) + (found.count > 1 ? "等\(found.count)处" : "")
  }

  private func words(_ cell: CellReference, in sheet: String) -> String { "\(sheet) \(cell.a1)" }
}
