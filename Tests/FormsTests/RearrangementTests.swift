import FoundationEssentials
import PlanModel
import SpreadsheetML
import TestSupport
import Testing
import Validation
import XLSXReading
import XLSXWriting

@testable import Forms

/// Whatever a clerk may rightly move about in a form, the same is read from it.
@Suite struct RearrangementTests {
  static let unit = FormSample.east
  static let plan: Plan = {
    var plan = FormSample.plan
    plan.tasks[0].indicators.append(
      Indicator(code: "1-07", name: "问题整改", role: .workload, value: 6, measure: "个", kind: .list, reportedBy: ["east"]))
    return plan
  }()
  static let rules = RulePackage(plan: plan)

  /// What a submission says, without the places where it stood.
  struct Value: Equatable {
    let rows: [[Figure]]
    let lists: [String: Set<[Figure]>]
    let signature: [String]

    init(_ submission: Submission) {
      rows = submission.rows.sorted { $0.code < $1.code }.map { row in
        [row.previous, row.current, row.cumulative, row.progress, row.problems, row.nextSteps, row.explanation].map(
          \.figure)
      }
      lists = submission.lists.mapValues { list in
        Set(list.map { row in ListColumn.entries.map { row.figure($0.chinese) } })
      }
      let signature = submission.signature
      self.signature = [
        signature.preparer, signature.reviewer, signature.phone, signature.date?.description ?? "",
      ]
    }
  }

  // MARK: A random valid form

  static func contents(_ random: inout SplitMix) -> FormContents {
    func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
    func words() -> CellContent {
      let texts = ["已完成验收", "第一行\n第二行", "约30户在建", "（无）", "a<b&c", "　有空格　"]
      return below(4) == 0 ? .blank : .text(texts[below(texts.count)])
    }
    var contents = FormContents()
    func put(_ code: String, _ column: FormColumn, _ content: CellContent) {
      contents.cells[.init(code: code, column: column)] = content
    }
    for code in ["1-01", "1-02", "1-03", "1-04", "1-05", "1-06", "1-07"] {
      for column in [FormColumn.progress, .problems, .nextSteps, .explanation] { put(code, column, words()) }
    }
    func number() -> CellContent { [.integer(below(1_000)), .integer(0), "无", "—"][min(below(10), 3)] }
    func day() -> CellContent { below(3) == 0 ? "推进中" : .serialDate(Double(45_444 + below(30))) }
    put("1-01", .cumulative, number())
    put("1-02", .current, .number(Double(below(100_000)) / 100))
    put("1-03", .cumulative, number())
    put("1-04", .cumulative, day())
    put("1-05", .current, day())
    put("1-06", .progress, "压实责任")
    put("1-07", .cumulative, .integer(below(6)))
    contents.lists["1-07"] = (0..<(1 + below(5))).map { index in
      let isDone = below(2) == 0
      return FormContents.ListRow(
        object: .text("对象\(index)"), state: isDone ? "已办结" : "推进中", date: isDone ? .serialDate(45_460) : .blank,
        note: words())
    }
    contents.signing = [.preparer: "甲", .reviewer: "乙", .phone: "0660-3361210", .date: .serialDate(45_474)]
    return contents
  }

