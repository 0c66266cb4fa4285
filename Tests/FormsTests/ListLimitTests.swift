import PlanModel
import SpreadsheetML
import Testing
import Validation

@testable import Forms

/// How many objects the lists of a form may have.
@Suite struct ListLimitTests {
  private static func read(_ book: SourceWorkbook, most: Int, plan: Plan = ListTests.plan) throws -> ReadForm {
    let reader = SubmissionReader(plan: plan, period: ListTests.june, key: FormSample.key, mostObjects: most)
    let reading = reader.readForms(book, file: "东县.xlsx", digest: "d")[0].reading
    guard case .form(let form) = reading else { throw ListTests.Unread(reading: reading) }
    return form
  }

  @Test func `of a list with more objects than are taken nothing is, and the limit is named`() throws {
    let book = try ListTests.book(ListTests.sound)
    #expect(try Self.read(book, most: 3).findings.isEmpty)
    let form = try Self.read(book, most: 2)
    #expect(form.findings.first?.rule == BuiltInRule.unreadableFile.rawValue)
    #expect(form.findings.first?.text == "listedObjects > 2" && form.findings.first?.sheet == "明细表")
    #expect(form.submission.lists["1-01"] == [])
  }

  @Test func `the objects of all lists of a form count together`() throws {
    let plan = ListTests.plan(lists: ["1-01": "问题整改", "1-02": "隐患排查"])
    var book = try ListTests.template(open: [:], plan: plan)
    let sheets = book.sheets.filter { $0.name.hasPrefix("明细表") }
    try #require(sheets.count == 2)
    for sheet in sheets {
      let objects = (0..<2).flatMap { row in
        [(ListColumn.object, "对象\(row)"), (.state, "推进中")].map { column, text in
          SourceCell(
            reference: CellReference(row: ListGrid.firstRow + row, column: ListGrid.index(of: column)),
            value: .string(text), formula: nil, isPercentage: false, lacksResult: false)
        }
      }
      book = book.with(sheet.with(cells: sheet.cells + objects), for: sheet.name)
    }
    let whole = try Self.read(book, most: 4, plan: plan)
    #expect(whole.submission.lists.mapValues(\.count) == ["1-01": 2, "1-02": 2])
    let form = try Self.read(book, most: 3, plan: plan)
    #expect(form.submission.lists.mapValues(\.count) == ["1-01": 2, "1-02": 0])
    let tooMany = form.findings.filter { $0.text == "listedObjects > 3" }
    #expect(tooMany.map(\.sheet) == ["明细表2"])
  }
}
