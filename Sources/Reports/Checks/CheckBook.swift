import OfficeStyle
public import PlanModel
import SpreadsheetML
public import Validation
import XLSXWriting

/// The findings of a check as a workbook: one sheet of files, one of what is wrong in them.
///
/// Equal checks make equal bytes.
public struct CheckBook: Sendable {
  public let plan: Plan
  public let rules: RuleCatalogue
  /// In the order in which they were given.
  public let files: [CheckedFile]

  public init(plan: Plan, rules: RuleCatalogue, files: [CheckedFile]) {
    self.plan = plan
    self.rules = rules
    self.files = files
  }

  static let filesSheet = "审核结果"
  static let findingsSheet = "审核问题"

  /// Writes the book; the file appears whole or not at all.
  public func write(to path: String) throws(ReportError) {
    do throws(XLSXWriteError) {
      let book = try WorkbookWriter(
        path: path,
        properties: DocumentProperties(
          title: "\(plan.year)年度重点工作报送审核", company: plan.issuer, created: created),
        options: .report)
      try CheckedFilesSheet(book: self).write(to: book.addWorksheet(Self.filesSheet))
      try writeFindings(to: book.addWorksheet(Self.findingsSheet))
      try book.close()
    } catch {
      throw .writing(error, path: path)
    }
  }

  /// The last day that the files speak of, so that the same check is the same bytes on any day.
  private var created: CalendarMoment? {
    let days = files.compactMap(\.period?.lastDay) + [CivilDate(year: plan.year, month: 1, day: 1)].compactMap(\.self)
    return days.max()?.midnight
  }

  var fonts: FontSet { plan.reporting.fonts == .official ? .official : .common }
  var theme: Theme { Theme(fonts: fonts) }

  func head(title: String, right: String, other: String) -> SheetHead {
    SheetHead(
      title: title, left: "审核单位：\(plan.issuer)", right: right,
      links: [.init(other, .cell(sheet: other, CellReference(row: 0, column: 0)))])
  }

  func page(rows: Int, columns: ClosedRange<Int>, repeated: ClosedRange<Int>) -> PageSetup {
    .theme(
      .table, footer: SheetFooter("\(plan.issuer)\(plan.year)年度重点工作", fonts: fonts),
      printArea: CellRange(
        CellReference(row: 1, column: columns.lowerBound), CellReference(row: rows - 1, column: columns.upperBound)),
      repeatedRows: repeated)
  }

  private func writeFindings(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let findings = FindingWords.merged(
      files.flatMap(\.findings).enumerated().sorted { left, right in
        (left.element.grade, left.offset) < (right.element.grade, right.offset)
      }.map(\.element))
    let counts = findings.gradeCounts { $0.isOpen }
    try FindingTable(plan: plan, rules: rules, theme: theme, findings: findings).sheet(
      head: head(title: "\(plan.year)年度重点工作报送审核问题清单", right: counts, other: Self.filesSheet),
      nothing: "各文件未发现问题。",
      note: "注：“强制性”须改正后重报；“核实性”须核对并说明，已说明的不再要求；“提示”供知悉，已按规则处理；豁免、试行的只列出，不计。"
    ).write(to: sheet) { page(rows: $0, columns: $1, repeated: $2) }
  }
}
