public import PlanModel
public import Validation

/// Writes the return of a file: a clean form of the same layout with what was understood, problem cells marked and
/// commented, and a first sheet 退回意见 that lists them. Sent back in, it supersedes the file.
public struct ReturnWriter: Sendable {
  public let notice: ReturnNotice
  /// True if what the unit filled in stands in the return; false where nobody can say which of two sheets was meant.
  public let keepsEntries: Bool
  private let template: TemplateWriter

  /// - Parameters:
  ///   - form: what was read of the file; `nil` for one that could not be read as a form, and then the return has
  ///     nothing filled in.
  ///   - digest: SHA-256 of the file; the return, sent back in, supersedes it. `nil` for one that could not be read.
  ///   - findings: all findings of the file.
  ///   - previous: 上期累计 by code, for files without a stamp of ours.
  public init(
    rules: RulePackage, unit: Unit, period: Period, form: ReadForm?, file: String, digest: String?,
    findings: [Finding], previous: [String: FixedDecimal], dueBy: CivilDate?
  ) {
    let carried = form.flatMap { $0.serial == nil ? nil : $0.layout }
    let layout = (carried ?? FormLayout(plan: rules.plan, unit: unit, period: period, previous: previous)).asReturn
    notice = ReturnNotice(
      file: file, form: form, layout: layout, findings: findings, rules: rules.catalogue, dueBy: dueBy)
    keepsEntries = form != nil && !findings.contains(where: \.isOfWholeForm)
    var contents = FormContents()
    if let form {
      let understood = ReturnContents(layout: layout, submission: form.submission, findings: findings)
      contents.cells = understood.cells()
      contents.signing = understood.signing()
      contents.lists = understood.lists()
      contents.review = understood.review()
    }
    for (place, mark) in notice.marks {
      switch place {
      case .form(let place): contents.marks[place] = mark
      case .signing(let entry): contents.signingMarks[entry] = mark
      case .list(let place): contents.listMarks[place] = mark
      case .review(let place): contents.reviewMarks[place] = mark
      }
    }
    contents.numbers = notice.numbers
    template = TemplateWriter(
      rules: rules, unit: unit, layout: layout, period: period, contents: contents, notice: notice, parent: digest)
  }

  /// Writes the workbook under its name when it is whole; before that nothing of that name is touched.
  public func write(to path: String, key: SigningKey) throws { try template.write(to: path, key: key) }
}

extension FormLayout {
  /// The layout with the column that only returns have.
  var asReturn: FormLayout {
    let own = FormColumn.findingNumbers
    guard !columns.contains(where: { $0.key == own.rawValue }) else { return self }
    return FormLayout(
      version: version, plan: plan, title: title, revision: revision, unit: unit, unitName: unitName, period: period,
      sheet: sheet, columns: columns + [Column(key: own.rawValue, header: own.chinese)], rows: rows, lists: lists,
      review: review)
  }
}
