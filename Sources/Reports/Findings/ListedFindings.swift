import Consolidation
import PlanModel
import SpreadsheetML
import Validation
import XLSXWriting

/// What 审核问题 lists: everything, or of very many findings those that still ask something of somebody.
struct ListedFindings {
  /// Merged, worst first.
  let all: [Finding]
  /// Those of `all` that a later file has mended. Of a unit's several files each may mend some rows of another.
  let settled: Set<Finding>
  let lines: [Finding]
  var isWhole: Bool { lines.count == all.count }

  private static let headers = ["级别", "规则号", "单位", "文件", "工作表", "单元格", "指标", "问题", "怎么改"]

  /// - Parameter limit: as many as the sheet may list.
  init(_ period: ConsolidatedPeriod, atMost limit: Int) {
    let known = Set(period.settledFindings)
    let mended = FindingWords.merged(period.findings.filter(known.contains))
    let left = FindingWords.merged(period.findings.filter { !known.contains($0) })
    settled = Set(mended)
    all = (left + mended).enumerated().sorted { one, other in
      (one.element.grade, one.element.file, one.offset) < (other.element.grade, other.element.file, other.offset)
    }.map(\.element)
    guard all.count > limit else {
      lines = all
      return
    }
    lines = Array(left.lazy.filter { $0.isOpen && $0.grade != .notice }.prefix(limit))
  }

  /// Writes all of them as a CSV file.
  func write(to path: String, _ period: ConsolidatedPeriod) throws(XLSXWriteError) {
    var file = try TextFile(path: path)
    try file.append(CSVText.mark + CSVText.line(Self.headers))
    for finding in all {
      let words = FindingWords(finding, rules: period.rules)
      let remedy = finding.resolution.words(in: .chinese) ?? words.remedy
      try file.append(
        CSVText.line([
          finding.grade.chinese, finding.id,
          finding.unit.flatMap { period.plan.unit(id: $0)?.name } ?? finding.unit ?? "",
          finding.file, finding.sheet ?? "", finding.cells.joined(separator: " "),
          finding.indicator.flatMap { period.plan.indicator(code: $0)?.name } ?? "", words.what, remedy,
        ]))
    }
    try file.close()
  }
}
