import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import Validation
import XLSXWriting

/// What concerns one unit alone, ready to send: its own items, what it leads, what its files are asked.
struct UnitSheet {
  let content: SummaryContent
  let unit: UnitContent

  var context: ReportContext { content.context }
  var theme: Theme { context.theme }
  private static let leastWidths: [Double] = [5, 40, 8.5, 12, 11, 11.5, 9.5, 9, 11, 5, 11, 32, 32]
  static let printed = 0...12
  private static let headers = [
    "序号", "指标", "计量单位", "本单位\n目标", "本期完成", "累计完成", "完成率\n(%)", "序时进度\n(%)", "差值\n(百分点)", "灯", "进度状态", "存在问题", "下一步措施",
  ]
  private static let ledHeaders = [
    "序号", "指标", "计量单位", "全市目标", "本期完成", "全市累计", "完成率\n(%)", "序时进度\n(%)", "差值\n(百分点)", "灯", "进度状态", "备注",
  ]
  private static let ledSpans = (0...10).map { $0...$0 } + [11...12]
  private static let findingHeaders = ["序号", "问题", "级别", "文件", "工作表", "单元格", "怎么改"]
  private static let findingSpans = [0...0, 1...1, 2...2, 3...6, 7...7, 8...10, 11...12]

  private let words: [String]
  private let rows: [TableRow]
  private let led: [SpannedRow]
  private let widths: [Double]

  init(content: SummaryContent, unit: UnitContent) {
    self.content = content
    self.unit = unit
    words = UnitWords(content: content, unit: unit).lines
    // The rows' own formulas name their rows: below the head, the words, a section head and the header.
    let first = SheetHead.rows + words.count + 2
    let maker = UnitRows(content: content, unit: unit)
    rows = unit.lines.enumerated().map { maker.row($1, number: $0 + 1, at: first + $0) }
    led = unit.led.enumerated().map { SpannedRow(cells: maker.led($1, number: $0 + 1), spans: Self.ledSpans) }
    widths = Table(leastWidths: Self.leastWidths, rows: rows + led.map { TableRow(cells: $0.cells) }).widths
  }

  func write(to sheet: WorksheetWriter, head: SheetHead) throws(XLSXWriteError) {
    try sheet.setColumnWidths(widths.map { .characters($0) })
    try head.write(to: sheet, theme: theme, columns: Self.printed, widths: widths)
    var next = SheetHead.rows
    for line in words {
      let room = widths.reduce(0, +)
      try sheet.setRow(next, height: RowMeasure.height(of: [.init(line, column: room)], atLeast: 18))
      try sheet.merge(range(next, Self.printed), .text(line), format: theme.paragraph)
      next += 1
    }
    next = try writeLines(to: sheet, from: next)
    if !unit.led.isEmpty { next = try writeLed(to: sheet, from: next) }
    next = try writeFindings(to: sheet, from: next)
    let notes =
      "注：1.“本单位目标”为分解数、每县目标或本单位独自承担的目标；没有的写“—”，按全市合计考核，不单独评灯。2.存在问题、下一步措施为本单位所填。3.审核问题请按“怎么改”一栏处理后重报。"
    let end = try SheetFoot(note: notes).write(
      to: sheet, theme: theme, row: next, columns: Self.printed, widths: widths)
    try sheet.freezePanes(at: CellReference(row: 1, column: 0))
    try sheet.hideGridlines()
    try sheet.setPage(context.page(.table, rows: end, columns: Self.printed, repeated: repeatedHeader))
  }

  /// The header of 本单位指标 where that goes on over several pages and little follows; a sheet repeats one header only, and
  /// above the other tables it would be a wrong one.
  var repeatedHeader: ClosedRange<Int>? {
    guard unit.lines.count > Self.pageRows, unit.led.count + unit.findings.count <= Self.pageRows / 2 else {
      return nil
    }
    let header = SheetHead.rows + words.count + 1
    return header...header
  }

  /// Rows that a page has about.
  private static let pageRows = 24

  private func range(_ row: Int, _ columns: ClosedRange<Int>) -> CellRange {
    CellRange(
      CellReference(row: row, column: columns.lowerBound), CellReference(row: row, column: columns.upperBound))
  }

  private func section(_ title: String, to sheet: WorksheetWriter, row: Int) throws(XLSXWriteError) {
    try sheet.setRow(row, height: RowMeasure.sectionHead)
    try sheet.merge(range(row, Self.printed), .text(title), format: theme.sectionHead)
  }

