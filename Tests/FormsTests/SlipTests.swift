import PlanModel
import SpreadsheetML
import Testing

@testable import Forms

/// Forms on which a hand slipped: into another column, into another unit's template, over a telephone number.
@Suite struct SlipTests {
  private func lines(_ workbook: SourceWorkbook, plan: Plan = FormSample.plan) -> [String] {
    switch FormSample.read(workbook, plan: plan) {
    case .form(let form): form.findings.map { "\($0.cells.first ?? "-") \($0.rule)" }
    case .refused(_, let findings): findings.map { "refused \($0.rule)" }
    }
  }

  @Test func `a figure in the column of units is a row that slipped`() throws {
    let slipped = try FormSample.template().filled(
      FormSample.sound + [.init("1-01", .unit, .number(38)), .init("1-03", .unit, .string("张"))])
    #expect(lines(slipped) == ["E7 figure-in-unit-column"])
  }

  @Test func `a head that names another unit than the stamp is the wrong template`() throws {
    let west = Unit(id: "west", name: "西县民政局", short: "西县", kind: .county, aliases: ["西县局"])
    let plan = Plan(
      title: FormSample.plan.title, issuer: FormSample.plan.issuer, year: 2024, units: [FormSample.east, west],
      tasks: FormSample.plan.tasks, reporting: FormSample.plan.reporting)
    func renamed(_ name: String) throws -> SourceWorkbook {
      let book = try FormSample.template(plan: plan).filled(FormSample.sound)
      return SourceWorkbook(
        sheets: book.sheets.map { sheet in
          sheet.with(
            cells: sheet.cells.map { cell in
              guard cell.text.hasPrefix("填报单位") else { return cell }
              return SourceCell(
                reference: cell.reference, value: .string("填报单位（盖章）：\(name)"), formula: nil, isPercentage: false,
                lacksResult: false)
            })
        }, properties: book.properties)
    }
    #expect(try lines(renamed("西县局"), plan: plan) == ["refused unit-mismatch"])
    #expect(try lines(renamed("东县"), plan: plan) == [])
    #expect(try lines(renamed("东县局办公室"), plan: plan) == ["refused unit-mismatch"])
    #expect(try lines(renamed("某处"), plan: plan) == ["refused unit-mismatch"])
  }

  @Test(arguments: [
    ("0660-3361210", true), ("13812345678", true), ("3361210", true), ("0660-3361210-8001", true),
    ("+86 13812345678", true), ("0660-3361210、13812345678", true), ("", true), ("1.38E+10", false),
    ("13812345678.0", false), ("6603361210", false), ("1381234567", false), ("336121", false), ("见名单", false),
  ])
  func `a telephone number that lost digits is seen`(text: String, isWhole: Bool) {
    #expect(PhoneNumber.isWhole(text) == isWhole)
  }

  @Test func `a damaged telephone number is said with its cell`() throws {
    let book = try FormSample.template().filled(FormSample.sound)
    let signing = try #require(book.sheets.first { $0.name == "签署" })
    let label = try #require(signing.cells.first { $0.text == "联系电话" })
    let place = CellReference(row: label.reference.row, column: label.reference.column + 1)
    func signed(_ phone: CellValue) -> SourceWorkbook {
      let phone = SourceCell(reference: place, value: phone, formula: nil, isPercentage: false, lacksResult: false)
      return book.with(signing.with(cells: signing.cells.filter { $0.reference != place } + [phone]), for: "签署")
    }
    #expect(lines(signed(.string("1.3812E+10"))) == ["\(place.a1) phone-damaged"])
    #expect(lines(signed(.number(6_603_361_210))) == ["\(place.a1) phone-damaged"])
    #expect(lines(signed(.string("0660-3361210"))) == [])
  }

  @Test(arguments: [(0.65, 72.0, true), (65, 72, false), (0.65, 0.5, false)])
  func `rates of one form partly as fractions are seen`(first: Double, second: Double, isMixed: Bool) throws {
    let rates = ["1-01", "1-02"].map { code in
      Indicator(
        code: code, name: "覆盖率\(code)", value: 80, measure: "%", kind: .ratio, accumulation: .level, aggregate: .latest,
        reportedBy: ["east"], places: 1)
    }
    let plan = Plan(
      title: "2024年计划", issuer: "某市民政局", year: 2024, units: [FormSample.east],
      tasks: [PlanTask(id: "1", heading: "养老服务", text: "养老服务。", leads: [], responsible: [], indicators: rates)],
      reporting: FormSample.plan.reporting)
    let book = try FormSample.template(previous: [:], plan: plan).filled([
      .init("1-01", .cumulative, .number(first)), .init("1-02", .cumulative, .number(second)),
    ])
    #expect(lines(book, plan: plan).contains { $0.hasSuffix("fraction-mix") } == isMixed)
  }
}
