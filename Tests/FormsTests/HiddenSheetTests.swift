import PlanModel
import SpreadsheetML
import Testing

@testable import Forms

/// Tables on hidden sheets of a file that is another unit's.
@Suite struct HiddenSheetTests {
  /// The eastern county's form with a copy of its table that names the western county.
  private func book(hidden: Bool, stamped: Bool) throws -> SourceWorkbook {
    let book = try FormSample.template().filled(FormSample.sound)
    let form = book.form
    let draft = form.cells.map { cell in
      guard case .string(let text)? = cell.value, text.contains("东县民政局") else { return cell }
      return SourceCell(
        reference: cell.reference, value: .string(text.replacing("东县民政局", with: "西县民政局")), formula: nil,
        isPercentage: false, lacksResult: false)
    }
    let sheet = SourceSheet(name: "底稿", isHidden: hidden, cells: draft, merged: Array(form.merged))
    return stamped
      ? SourceWorkbook(sheets: book.sheets + [sheet], properties: book.properties)
      : SourceWorkbook(sheets: [form, sheet], properties: [:])
  }

  private func parts(_ book: SourceWorkbook) -> [FilePart] {
    SubmissionReader(plan: FormSample.plan, period: FormSample.june, key: FormSample.key)
      .readForms(book, file: "东县.xlsx", digest: "d")
  }

  @Test(arguments: [true, false])
  func `a hidden table of another unit is named and counts for nobody`(stamped: Bool) throws {
    let parts = try parts(book(hidden: true, stamped: stamped))
    #expect(parts.map(\.file) == ["东县.xlsx"])
    guard case .form(let form)? = parts.first?.reading else {
      Issue.record("\(parts)")
      return
    }
    #expect(form.submission.unit == "east")
    let finding = try #require(form.findings.first { $0.rule == "outside-layout" })
    #expect(finding.sheet == "底稿" && finding.text == "西县民政局（隐藏的工作表）" && finding.unit == "east")
    #expect(!finding.cells.isEmpty)
  }

  @Test(arguments: [true, false])
  func `one that is seen is a form of its own`(stamped: Bool) throws {
    let parts = try parts(book(hidden: false, stamped: stamped))
    #expect(parts.count == 2)
    #expect(parts.last?.file == "东县.xlsx［底稿］")
    let unit: String? =
      switch parts.last?.reading {
      case .form(let form)?: form.submission.unit
      case .refused(let unit, _)?: unit
      case nil: nil
      }
    #expect(unit == "west")
  }
}
