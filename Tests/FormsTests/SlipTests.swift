import PlanModel
import SpreadsheetML
import Testing
import Validation

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
      FormSample.sound + [.init("1-01", .measure, .number(38)), .init("1-03", .measure, .string("张"))])
    #expect(lines(slipped) == ["E7 figure-in-unit-column"])
  }

  /// The form filled as usual, then a formula and its result put into a cell: its code and column.
  private func withFormula(_ code: String, _ column: FormColumn, _ formula: String, shows value: CellValue?) throws
    -> SourceWorkbook
  {
    let book = try FormSample.template().filled(FormSample.sound)
    let form = book.form
    let row = try #require(form.rows.first { form.text(row: $0, column: 0) == code })
    let place = CellReference(
      row: row, column: try #require(form.cells(inRow: 4).first { $0.text == column.chinese }).reference.column)
    let cell = SourceCell(
      reference: place, value: value, formula: formula, isPercentage: false, lacksResult: value == nil)
    return book.with(form.with(cells: form.cells.filter { $0.reference != place } + [cell]))
  }

  static let strangeFormulas: [(String, FormColumn, String, CellValue?, [String])] = [
    ("1-02", .cumulative, "H8+I8+100", .number(21486.42), ["J8 formula-overwritten"]),
    ("1-02", .cumulative, "[1]Sheet1!B3", .number(22222.22), ["J8 formula-overwritten"]),
    ("1-02", .cumulative, "\"22222\"", .string("22222"), ["J8 formula-overwritten"]),
    ("1-02", .cumulative, "H8+I8+#REF!", .error("#REF!"), []),
    ("1-02", .cumulative, "H8+I8", .number(21386.42), []),
    ("1-01", .current, "J7-H7+10", .number(20), ["I7 formula-overwritten"]),
    ("1-01", .previous, "50+10", .number(60), ["H7 target-changed"]), ("1-01", .previous, "25*2", .number(50), []),
    ("1-01", .allocation, "50*3", .number(150), ["G7 target-changed"]),
    ("1-01", .target, "50*3", .number(150), ["F7 target-changed"]),
    ("1-01", .rate, "ROUND(J7/80*100,1)", .number(75), ["K7 formula-overwritten"]),
    ("1-01", .rate, "J7", .number(60), []),
    ("1-01", .pace, "60", .number(60), ["L7 target-changed"]),
  ]

  @Test(arguments: strangeFormulas)
  func `a formula of somebody's own that shows another figure is said`(
    code: String, column: FormColumn, formula: String, shows: CellValue?, said: [String]
  ) throws {
    #expect(lines(try withFormula(code, column, formula, shows: shows)) == said)
  }

  @Test func `the form's own formula with the result of before is left alone`() throws {
    let form = try FormSample.template().form
    let own = try #require(form.cells(inRow: 7).first { $0.reference.a1 == "J8" }?.formula)
    #expect(lines(try withFormula("1-02", .cumulative, own, shows: .number(17408.9))) == [])
    let spaced = own.replacing(",", with: ", ").lowercased()
    #expect(lines(try withFormula("1-02", .cumulative, spaced, shows: .number(17408.9))) == [])
  }

  @Test func `a form that lost its stamp holds what is printed against the earlier form`() throws {
    let book = try FormSample.template().filled(FormSample.sound + [.init("1-02", .previous, .number(18408.9))])
    let bare = SourceWorkbook(sheets: book.sheets.filter { $0.name != book.stampSheet?.name }, properties: [:])
    let reader = SubmissionReader(plan: FormSample.plan, period: FormSample.june, key: FormSample.key) { _, _ in
      FormSample.previous
    }
    guard case .form(let form) = reader.readForms(bare, file: "东县.xlsx", digest: "d")[0].reading else {
      Issue.record("refused")
      return
    }
    #expect(Set(form.findings.map(\.rule)) == ["stamp-missing", "target-changed"])
    #expect(form.submission.row("1-02")?.cumulative.figure.number == FixedDecimal("21386.42"))
  }

  @Test func `words against the row's figures are held against both, and do not explain themselves`() throws {
    let book = try FormSample.template().filled(
      FormSample.sound + [.init("1-02", .explanation, .string("本月应为3920.29万元"))])
    guard case .form(let form) = FormSample.read(book) else { throw Misread() }
    let settled = RulePackage(plan: FormSample.plan).settled(form.findings, of: form.submission)
    let finding = try #require(settled.first { $0.rule == "figure-in-words" })
    #expect(finding.expected == "3977.52、21386.42" && finding.isOpen)
  }

  private struct Misread: Error {}

  static let words: [(String, FormColumn, Bool)] = [
    ("累计数应为72户，系统填60有误", .explanation, true), ("应为60户", .progress, false), ("5月误报2户，应为48户，本月更正", .explanation, false),
    ("实际为61户", .problems, true), ("上月误报，实为58户", .explanation, false), ("目标更正为120户", .nextSteps, true),
    ("成为样板", .progress, false), ("5月20日开会部署。累计应为72户", .progress, true), ("本期应为10户；累计实为72户", .problems, true),
    ("本期应为10户", .progress, false),
  ]

  @Test(arguments: words)
  func `words that give another figure than the row are said`(text: String, column: FormColumn, isSaid: Bool) throws {
    let book = try FormSample.template().filled(FormSample.sound + [.init("1-01", column, .string(text))])
    #expect(lines(book).contains { $0.hasSuffix("figure-in-words") } == isSaid, "\(lines(book))")
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
