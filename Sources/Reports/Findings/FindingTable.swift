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
  /// Those of `findings` that need nothing any more, since another file of the unit counts there.
  var settled: Set<Finding> = []
  /// The files of which something counts.
  var counting: Set<String> = []

  private static let columns: [ListingSheet.Column] = [
    ("序号", 5), ("级别", 9), ("规则号", 8), ("单位", 22), ("文件", 34), ("工作表", 11), ("单元格", 17), ("问题", 46), ("怎么改", 36),
  ]

  /// Returns the sheet of the findings.
  ///
  /// - Parameter nothing: what stands there if nothing was found.
  func sheet(head: SheetHead, nothing: String, note: String) -> ListingSheet {
    ListingSheet(
      theme: theme, head: head, columns: Self.columns,
      rows: findings.enumerated().map { row($1, number: $0 + 1) }, note: note, nothing: nothing, headerHeight: 24,
      isFiltered: true)
  }

  private func row(_ finding: Finding, number: Int) -> TableRow {
    let words = FindingWords(finding, rules: rules)
    let isSettled = settled.contains(finding)
    let name = finding.indicator.flatMap { plan.indicator(code: $0)?.name }.map { "“\($0)”" } ?? ""
    let answer = finding.resolution.words(in: .chinese)
    // Of files that count together either may have come first.
    let mended = counting.contains(finding.file) ? "这一项采用的是本单位另一份文件的数" : "已由后来的文件更正"
    let remedy = isSettled ? mended : answer ?? words.remedy
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
