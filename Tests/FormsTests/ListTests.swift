import FoundationEssentials
import PlanModel
import SpreadsheetML
import Testing
import Validation
import XLSXReading
import XLSXWriting

@testable import Forms

/// Lists (明细表) from the plan to the form and back.
@Suite struct ListTests {
  static let unit = Unit(id: "east", name: "东县民政局", short: "东县", kind: .county)
  static let june = Period("2024-06")!
  static let plan = plan(lists: ["1-01": "问题整改"])

  static func plan(lists: [String: String]) -> Plan {
    let indicators = lists.sorted { $0.key < $1.key }.map { code, name in
      Indicator(code: code, name: name, role: .workload, value: 6, measure: "个", kind: .list, reportedBy: ["east"])
    }
    return Plan(
      title: "2024年计划", issuer: "某市民政局", year: 2024, units: [unit],
      tasks: [
        PlanTask(id: "1", heading: "整改", text: "整改。", leads: [], responsible: [], indicators: indicators)
      ],
      reporting: Reporting(units: ["east"]))
  }

  static let open = [
    "1-01": [FormLayout.ListObject(name: "台账不全", state: "推进中"), .init(name: "公示不及时", state: "未启动")]
  ]

  static func template(
    open: [String: [FormLayout.ListObject]] = Self.open, plan: Plan = Self.plan
  ) throws -> SourceWorkbook {
    let path = FileManager.default.temporaryDirectory.appending(path: "list-\(UUID().uuidString).xlsx").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try TemplateWriter(rules: RulePackage(plan: plan), unit: unit, period: june, previous: ["1-01": 2], open: open)
      .write(to: path, key: FormSample.key)
    return SourceWorkbook(try Workbook(bytes: Array(try #require(FileManager.default.contents(atPath: path)))))
  }

  /// The list filled, in rows counted from 0; the form says how many were done.
  static func filled(
    done: Double = 1, _ entries: [(row: Int, ListColumn, CellValue?)],
    _ edit: (SourceSheet) -> SourceSheet = { $0 }
  ) throws -> ReadForm {
    let reading = FormSample.read(try book(done: done, entries, edit), plan: plan)
    guard case .form(let form) = reading else { throw Unread(reading: reading) }
    return form
  }

  /// Its workbook.
  static func book(
    done: Double = 1, _ entries: [(row: Int, ListColumn, CellValue?)],
    _ edit: (SourceSheet) -> SourceSheet = { $0 }
  ) throws -> SourceWorkbook {
    let book = try template().filled([
      .init("1-01", .cumulative, .number(2 + done)), .init("1-01", .problems, .string("甲")),
      .init("1-01", .nextSteps, .string("乙")),
    ])
    let sheet = try #require(book.sheets.first { $0.name == "明细表" })
    var cells = sheet.cells
    for (row, column, value) in entries {
      let reference = CellReference(row: ListGrid.firstRow + row, column: ListGrid.index(of: column))
      cells.removeAll { $0.reference == reference }
      cells.append(
        SourceCell(reference: reference, value: value, formula: nil, isPercentage: false, lacksResult: false))
    }
    return book.with(edit(sheet.with(cells: cells)), for: "明细表")
  }

  struct Unread: Error { let reading: Reading }

  static func day(_ text: String) -> CellValue {
    let day = CivilDate(text)!
    return .date(CalendarMoment(day: CalendarDay(year: day.year, month: day.month, day: day.day)!))
  }

  static let sound: [(row: Int, ListColumn, CellValue?)] = [
    (0, .state, .string("已办结")), (0, .date, day("2024-06-12")), (0, .note, .string("已补齐")), (1, .state, .string("推进中")),
    (2, .object, .string("新发现的问题")), (2, .state, .string("未启动")),
  ]

  @Test func `the open objects are printed in, and there is room for the others`() throws {
    let layout = FormLayout(plan: Self.plan, unit: Self.unit, period: Self.june, previous: ["1-01": 2], open: Self.open)
    #expect(layout.version == 2)
    let table = try #require(layout.lists?.first)
    #expect(table.objects.map(\.name) == ["台账不全", "公示不及时"])
    #expect(table.capacity == 12)
    #expect(FormLayout(plan: FormSample.plan, unit: FormSample.east, period: Self.june).version == 1)
    #expect(try FormLayout(json: layout.json()) == layout)
  }

  @Test func `a filled list is read back, row by row`() throws {
    let form = try Self.filled(Self.sound)
    #expect(form.findings == [])
    let list = try #require(form.submission.lists["1-01"])
    #expect(list.map { $0.figure("对象") } == [.text("台账不全"), .text("公示不及时"), .text("新发现的问题")])
    #expect(list.map { $0.figure("本期状态") } == [.text("已办结"), .text("推进中"), .text("未启动")])
    #expect(list.map { $0.figure("上期状态") } == [.text("推进中"), .text("未启动"), .blank])
    #expect(list[0].figure("办结日期") == .date(CivilDate("2024-06-12")!, precision: .day))
    #expect(list[0].values["办结日期"]?.origin?.cell == "F6")
  }

  @Test func `rows sorted, a column inserted and the sheet renamed change nothing`() throws {
    let plain = try Self.filled(Self.sound).submission.lists
    let moved = try Self.filled(Self.sound) { sheet in
      sheet.with(name: "整改台账").moved { reference in
        let isRow = (ListGrid.firstRow...ListGrid.firstRow + 2).contains(reference.row)
        return CellReference(
          row: isRow ? 2 * ListGrid.firstRow + 2 - reference.row : reference.row,
          column: reference.column >= 4 ? reference.column + 1 : reference.column)
      }
    }
    #expect(moved.findings == [])
    func values(_ rows: [Submission.ListRow]) -> [[Figure]] {
      rows.map { row in ListColumn.allCases.map { row.figure($0.chinese) } }
    }
    #expect(values(moved.submission.lists["1-01"] ?? []) == values(plain["1-01"] ?? []).reversed())
  }

  @Test func `the printed state of the earlier period is that of the layout, whatever was typed over it`() throws {
    let form = try Self.filled(Self.sound + [(0, .previousState, .string("已办结")), (2, .previousState, .string("已办结"))])
    let list = try #require(form.submission.lists["1-01"])
    #expect(list.map { $0.figure("上期状态") } == [.text("推进中"), .text("未启动"), .text("已办结")])
  }

  @Test(arguments: [(30_000, 0), (30_001, 1)])
  func `a text that books have a part of is said`(count: Int, notices: Int) throws {
    let form = try Self.filled(Self.sound + [(0, .note, .string(String(repeating: "长", count: count)))])
    #expect(form.findings.map(\.rule) == Array(repeating: "text-shortened", count: notices))
    #expect(form.findings.flatMap(\.cells) == Array(repeating: "G6", count: notices))
  }

  @Test func `a row is read whatever its hidden code says`() throws {
    let garbled = try Self.filled(Self.sound + [(1, .code, .string("x")), (2, .code, .string("1-99"))])
    #expect(garbled.findings == [])
    #expect(garbled.submission.lists["1-01"]?.count == 3)
  }

  @Test func `a second sheet of the list is said, and not read`() throws {
    let book = try Self.template()
    let sheet = try #require(book.sheets.first { $0.name == "明细表" })
    let twice = SourceWorkbook(sheets: [sheet.with(name: "明细表 (2)")] + book.sheets, properties: book.properties)
    guard case .form(let form) = FormSample.read(twice, plan: Self.plan) else {
      Issue.record("refused")
      return
    }
    let said = form.findings.filter { $0.rule == BuiltInRule.severalForms.rawValue }
    #expect(said.map(\.sheet) == ["明细表"])
    #expect(form.submission.lists["1-01"]?.first?.values["对象"]?.origin?.sheet == "明细表")
  }

  @Test func `of sheets of a list that say different things none counts`() throws {
    let first = try Self.book(Self.sound)
    let second = try Self.book(Self.sound + [(0, .state, .string("推进中"))])
    let sheet = try #require(second.sheets.first { $0.name == "明细表" })
    let both = SourceWorkbook(sheets: first.sheets + [sheet.with(name: "明细表 (2)")], properties: first.properties)
    guard case .form(let form) = FormSample.read(both, plan: Self.plan) else {
      Issue.record("refused")
      return
    }
    let said = form.findings.filter { $0.rule == BuiltInRule.sheetsDiffer.rawValue }
    #expect(said.map(\.text) == ["明细表、明细表 (2)"] && form.submission.lists["1-01"] == nil)
  }

  @Test(arguments: ["99999999999999999999", "-99999999999999999999", "400.5"])
  func `a goal of any size gives a list of some hundred rows at most`(goal: String) throws {
    var plan = Self.plan
    plan.tasks[0].indicators[0].value = FixedDecimal(goal)
    plan.tasks[0].indicators[0].allocation = [:]
    let layout = FormLayout(plan: plan, unit: Self.unit, period: Self.june)
    #expect((1...600).contains(try #require(layout.lists?.first).capacity))
  }

  /// A plan with two lists, so that a row may come from the other.
  @Test func `a row pasted from another list is read where it stands, and said`() throws {
    var plan = Self.plan
    plan.tasks[0].indicators.append(
      Indicator(code: "1-02", name: "公墓整治", role: .workload, value: 3, measure: "个", kind: .list, reportedBy: ["east"]))
    let path = FileManager.default.temporaryDirectory.appending(path: "list-\(UUID().uuidString).xlsx").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try TemplateWriter(rules: RulePackage(plan: plan), unit: Self.unit, period: Self.june).write(
      to: path, key: FormSample.key)
    let book = SourceWorkbook(try Workbook(path: path))
    let sheet = try #require(book.sheets.first { $0.name == "明细表1" })
    var cells = sheet.cells
    for (column, text) in [(ListColumn.code, "1-02"), (.object, "东山公墓"), (.state, "推进中")] {
      let reference = CellReference(row: ListGrid.firstRow, column: ListGrid.index(of: column))
      cells.removeAll { $0.reference == reference }
      cells.append(
        SourceCell(reference: reference, value: .string(text), formula: nil, isPercentage: false, lacksResult: false))
    }
    let reading = FormSample.read(book.with(sheet.with(cells: cells), for: "明细表1"), plan: plan)
    guard case .form(let form) = reading else { throw Unread(reading: reading) }
    #expect(form.submission.lists["1-01"]?.map { $0.figure("对象") } == [.text("东山公墓")])
    let said = form.findings.filter { $0.rule == BuiltInRule.listIncomplete.rawValue }
    #expect(said.map(\.cells) == [["C6"]] && said.first?.value == "明细表1里从另一张明细表粘贴来的一行")
  }

  struct Fault: CustomTestStringConvertible {
    let testDescription: String
    let entries: [(row: Int, ListColumn, CellValue?)]
    let cell: String
    let column: String
  }

  static let faults = [
    Fault(testDescription: "no state", entries: [(1, .state, nil)], cell: "E7", column: "本期状态"),
    Fault(testDescription: "an unknown state", entries: [(1, .state, .string("快了"))], cell: "E7", column: "本期状态"),
    Fault(testDescription: "done, no day", entries: [(0, .date, nil)], cell: "F6", column: "办结日期"),
    Fault(testDescription: "a day, not done", entries: [(1, .date, day("2024-06-20"))], cell: "F7", column: "办结日期"),
    Fault(testDescription: "a day to come", entries: [(0, .date, day("2024-07-02"))], cell: "F6", column: "办结日期"),
    Fault(testDescription: "no object", entries: [(2, .object, nil)], cell: "C8", column: "对象"),
  ]

  @Test(arguments: faults)
  func `a row that lacks something is named with its cell`(_ fault: Fault) throws {
    let findings = try Self.filled(Self.sound + fault.entries).findings
    #expect(findings.map(\.rule) == [BuiltInRule.listIncomplete.rawValue])
    #expect(findings.first?.cells == [fault.cell])
    #expect(findings.first?.value == "明细表的“\(fault.column)”")
  }

  @Test func `a printed object that gave way to another one is asked for`() throws {
    let first = try #require(Self.open["1-01"]?.first?.name)
    let findings = try Self.filled(Self.sound + [(0, .object, .string("新对象"))]).findings
    #expect(findings.map(\.rule) == [BuiltInRule.listIncomplete.rawValue])
    #expect(findings.first?.value == "原来列着的“\(first)”" && findings.first?.sheet == "明细表")
  }

  @Test func `an object that lost its brackets is another one`() throws {
    let open = ["1-01": [FormLayout.ListObject(name: "（示例）对象10", state: "推进中")]]
    let book = try Self.template(open: open)
    let sheet = try #require(book.sheets.first { $0.name == "明细表" })
    let place = CellReference(row: ListGrid.firstRow, column: ListGrid.index(of: .object))
    let cells =
      sheet.cells.filter { $0.reference != place } + [
        SourceCell(reference: place, value: .string("对象10"), formula: nil, isPercentage: false, lacksResult: false)
      ]
    guard case .form(let form) = FormSample.read(book.with(sheet.with(cells: cells), for: "明细表"), plan: Self.plan)
    else {
      Issue.record("refused")
      return
    }
    let said = form.findings.filter { $0.rule == BuiltInRule.listIncomplete.rawValue }
    #expect(said.map(\.value).contains("原来列着的“（示例）对象10”"))
  }

  @Test func `a state that slipped to another object shows by the printed one`() throws {
    let slipped: [(row: Int, ListColumn, CellValue?)] = [
      (0, .object, .string("公示不及时")), (1, .object, .string("台账不全")),
    ]
    let findings = try Self.filled(Self.sound + slipped).findings
    #expect(findings.map(\.rule) == Array(repeating: BuiltInRule.listIncomplete.rawValue, count: 2))
    #expect(findings.map(\.cells) == [["D6"], ["D7"]])
    #expect(findings.first?.value == "“公示不及时”的“上期状态”")
  }

  @Test func `what stands in hidden rows of a list is said`() throws {
    let form = try Self.filled(Self.sound) { $0.with(hiddenRows: [ListGrid.firstRow + 1]) }
    #expect(form.findings.map(\.rule) == [BuiltInRule.hiddenData.rawValue])
    #expect(form.findings.first?.cells == ["C7"] && form.findings.first?.sheet == "明细表")
  }

  @Test func `what stands beside the columns of a list is named, and what the numbers of its rows gave way to`() throws
  {
    func place(_ row: Int, _ column: Int) -> CellReference {
      CellReference(row: ListGrid.firstRow + row, column: column)
    }
    func cell(_ place: CellReference, _ value: CellValue) -> SourceCell {
      SourceCell(reference: place, value: value, formula: nil, isPercentage: false, lacksResult: false)
    }
    let form = try Self.filled(Self.sound) { sheet in
      let number = place(9, ListGrid.index(of: .number))
      return sheet.with(
        cells: sheet.cells.filter { $0.reference != number } + [
          cell(place(0, 10), .string("已办结")), cell(place(20, 12), .number(5)), cell(number, .string("另有三个")),
        ])
    }
    #expect(form.findings.map(\.rule) == [BuiltInRule.outsideLayout.rawValue])
    #expect(
      Set(form.findings.first?.cells ?? [])
        == Set([place(0, 10), place(20, 12), place(9, ListGrid.index(of: .number))].map(\.a1)))
  }

  @Test func `a list left empty is asked for, with what was printed in`() throws {
    let empty = Self.open["1-01"]!.indices.flatMap { row -> [(row: Int, ListColumn, CellValue?)] in
      [(row, .object, nil), (row, .previousState, nil)]
    }
    for done in [0.0, 1] {
      let findings = try Self.filled(done: done, empty).findings
      #expect(findings.map(\.rule) == [BuiltInRule.listIncomplete.rawValue])
      #expect(findings.first?.value == "原来列着的2个对象")
    }
  }

  @Test func `the figure of the form and the number of objects done must agree`() throws {
    func found(_ done: Double) throws -> [String] {
      let form = try Self.filled(done: done, Self.sound)
      return SubmissionChecker(plan: Self.plan, period: Self.june).check(form.submission).map(\.id)
        .filter { $0 == "W33" }
    }
    #expect(try found(1) == [])
    #expect(try found(2) == ["W33"])
  }

  @Test func `the form says so itself`() throws {
    var contents = FormContents()
    contents.cells[.init(code: "1-01", column: .cumulative)] = 4
    var row = FormContents.ListRow(object: "台账不全", previousState: "推进中", state: "已办结", date: .number(45_455))
    let layout = FormLayout(plan: Self.plan, unit: Self.unit, period: Self.june, previous: ["1-01": 2])
    func verdicts() throws -> [String: SelfCheck.Status] {
      contents.lists = ["1-01": [row]]
      let check = try SelfCheck(
        FormCells(layout: layout, plan: Self.plan, unit: Self.unit, period: Self.june, contents: contents),
        rules: RulePackage(plan: Self.plan), explainedCell: SelfCheckGrid.explainedCell)
      return Dictionary(
        check.lines.map { (String($0.question.prefix(6)), $0.verdict) }, uniquingKeysWith: { $0.worse($1) })
    }
    #expect(try verdicts()["填报表的本期"] == .wrong)
    #expect(try verdicts()["明细表有对象"] == .ok)
    contents.cells[.init(code: "1-01", column: .cumulative)] = 3
    #expect(try verdicts()["填报表的本期"] == .ok)
    row.date = .blank
    #expect(try verdicts()["明细表有对象"] == .missing)
    row.date = .number(45_475)
    #expect(try verdicts()["明细表有对象"] == .wrong, "a day in July")
  }

  /// The list with a text in one cell of its head.
  private static func headed(_ text: String, at place: String) throws -> [String] {
    let place = CellReference(a1: place)!
    let form = try filled(sound) { sheet in
      sheet.with(
        cells: sheet.cells.filter { $0.reference != place } + [
          SourceCell(reference: place, value: .string(text), formula: nil, isPercentage: false, lacksResult: false)
        ])
    }
    return form.findings.map { "\($0.cells.first ?? "-") \($0.rule)" }
  }

  @Test(arguments: [
    ("D4", "截至2024年5月31日", "period-unknown"), ("B3", "问题整改明细表（5月）", "period-unknown"),
    ("B3", "问题整改台账", "outside-layout"),
    ("B4", "填报单位（盖章）：东县民政局", nil), ("D4", "截至2024年6月底", nil),
  ])
  func `the head of a list is of the form's period`(place: String, text: String, rule: String?) throws {
    #expect(try Self.headed(text, at: place) == (rule.map { ["\(place) \($0)"] } ?? []))
  }

  /// The list with one cell replaced.
  private static func looking(_ column: ListColumn, _ cell: (CellReference) -> SourceCell) throws -> ReadForm {
    let place = CellReference(row: ListGrid.firstRow, column: ListGrid.index(of: column))
    return try filled(sound) { sheet in
      sheet.with(cells: sheet.cells.filter { $0.reference != place } + [cell(place)])
    }
  }

  @Test(arguments: [("推进中", "推进中"), ("", "空白")])
  func `a state that is shown otherwise than it is stored is not taken, and said`(shown: String, said: String) throws {
    let form = try Self.looking(.state) { place in
      SourceCell(
        reference: place, value: .string(shown), formula: nil, isPercentage: false, lacksResult: false,
        textStored: "已办结")
    }
    let finding = try #require(form.findings.first { $0.rule == BuiltInRule.shownOtherwise.rawValue })
    #expect(finding.cells == ["E6"] && finding.value == said && finding.expected == "已办结")
    #expect(form.submission.lists["1-01"]?.first?.figure("本期状态") == .blank)
  }

  @Test(arguments: [ListColumn.state, .object])
  func `of a row that is struck out no state is taken`(column: ListColumn) throws {
    let text = column == .state ? "已办结" : "台账不全"
    let form = try Self.looking(column) { place in
      SourceCell(
        reference: place, value: .string(text), formula: nil, isPercentage: false, lacksResult: false, struck: text)
    }
    #expect(form.submission.lists["1-01"]?.first?.figure("本期状态") == .blank)
    #expect(form.findings.contains { $0.rule == BuiltInRule.listIncomplete.rawValue })
  }
}
