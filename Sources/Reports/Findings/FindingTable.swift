import OfficeStyle
import PlanModel
import SpreadsheetML
import Validation
import XLSXWriting

/// Findings as the rows of a sheet, worst first: the same in the summary workbook and in that of a check.
struct FindingTable {
  let plan: Plan
  let rules: RuleCatalogue
  let theme: Theme
  /// Merged, in order.
  let findings: [Finding]
  /// Those of `findings` that a later file has mended.
  var settled: Set<Finding> = []

  static let printed = 0...8
  private static let headers = ["序号", "级别", "规则号", "单位", "文件", "工作表", "单元格", "问题", "怎么改"]
  private static let leastWidths: [Double] = [5, 9, 8, 22, 34, 11, 17, 46, 36]
  private static let headerRow = SheetHead.rows
  private static let firstRow = headerRow + 1

  /// Writes head, table and foot.
  ///
  /// - Parameters:
  ///   - nothing: what stands there if nothing was found.
  ///   - page: the page set-up, from the number of rows.
  func write(
    to sheet: WorksheetWriter, head: SheetHead, nothing: String, note: String,
    page: (_ rows: Int, _ repeated: ClosedRange<Int>) -> PageSetup
  ) throws(XLSXWriteError) {
    let table = Table(leastWidths: Self.leastWidths, rows: findings.enumerated().map { row($1, number: $0 + 1) })
    let widths = table.widths
    try sheet.setColumnWidths(widths.map { .characters($0) })
    try head.write(to: sheet, theme: theme, columns: Self.printed, widths: widths)
    try sheet.setRow(Self.headerRow, height: 24)
    try sheet.writeRow(
      Self.headers.map { .text($0) }, at: CellReference(row: Self.headerRow, column: 0), format: theme.tableHeader)
    var next = try table.write(to: sheet, from: Self.firstRow, widths: widths)
    if findings.isEmpty {
      try sheet.setRow(next, height: RowMeasure.data)
      try sheet.merge(row(next), .text(nothing), format: theme.centeredText)
      next += 1
    }
    let end = try SheetFoot(note: note).write(
      to: sheet, theme: theme, row: next, columns: Self.printed, widths: widths)
    try sheet.freezePanes(at: CellReference(row: Self.firstRow, column: 2))
    try sheet.autofilter(
      CellRange(
        CellReference(row: Self.headerRow, column: 0),
        CellReference(row: next - 1, column: Self.printed.upperBound)))
    try sheet.hideGridlines()
    try sheet.setPage(page(end, Self.headerRow...Self.headerRow))
  }

  private func row(_ row: Int) -> CellRange {
    CellRange(CellReference(row: row, column: 0), CellReference(row: row, column: Self.printed.upperBound))
  }

  private func row(_ finding: Finding, number: Int) -> TableRow {
    let words = FindingWords(finding, rules: rules)
    let isSettled = settled.contains(finding)
    let name = finding.indicator.flatMap { plan.indicator(code: $0)?.name }.map { "“\($0)”" } ?? ""
    let answer = finding.resolution.words(in: .chinese)
    let remedy = isSettled ? "已由后来的文件更正" : answer ?? words.remedy
    let unit = finding.unit.flatMap { plan.unit(id: $0)?.name } ?? finding.unit ?? "—"
    let cells: [TableCell] = [
      .integer(number, theme.ordinal), .text(finding.grade.chinese, theme.grade(FindingMark(finding.grade))),
      .text(finding.id, theme.ordinal), .text(unit, theme.text), .text(finding.file, theme.text),
      .text(finding.sheet ?? "—", theme.centeredText), .text(Self.places(finding), theme.centeredText),
      .text(name + words.what + "。", theme.text),
      .text(remedy.isEmpty ? "—" : remedy + "。", isSettled || answer != nil ? theme.remark : theme.text),
    ]
    return TableRow(cells: cells)
  }

  /// Returns the cells of a finding; of many, the first ones and how many there are.
  static func places(_ finding: Finding) -> String {
    if finding.cells.isEmpty { return "—" }
    return ChineseText.names(finding.cells, atMost: 8, counter: "格")
  }

}

extension FindingMark {
  init(_ grade: Finding.Grade) {
    self =
      switch grade {
      case .error: .required
      case .warning: .verify
      case .notice: .notice
      }
  }
}

extension [Finding] {
  /// Returns the findings of each grade, `强制性1条、核实性0条、提示3条`, of those that ask something of somebody.
  func gradeCounts(where isCounted: (Finding) -> Bool) -> String {
    Finding.Grade.allCases.map { grade in "\(grade.chinese)\(count { $0.grade == grade && isCounted($0) })条" }
      .joined(separator: "、")
  }
}