  static func workbook(_ contents: FormContents) throws -> SourceWorkbook {
    let layout = FormLayout(plan: plan, unit: unit, period: FormSample.june, previous: FormSample.previous)
    let path = FileManager.default.temporaryDirectory.appending(path: "moved-\(UUID().uuidString).xlsx").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try TemplateWriter(rules: rules, unit: unit, layout: layout, period: FormSample.june, contents: contents)
      .write(to: path, key: FormSample.key)
    return SourceWorkbook(try Workbook(bytes: Array(try #require(FileManager.default.contents(atPath: path)))))
  }

  // MARK: Random rearrangements

  /// The rows of a table in another order, with empty rows between them.
  private static func rows(_ first: Int, _ last: Int, _ random: inout SplitMix) -> [Int: Int] {
    var places: [Int: Int] = [:]
    var next = first
    for row in Array(first...last).shuffled(using: &random) {
      if random.next() % 5 == 0 { next += 1 }
      places[row] = next
      next += 1
    }
    // Everything below moves down as far as the table has grown.
    for row in (last + 1)...(last + 40) { places[row] = row + next - last - 1 }
    return places
  }

  /// Columns in another order, with new ones between them.
  private static func columns(_ count: Int, _ random: inout SplitMix) -> [Int] {
    var places = Array(repeating: 0, count: count)
    var next = 0
    for column in Array(0..<count).shuffled(using: &random) {
      if random.next() % 6 == 0 { next += 1 }
      places[column] = next
      next += 1
    }
    return places
  }

  private static func rearranged(
    _ sheet: SourceSheet, table: ClosedRange<Int>, columns count: Int, name: String, _ random: inout SplitMix
  ) -> SourceSheet {
    let rows = random.next() % 4 == 0 ? [:] : rows(table.lowerBound, table.upperBound, &random)
    let columns = random.next() % 3 == 0 ? Array(0..<count) : columns(count, &random)
    // Ranges that are merged across belong to the head and the foot, which nobody moves with a column.
    return sheet.with(name: name, merged: []).moved { reference in
      guard let row = rows[reference.row] ?? Optional(reference.row), reference.column < columns.count else {
        return nil
      }
      return CellReference(row: row, column: columns[reference.column])
    }
  }

  private static func rearranged(_ book: SourceWorkbook, _ random: inout SplitMix) throws -> SourceWorkbook {
    let layout = FormLayout(plan: plan, unit: unit, period: FormSample.june, previous: FormSample.previous)
    let table = try #require(layout.lists?.first)
    let names = [["填报表", "Sheet1", "六月", "填报表 (2)"], ["明细表", "Sheet2", "整改台账", "明细"]]
    var sheets = book.sheets.map { sheet in
      switch sheet.name {
      case "填报表":
        rearranged(
          sheet, table: FormSheet.firstRow...FormSheet(layout).lastRow, columns: layout.columns.count,
          name: names[0][Int(random.next() % 4)], &random)
      case "明细表":
        rearranged(
          sheet, table: ListGrid.firstRow...ListGrid(table: table, filled: 0).lastRow,
          columns: ListColumn.allCases.count, name: names[1][Int(random.next() % 4)], &random)
      default: sheet
      }
    }
    if random.next() % 3 == 0 {
      let note = SourceCell(
        reference: CellReference(row: 0, column: 0), value: .string("备忘：指标、累计完成"), formula: nil, isPercentage: false,
        lacksResult: false)
      sheets.append(SourceSheet(name: "备忘", isHidden: false, cells: [note]))
    }
    return SourceWorkbook(sheets: sheets.shuffled(using: &random), properties: book.properties)
  }

  @Test(arguments: 0..<40)
  func `a form rearranged says what it said`(seed: UInt64) throws {
    var random = SplitMix(seed: seed &* 7_919 &+ 11)
    let book = try Self.workbook(Self.contents(&random))
    guard case .form(let plain) = FormSample.read(book, plan: Self.plan) else {
      Issue.record("the form as it was written is not read")
      return
    }
    let value = Value(plain.submission)
    #expect(value.rows.count == 7 && !(value.lists["1-07"] ?? []).isEmpty && value.signature[3] == "2024-07-01")
    for _ in 0..<10 {
      let reading = FormSample.read(try Self.rearranged(book, &random), plan: Self.plan)
      guard case .form(let moved) = reading else {
        Issue.record("\(reading)")
        continue
      }
      let now = Value(moved.submission)
      #expect(now.rows == value.rows)
      #expect(now.lists == value.lists)
      #expect(now.signature == value.signature)
      #expect(moved.accounting.items.map(\.fate) == plain.accounting.items.map(\.fate))
      #expect(moved.accounting.ties && moved.accounting.outside == plain.accounting.outside)
      // Each figure is known by the cell in which it stands now.
      let cells = moved.submission.rows.compactMap { $0.progress.origin?.cell }
      #expect(Set(cells).count == 7)
    }
  }

  @Test func `a figure changed on the way is noticed by this very comparison`() throws {
    var random = SplitMix(seed: 1)
    let contents = Self.contents(&random)
    var other = contents
    other.cells[.init(code: "1-02", column: .current)] = 12.34
    func value(_ contents: FormContents) throws -> Value? {
      guard case .form(let form) = FormSample.read(try Self.workbook(contents), plan: Self.plan) else { return nil }
      return Value(form.submission)
    }
    #expect(try value(contents) != value(other))
  }

  @Test(arguments: [("J7:J8", "J8:J9"), ("J7:J8", "I8:K8"), ("J7:J9", "I8:K10"), ("J1:J1048576", "J8:L8")])
  func `of ranges that overlap the order in the file says nothing`(one: String, other: String) throws {
    let ranges = try [one, other].map { try #require(CellRange(a1: $0)) }
    let form = try FormSample.template().filled(FormSample.sound)
    let read = [ranges, ranges.reversed()].map { own in
      FormSample.read(form.with(form.form.with(merged: Array(form.form.merged) + own)))
    }
    guard case .form(let first) = read[0], case .form(let second) = read[1] else {
      Issue.record("a form is refused")
      return
    }
    #expect(first.findings == second.findings && first.submission == second.submission)
    #expect(first.accounting == second.accounting)
    #expect(first.findings.contains { $0.rule == "merged-figure" })
  }

  @Test func `of ranges that overlap in the header nobody says which head they show`() throws {
    let form = try FormSample.template().filled(FormSample.sound)
    let ranges = try ["J4:J5", "I5:J5"].map { try #require(CellRange(a1: $0)) }
    let cells = form.form.cells.map { cell in
      guard cell.reference == CellReference(a1: "J5") else { return cell }
      return SourceCell(
        reference: CellReference(row: 3, column: 9), value: cell.value, formula: nil, isPercentage: false,
        lacksResult: false)
    }
    let sheet = form.form.with(
      cells: cells.filter { $0.reference != CellReference(a1: "J4") || $0.text == "累计完成" },
      merged: form.form.merged.filter { !$0.rows.contains(3) } + ranges)
    guard case .refused(_, let findings) = FormSample.read(form.with(sheet)) else {
      Issue.record("the form is taken")
      return
    }
    #expect(findings.contains { $0.rule == "column-missing" })
  }
}
