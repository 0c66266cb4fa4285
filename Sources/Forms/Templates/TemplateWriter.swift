import OfficeStyle
public import PlanModel
import SpreadsheetML
public import Validation
import XLSXWriting

/// Writes the form that goes out to a unit.
///
/// The same layout and key always make the same bytes.
public struct TemplateWriter: Sendable {
  public let layout: FormLayout
  public let period: Period
  public let issuer: String
  /// 截止日期; `nil` if the plan sets none.
  public let due: CivilDate?
  /// True if the plan holds anything made for a sample.
  public let isIllustrative: Bool
  public let fonts: Reporting.Fonts

  let rules: RulePackage
  let unit: Unit
  let theme: Theme
  let contents: FormContents
  /// What a return says; `nil` for a form that is sent out.
  let notice: ReturnNotice?
  /// The digest of the file that a return is of.
  let parent: String?

  /// - Parameters:
  ///   - previous: 上期累计 by indicator code.
  ///   - open: by indicator code, the objects of lists that the last file left open.
  ///   - line: what the counties report, for a lead department.
  ///   - preparer: who is known to fill the unit's forms, printed in to be confirmed.
  public init(
    rules: RulePackage, unit: Unit, period: Period, previous: [String: FixedDecimal] = [:],
    open: [String: [FormLayout.ListObject]] = [:], line: LineFigures = LineFigures(),
    preparer: (name: String, phone: String)? = nil
  ) {
    var contents = FormContents()
    if let preparer {
      contents.signing[.preparer] = .text(preparer.name)
      if !preparer.phone.isEmpty { contents.signing[.phone] = .text(preparer.phone) }
    }
    self.init(
      rules: rules, unit: unit,
      layout: FormLayout(plan: rules.plan, unit: unit, period: period, previous: previous, open: open, line: line),
      period: period,
      contents: contents)
  }

  init(
    rules: RulePackage, unit: Unit, layout: FormLayout, period: Period, contents: FormContents = FormContents(),
    notice: ReturnNotice? = nil, parent: String? = nil
  ) {
    let plan = rules.plan
    self.rules = rules
    self.unit = unit
    self.layout = layout
    self.contents = contents
    self.notice = notice
    self.parent = parent
    self.period = period
    issuer = plan.issuer
    due = plan.reporting.dueDate(of: period)
    isIllustrative = plan.isIllustrative
    fonts = plan.reporting.fonts
    theme = Theme(fonts: fonts == .official ? .official : .common)
  }

  /// The sheets that a clerk sees, in order.
  public var sheetNames: [String] {
    (notice == nil ? [] : [ReturnNoticeWriter.sheet]) + [
      GuideWriter.sheet, layout.sheet,
    ] + (layout.review.map { [$0.sheet] } ?? []) + [SelfCheckGrid.sheet, SigningWriter.sheet]
  }

  /// Writes the workbook under its name when it is whole; before that nothing of that name is touched.
  public func write(to path: String, key: SigningKey) throws {
    let json = try layout.json()
    let stamp = FormStamp(layout: layout, json: json, parent: parent, key: key)
    let workbook = try WorkbookWriter(
      path: path,
      properties: DocumentProperties(
        title: title, creator: issuer, company: issuer,
        // The period's last day, so that the same form is the same bytes on any day.
        created: period.lastDay.midnight),
      // What a unit wrote may hold what no cell can: that must not cost it its return.
      options: .office.notingCells)
    for (name, value) in stamp.properties where !value.isEmpty {
      try workbook.setCustomProperty(name, to: .text(value))
    }
    let protection = SheetProtection(
      password: stamp.passphrase(key),
      allowed: [.selectLockedCells, .selectUnlockedCells, .formatColumns, .formatRows, .autofilter])
    let first = try notice.map { ($0, try workbook.addWorksheet(ReturnNoticeWriter.sheet)) }
    let guide = try workbook.addWorksheet(GuideWriter.sheet)
    let form = try workbook.addWorksheet(layout.sheet)
    let lists = try (layout.lists ?? []).map { ($0, try workbook.addWorksheet($0.sheet)) }
    let review = try layout.review.map { ($0, try workbook.addWorksheet($0.sheet)) }
    let checks = try workbook.addWorksheet(SelfCheckGrid.sheet)
    let signing = try workbook.addWorksheet(SigningWriter.sheet)
    let hidden = try workbook.addWorksheet(StampSheet.name, visibility: .hidden)
    if let (notice, sheet) = first { try ReturnNoticeWriter(template: self, notice: notice).write(to: sheet) }
    try GuideWriter(template: self).write(to: guide)
    let check = try SelfCheck(
      FormCells(layout: layout, plan: rules.plan, unit: unit, period: period, contents: contents), rules: rules,
      explainedCell: SelfCheckGrid.explainedCell)
    try FormWriter(template: self, check: check).write(to: form)
    for (table, sheet) in lists { try ListWriter(template: self, table: table).write(to: sheet) }
    if let (table, sheet) = review { try ReviewWriter(template: self, table: table).write(to: sheet) }
    try SelfCheckWriter(template: self, check: check).write(to: checks)
    try SigningWriter(template: self).write(to: signing)
    try writeStamp(to: hidden, stamp: stamp, json: json)
    for sheet in [first?.1, guide, form, review?.1, checks, signing, hidden].compactMap(\.self) {
      try sheet.protect(protection)
    }
    for (_, sheet) in lists { try sheet.protect(protection.allowing(.sort)) }
    try workbook.setCustomProperty(IssuedForm.property, to: .text(IssuedForm.digest(of: workbook.notes)))
    try (first?.1 ?? form).activate()
    try workbook.close()
  }

  /// The words of the title between its year and its period.
  static let titleCore = "重点工作进展情况填报表"

  var title: String {
    "\(period.year)年度\(Self.titleCore)（\(period.chineseShort)）\(notice == nil ? "" : "（退回件）")"
  }

  /// Returns the head of a sheet, with links to the others.
  func head(of sheet: String, title: String, right: String) -> SheetHead {
    SheetHead(
      title: title, left: "填报单位（盖章）：\(layout.unitName)", middle: "截至\(period.lastDay.chinese)", right: right,
      attachment: attachment(sheet), mark: isIllustrative ? "示例数据" : "", links: links(without: sheet))
  }

  /// Returns the mark of a sheet as an attachment: 附件1 is the form; what only explains it has no number.
  private func attachment(_ sheet: String) -> String {
    let parts = [layout.sheet] + (layout.lists ?? []).map(\.sheet) + sheetNames.drop { $0 != layout.sheet }.dropFirst()
    return "附件\(parts.firstIndex(of: sheet).map { "\($0 + 1)" } ?? "")"
  }

  var footer: SheetFooter {
    SheetFooter("\(isIllustrative ? "示例数据 " : "")\(layout.unitName) \(period.chinese)", fonts: theme.fonts)
  }

  func links(without own: String) -> [SheetHead.Link] {
    sheetNames.filter { $0 != own }.map {
      .init($0, .cell(sheet: $0, CellReference(row: 0, column: 0)))
    }
  }

  private func writeStamp(to sheet: WorksheetWriter, stamp: FormStamp, json: String) throws {
    for (row, entry) in StampSheet.rows(stamp: stamp, json: json).enumerated() {
      try sheet.write(.text(entry.name), at: CellReference(row: row, column: 0))
      try sheet.write(.text(entry.value), at: CellReference(row: row, column: 1))
    }
  }
}
