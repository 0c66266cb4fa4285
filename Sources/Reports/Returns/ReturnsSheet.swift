import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 报送情况: what became of each unit's duty to report, and of every file that came in.
struct ReturnsSheet: BookSheet {
  let context: ReportContext
  private let unused: UnusedFiles

  init(context: ReportContext) {
    self.context = context
    unused = UnusedFiles(context: context)
  }

  private var theme: Theme { context.theme }
  private var columns: ReturnColumns { ReturnColumns(context.period) }
  private static let headerRow = SheetHead.rows
  private static let firstRow = headerRow + 1

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let units = context.period.units
    let columns = columns
    let rows = rows
    let widths = widths(of: rows)
    try sheet.setColumnWidths(widths.map { .characters($0) })
    try context.head(
      .returns, title: "\(context.period.period.chinese)各单位报送情况", right: "单位：家、项"
    ).write(to: sheet, theme: theme, columns: columns.printed, widths: widths)
    try sheet.setRow(Self.headerRow, height: 32.25)
    try sheet.writeRow(
      columns.headers.map { .text($0) }, at: CellReference(row: Self.headerRow, column: 0), format: theme.tableHeader)
    var next = try Table(leastWidths: widths, rows: rows).write(to: sheet, from: Self.firstRow, widths: widths)
    try writeRules(to: sheet, last: max(Self.firstRow, next - 1))
    try writeTotals(to: sheet, row: next, units: units)
    next = try unused.write(to: sheet, from: next + 2, widths: widths)
    let history = columns.earlier.isEmpty ? "" : "3.前几期的状态按现有报送文件判定，“—”为当期无报送任务；“已报”为收到日期不详；本年次数为所列各期之和。"
    let note = "注：1.退回、缺报的单位本期数不计入合计；多份待定的，内容不同的项不计入合计。2.首次报送为最早一份可采用文件的收到日期，更正报送为其后替代它的文件的收到日期。" + history
    let end = try SheetFoot(note: note).write(
      to: sheet, theme: theme, row: next, columns: columns.printed, widths: widths)
    try sheet.freezePanes(at: CellReference(row: Self.firstRow, column: 2))
    try sheet.hideGridlines()
    try sheet.setPage(context.page(.table, rows: end, columns: columns.printed, repeated: repeatedHeader))
  }

  /// The header of the units' table, where few files follow: a sheet repeats one header only, and over the pages of a long
  /// second table it would be a wrong one.
  var repeatedHeader: ClosedRange<Int>? {
    unused.count > Self.fewFiles ? nil : Self.headerRow...Self.headerRow
  }

  /// As many files as rarely reach over a page's end.
  private static let fewFiles = 12

  var rows: [TableRow] { context.period.units.enumerated().map { row($1, number: $0 + 1) } }

  /// Returns the widths of the columns, by these rows and the totals below them.
  func widths(of rows: [TableRow]) -> [Double] {
    Table(leastWidths: columns.leastWidths, rows: rows + [totals(of: context.period.units)]).widths
  }

  private func writeRules(to sheet: WorksheetWriter, last: Int) throws(XLSXWriteError) {
    func range(_ columns: ClosedRange<Int>) -> CellRange {
      CellRange(
        CellReference(row: Self.firstRow, column: columns.lowerBound),
        CellReference(row: last, column: columns.upperBound))
    }
    let states = range(columns.statuses)
    try sheet.conditionalFormats(ConditionalFormat.reporting(), on: states)
    try sheet.conditionalFormats([.text("多份待定", .yellow), .text("待定", .yellow)], on: states)
    try sheet.conditionalFormat(.cell(.greater(0), .brickWord), on: range(columns.omitted...columns.omitted))
  }

  private func row(_ report: UnitReport, number: Int) -> TableRow {
    let words = ReturnWords(context: context, report: report)
    let count = theme.figure(.count)
    let columns = columns
    let status = theme.status.with { $0.alignment.wraps = false }
    var name = TableCell.text(report.unit.name, theme.text)
    if let link = context.link(to: report.unit.id) {
      name = .text(report.unit.name, theme.link)
      name.link = link
    }
    var cells: [TableCell] = [.integer(number, theme.ordinal), name]
    let earlier = columns.earlier.map { $0.reports[report.unit.id] }
    cells += earlier.map { .text(ReturnColumns.word($0), $0 == nil ? theme.dash : status) }
    cells += [
      .text(report.status.chinese, status), due(report.due), date(report.firstReceived),
      date(report.corrected), .integer(report.expected, count), .integer(report.reported, count),
      .integer(report.omitted.count, count),
    ]
    let row = Self.firstRow + number
    let letters = [columns.statuses.lowerBound, columns.statuses.upperBound].map { CellReference.columnLetters($0) }
    for (_, kind) in zip(columns.counts, ReturnColumns.counted) {
      let times = columns.times(kind, of: report)
      cells.append(
        .formula(
          "COUNTIF(\(letters[0])\(row):\(letters[1])\(row),\"\(kind.chinese)\")", FixedDecimal(times), .count, count))
    }
    cells += [.text(words.counting.isEmpty ? "—" : words.counting, theme.text), .text(words.explanation, theme.remark)]
    return TableRow(cells: cells)
  }

  private func due(_ day: CivilDate?) -> TableCell {
    guard let day, context.plan.reporting.illustrative.covers("due") else { return date(day) }
    let mark = FigureStyle.illustrativeMark
    return .date(day, theme.date.with { $0.numberFormat = NumberStyle.date.marked(mark).code }, suffix: "（\(mark)）")
  }

  private func date(_ day: CivilDate?) -> TableCell {
    day.map { .date($0, theme.date) } ?? .text("—", theme.dash.with { $0.alignment.horizontal = .center })
  }

  /// Writes the sums below the units, live.
  private func writeTotals(to sheet: WorksheetWriter, row: Int, units: [UnitReport]) throws(XLSXWriteError) {
    let last = max(Self.firstRow, row - 1)
    let coverage = context.period.coverage
    try sheet.setRow(row, height: RowMeasure.data)
    let columns = columns
    for column in columns.printed {
      try sheet.write(.blank, at: CellReference(row: row, column: column), format: theme.totalText)
    }
    try sheet.write("合计", at: CellReference(row: row, column: 1), format: theme.totalText)
    let state = CellReference.columnLetters(columns.status)
    let states = "\(state)\(Self.firstRow + 1):\(state)\(last + 1)"
    let lacking = ["退回", "缺报"].map { "COUNTIF(\(states),\"\($0)\")" }.joined(separator: "-")
    try sheet.write(
      .formula("\"已报\"&(COUNTA(\(states))-\(lacking))&\"家\"", .text("已报\(coverage.reported)家")),
      at: CellReference(row: row, column: columns.status), format: theme.totalText)
    for (offset, sum) in sums(of: units).enumerated() {
      let letter = CellReference.columnLetters(columns.expected + offset)
      try sheet.write(
        .formula("SUM(\(letter)\(Self.firstRow + 1):\(letter)\(last + 1))", .number(Double(sum))),
        at: CellReference(row: row, column: columns.expected + offset), format: theme.totalFigure(.count))
    }
  }

  /// Returns the sums from the column of 应报项数 on.
  private func sums(of units: [UnitReport]) -> [Int] {
    let counts = [
      units.reduce(0) { $0 + $1.expected }, units.reduce(0) { $0 + $1.reported },
      units.reduce(0) { $0 + $1.omitted.count },
    ]
    let columns = columns
    return counts
      + zip(columns.counts, ReturnColumns.counted).map { _, kind in
        units.reduce(0) { $0 + columns.times(kind, of: $1) }
      }
  }

  /// Returns the sums as a row, for measuring: of hundreds of units they are wider than anything above them.
  private func totals(of units: [UnitReport]) -> TableRow {
    let columns = columns
    var cells = [TableCell](repeating: .blank(theme.totalText), count: columns.expected)
    cells += sums(of: units).map { .integer($0, theme.totalFigure(.count)) }
    return TableRow(cells: cells)
  }
}
