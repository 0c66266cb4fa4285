import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import Validation
import XLSXWriting

/// 审核问题: every finding about the period's files, those that must be mended first.
struct FindingsSheet {
  let context: ReportContext

  private var theme: Theme { context.theme }
  private static let headers = ["序号", "级别", "规则号", "单位", "文件", "工作表", "单元格", "问题", "怎么改"]
  private static let leastWidths: [Double] = [5, 9, 8, 22, 34, 11, 17, 46, 36]
  private static let printed = 0...8
  private static let headerRow = SheetHead.rows
  private static let firstRow = headerRow + 1

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let findings = FindingWords.merged(context.period.findings)
    let settled = Set(context.period.settledFindings.map(\.file))
    let rows = findings.enumerated().map { row($1, number: $0 + 1, isSettled: settled.contains($1.file)) }
    let table = Table(leastWidths: Self.leastWidths, rows: rows)
    let widths = table.widths
    try sheet.setColumnWidths(widths.map { .characters($0) })
    let counts = Finding.Grade.allCases.map { grade in
      "\(grade.chinese)\(findings.count { $0.grade == grade && $0.isOpen && !settled.contains($0.file) })条"
    }
    let answered = findings.count { !$0.isOpen && !settled.contains($0.file) }
    let mended = findings.count { settled.contains($0.file) }
    try context.head(
      .findings, title: "\(context.plan.year)年度重点工作报送审核问题清单（\(context.period.period.chineseShort)）",
      right: counts.joined(separator: "、") + (answered > 0 ? "；已说明、豁免或试行\(answered)条" : "")
        + (mended > 0 ? "；已更正\(mended)条" : "")
    ).write(to: sheet, theme: theme, columns: Self.printed, widths: widths)
    try sheet.setRow(Self.headerRow, height: 24)
    try sheet.writeRow(
      Self.headers.map { .text($0) }, at: CellReference(row: Self.headerRow, column: 0), format: theme.tableHeader)
    var next = try table.write(to: sheet, from: Self.firstRow, widths: widths)
    if findings.isEmpty {
      try sheet.setRow(next, height: RowMeasure.data)
      try sheet.merge(row(next), "本期各单位报送文件未发现问题。", format: theme.centeredText)
      next += 1
    }
    let note = "注：“强制性”须改正后重报；“核实性”须核对并说明，已说明的不再要求；“提示”供知悉，已按规则处理；豁免、试行的只列出，不计。同一问题涉及多个单元格的合并为一条。"
    let end = try SheetFoot(note: note).write(
      to: sheet, theme: theme, row: next, columns: Self.printed, widths: widths)
    try sheet.freezePanes(at: CellReference(row: Self.firstRow, column: 2))
    try sheet.autofilter(
      CellRange(
        CellReference(row: Self.headerRow, column: 0),
        CellReference(row: next - 1, column: Self.printed.upperBound)))
    try sheet.hideGridlines()
    try sheet.setPage(
      context.page(.table, rows: end, columns: Self.printed, repeated: Self.headerRow...Self.headerRow))
  }

  private func row(_ row: Int) -> CellRange {
    CellRange(CellReference(row: row, column: 0), CellReference(row: row, column: Self.printed.upperBound))
  }

  private func row(_ finding: Finding, number: Int, isSettled: Bool) -> TableRow {
    let words = FindingWords(finding, rules: context.period.rules)
    let name = finding.indicator.flatMap { context.plan.indicator(code: $0)?.name }.map { "“\($0)”" } ?? ""
    let answer = finding.standing.words(in: .chinese)
    let remedy = isSettled ? "已由后来的文件更正" : answer ?? words.remedy
    let unit = finding.unit.flatMap { context.plan.unit(id: $0)?.name } ?? finding.unit ?? "—"
    let cells: [TableCell] = [
      .integer(number, theme.ordinal), .text(finding.grade.chinese, theme.grade(mark(finding.grade))),
      .text(finding.id, theme.ordinal), .text(unit, theme.text), .text(finding.file, theme.text),
      .text(finding.sheet ?? "—", theme.centeredText), .text(places(finding), theme.centeredText),
      .text(name + words.what + "。", theme.text),
      .text(remedy.isEmpty ? "—" : remedy + "。", isSettled || answer != nil ? theme.remark : theme.text),
    ]
    return TableRow(cells: cells)
  }

  /// The cells; of many, the first ones and how many there are.
  private func places(_ finding: Finding) -> String {
    if finding.cells.isEmpty { return "—" }
    return ChineseText.names(finding.cells, atMost: 8, counter: "格")
  }

  private func mark(_ grade: Finding.Grade) -> FindingMark {
    switch grade {
    case .error: .required
    case .warning: .verify
    case .notice: .notice
    }
  }
}