  private func nothing(_ words: String, to sheet: WorksheetWriter, row: Int) throws(XLSXWriteError) {
    try sheet.setRow(row, height: RowMeasure.data)
    try sheet.merge(range(row, Self.printed), .text(words), format: theme.centeredText)
  }

  // MARK: 本单位指标

  private func writeLines(to sheet: WorksheetWriter, from first: Int) throws(XLSXWriteError) -> Int {
    try section("一、本单位指标（\(unit.lines.count)项）", to: sheet, row: first)
    guard !unit.lines.isEmpty else {
      try nothing("本期没有要本单位报送的指标。", to: sheet, row: first + 1)
      return first + 2
    }
    try SpannedRow.header(Self.headers, Self.printed.map { $0...$0 }, theme: theme).write(
      to: sheet, row: first + 1, widths: widths, floor: 32.25)
    let next = try Table(leastWidths: widths, rows: rows).write(to: sheet, from: first + 2, widths: widths)
    try writeRules(to: sheet, first + 2...next - 1)
    return next
  }

  private func writeRules(to sheet: WorksheetWriter, _ rows: ClosedRange<Int>) throws(XLSXWriteError) {
    func column(_ column: Int) -> CellRange {
      CellRange(
        CellReference(row: rows.lowerBound, column: column), CellReference(row: rows.upperBound, column: column))
    }
    try sheet.conditionalFormats(ConditionalFormat.lights(), on: column(9))
    try sheet.conditionalFormats(ConditionalFormat.statuses(), on: column(10))
    try sheet.conditionalFormat(.rateBar, on: column(6))
  }

  // MARK: 牵头指标

  private func writeLed(to sheet: WorksheetWriter, from first: Int) throws(XLSXWriteError) -> Int {
    try section("二、本单位牵头的指标（\(unit.led.count)项）", to: sheet, row: first)
    try SpannedRow.header(Self.ledHeaders, Self.ledSpans, theme: theme).write(
      to: sheet, row: first + 1, widths: widths, floor: 32.25)
    for (offset, row) in led.enumerated() { try row.write(to: sheet, row: first + 2 + offset, widths: widths) }
    let next = first + 2 + led.count
    try writeRules(to: sheet, first + 2...next - 1)
    return next
  }

  // MARK: 审核问题

  private func writeFindings(to sheet: WorksheetWriter, from first: Int) throws(XLSXWriteError) -> Int {
    let number = unit.led.isEmpty ? "二" : "三"
    try section("\(number)、审核问题（\(unit.findings.count)条）", to: sheet, row: first)
    guard !unit.findings.isEmpty else {
      let isMissing = unit.report.status == .missing
      try nothing(isMissing ? "本期没有收到文件。" : "本期报送文件未发现问题。", to: sheet, row: first + 1)
      return first + 2
    }
    try SpannedRow.header(Self.findingHeaders, Self.findingSpans, theme: theme).write(
      to: sheet, row: first + 1, widths: widths, floor: RowMeasure.header)
    let listed = unit.findings.prefix(Self.mostFindings)
    for (offset, finding) in listed.enumerated() {
      try row(finding, number: offset + 1).write(to: sheet, row: first + 2 + offset, widths: widths)
    }
    let next = first + 2 + listed.count
    guard listed.count < unit.findings.count else { return next }
    try nothing("其余\(unit.findings.count - listed.count)条见退回意见。", to: sheet, row: next)
    return next + 1
  }

  /// Nobody mends more by a paper; a file can bring a hundred thousand.
  private static let mostFindings = 200

  private func row(_ finding: Finding, number: Int) -> SpannedRow {
    let words = FindingWords(finding, rules: context.period.rules)
    let name = finding.indicator.flatMap { context.plan.indicator(code: $0)?.name }.map { "“\($0)”" } ?? ""
    let answer = finding.resolution.words(in: .chinese)
    let remedy = answer ?? words.remedy
    return SpannedRow(
      cells: [
        .integer(number, theme.ordinal), .text(name + words.what + "。", theme.text),
        .text(finding.grade.chinese, theme.grade(FindingMark(finding.grade))), .text(finding.file, theme.text),
        .text(finding.sheet ?? "—", theme.centeredText), .text(FindingTable.places(finding), theme.centeredText),
        .text(remedy.isEmpty ? "—" : remedy + "。", answer == nil ? theme.text : theme.remark),
      ], spans: Self.findingSpans)
  }
}
