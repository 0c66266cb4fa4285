import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import Validation
import XLSXWriting

/// The files that do not count, each with its reason: replaced, repeated, sent back, refused.
struct UnusedFiles {
  let context: ReportContext
  private var lines: [Line] = []

  init(context: ReportContext) {
    self.context = context
    lines = listed()
  }

  var count: Int { lines.count }

  private var theme: Theme { context.theme }

  private struct Line {
    let unit: String
    let treatment: String
    let received: CivilDate?
    let file: String
    let reason: String
  }

  /// Columns of the table above that each field spans.
  private var spans: [(String, ClosedRange<Int>)] {
    let columns = ReturnColumns(context.period)
    return [
      ("序号", 0...0), ("单位", 1...1), ("处理", columns.statuses), ("收到日期", columns.due...columns.due),
      ("文件", columns.first...columns.files - 1), ("原因", columns.files...columns.words),
    ]
  }

  /// Writes the section and gives the first free row.
  func write(to sheet: WorksheetWriter, from first: Int, widths: [Double]) throws(XLSXWriteError) -> Int {
    guard !lines.isEmpty else { return first - 1 }
    try sheet.setRow(first, height: RowMeasure.sectionHead)
    try sheet.merge(
      range(first, ReturnColumns(context.period).printed), .text("未采用的文件（\(lines.count)份）"), format: theme.sectionHead)
    try SpannedRow.header(spans.map(\.0), spans.map(\.1), theme: theme).write(
      to: sheet, row: first + 1, widths: widths, floor: RowMeasure.header)
    for (offset, line) in lines.enumerated() {
      try write(line, number: offset + 1, to: sheet, row: first + 2 + offset, widths: widths)
    }
    return first + 2 + lines.count
  }

  private func write(
    _ line: Line, number: Int, to sheet: WorksheetWriter, row: Int, widths: [Double]
  ) throws(XLSXWriteError) {
    let received = line.received.map { TableCell.date($0, theme.date) } ?? .text("—", theme.centeredText)
    let cells: [TableCell] = [
      .integer(number, theme.ordinal), .text(line.unit, theme.text), .text(line.treatment, theme.centeredText),
      received, .text(line.file, theme.text), .text(line.reason, theme.remark),
    ]
    try SpannedRow(cells: cells, spans: spans.map(\.1)).write(to: sheet, row: row, widths: widths)
  }

  private func range(_ row: Int, _ columns: ClosedRange<Int>) -> CellRange {
    CellRange(
      CellReference(row: row, column: columns.lowerBound), CellReference(row: row, column: columns.upperBound))
  }

  private func listed() -> [Line] {
    let repeated = repeated
    return context.period.units.flatMap { report in
      report.files.superseded.map { line($0, report, "已替代", replaced(by: report)) }
        + report.files.duplicates.map { line($0, report, "重复", repeated[$0.submission.file] ?? "与已收到的文件内容相同，只计一份") }
        + report.files.returned.map {
          line($0, report, "退回", reasons($0.findings.filter { $0.grade == .error && $0.isOpen }))
        }
        + report.files.withdrawn.map {
          line($0, report, "撤回", context.period.choices.withdrawn[$0.submission.digest] ?? "")
        }
    }
      + context.period.refused.map { file in
        let unit = file.unit.flatMap { context.plan.unit(id: $0)?.name ?? context.plan.unit(named: $0)?.name }
        return Line(
          unit: unit ?? "—", treatment: "拒收", received: nil, file: file.file, reason: reasons(file.findings))
      }
  }

  private func line(_ file: Candidate, _ report: UnitReport, _ treatment: String, _ reason: String) -> Line {
    Line(
      unit: report.unit.name, treatment: treatment, received: file.received, file: file.submission.file,
      reason: reason)
  }

  private func replaced(by report: UnitReport) -> String {
    let names = report.files.counting.map { "“\($0.submission.file)”" }.joined(separator: "、")
    return names.isEmpty ? "由后来的文件替代" : "由\(names)替代"
  }

  /// Which file each repeated one repeats, in words.
  private var repeated: [String: String] {
    let findings = context.period.findings.filter { $0.rule == BuiltInRule.duplicateFile.rawValue }
    return Dictionary(
      findings.map { ($0.file, FindingWords($0, rules: context.period.rules).what) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Returns the first findings in words.
  private func reasons(_ findings: [Finding]) -> String {
    let merged = FindingWords.merged(findings)
    let words = merged.prefix(2).map { finding in
      let words = FindingWords(finding, rules: context.period.rules)
      let place = finding.sheet == nil ? "" : "\(words.place)："
      return place + words.what
    }
    return words.joined(separator: "；") + (merged.count > 2 ? "；等\(merged.count)条，见审核问题" : "")
  }
}
