import PlanModel
import SpreadsheetML
import TestSupport
import Testing
import Validation
import XLSXReading
import XLSXWriting

@testable import Forms

@Suite struct FormStampTests {
  private func outcome(
    _ workbook: SourceWorkbook, period: Period? = FormSample.june, plan: Plan = FormSample.plan,
    key: SigningKey? = FormSample.key
  ) -> String {
    switch FormSample.read(workbook, period: period, plan: plan, key: key) {
    case .form(let form): (["read"] + form.findings.map(\.rule)).joined(separator: " ")
    case .refused(let unit, let findings): (["refused", unit ?? "-"] + findings.map(\.rule)).joined(separator: " ")
    }
  }

  private func filled() throws -> SourceWorkbook { try FormSample.template().filled(FormSample.sound) }

  @Test func `the same plan, unit, period and key make the same bytes`() throws {
    #expect(try FormSample.bytes() == FormSample.bytes())
  }

  @Test func `a form of another period is named as such`() throws {
    #expect(try outcome(filled(), period: Period("2024-07")) == "refused east another-period")
    #expect(try outcome(filled(), period: nil) == "read")
  }

  @Test func `a form of another plan is named as such`() throws {
    var other = FormSample.plan
    other.issuer = "邻市民政局"
    #expect(try outcome(filled(), plan: other) == "refused - another-plan")
  }

  @Test func `a form signed with another key was not sent out by us`() throws {
    let stranger = try #require(SigningKey(file: "somebody else's long secret"))
    #expect(try outcome(filled(), key: stranger) == "refused east stamp-altered")
    #expect(try outcome(filled(), key: nil) == "read")
  }

  @Test(arguments: ["huizong.unit", "huizong.period", "huizong.serial", "huizong.seal", "huizong.content"])
  func `a stamp that was changed in one place is seen`(name: String) throws {
    let book = try filled()
    var properties = book.properties
    properties[name] = (properties[name] ?? "") + "x"
    #expect(outcome(SourceWorkbook(sheets: book.sheets, properties: properties)).hasPrefix("refused"))
    let stamp = try #require(book.stampSheet)
    let cells = stamp.cells.map { cell in
      stamp.text(row: cell.reference.row, column: 0) == name && cell.reference.column == 1
        ? SourceCell(
          reference: cell.reference, value: .string(cell.text + "x"), formula: nil, isPercentage: false,
          lacksResult: false) : cell
    }
    #expect(outcome(book.with(stamp.with(cells: cells), for: stamp.name)).hasPrefix("refused"))
  }

  @Test func `last figures changed in the hidden sheet are seen`() throws {
    let book = try filled()
    let stamp = try #require(book.stampSheet)
    let cells = stamp.cells.map { cell in
      guard case .string(let text)? = cell.value, text.contains("\"previous\":\"50\"") else { return cell }
      return SourceCell(
        reference: cell.reference, value: .string(text.replacing("\"previous\":\"50\"", with: "\"previous\":\"10\"")),
        formula: nil,
        isPercentage: false, lacksResult: false)
    }
    #expect(outcome(book.with(stamp.with(cells: cells), for: stamp.name)) == "refused east stamp-altered")
  }

  @Test func `one of the two stamps is enough, but not without the layout that it seals`() throws {
    let book = try filled()
    #expect(outcome(SourceWorkbook(sheets: book.sheets, properties: [:])) == "read stamp-copy-missing")
    let withoutSheet = SourceWorkbook(sheets: book.sheets.filter { $0.name != "_huizong" }, properties: book.properties)
    #expect(outcome(withoutSheet) == "refused east stamp-altered")
    // The layout under another name is gone as well.
    let stamp = try #require(book.stampSheet)
    let renamed = stamp.cells.map { cell in
      guard case .string("layout.1")? = cell.value else { return cell }
      return SourceCell(
        reference: cell.reference, value: .string("layout.9"), formula: nil, isPercentage: false, lacksResult: false)
    }
    #expect(outcome(book.with(stamp.with(cells: renamed), for: stamp.name)) == "refused east stamp-altered")
  }

  @Test(arguments: ["huizong.seal", "huizong.content", "huizong.plan"])
  func `what is left of a stamp is refused`(name: String) throws {
    let book = try filled()
    let stamp = try #require(book.stampSheet)
    let left = stamp.cells.map { cell in
      guard case .string(name)? = cell.value else { return cell }
      return SourceCell(
        reference: cell.reference, value: .string("x"), formula: nil, isPercentage: false, lacksResult: false)
    }
    let altered = SourceWorkbook(
      sheets: book.sheets.map { $0.name == stamp.name ? stamp.with(cells: left) : $0 }, properties: [:])
    #expect(outcome(altered) == "refused - stamp-altered")
  }

  @Test func `a hidden sheet whose first cell was typed over is refused`() throws {
    let book = try filled()
    let stamp = try #require(book.stampSheet)
    let cells = stamp.cells.map { cell in
      cell.reference == CellReference(row: 0, column: 0) ? cell.saying("x") : cell
    }
    let altered = SourceWorkbook(
      sheets: book.sheets.map { $0.name == stamp.name ? stamp.with(cells: cells) : $0 }, properties: [:])
    #expect(outcome(altered) == "refused - stamp-altered")
  }

  @Test func `a form without any stamp is read by its words`() throws {
    let book = try filled()
    let bare = SourceWorkbook(sheets: book.sheets.filter { $0.name != "_huizong" }, properties: [:])
    #expect(outcome(bare).hasPrefix("read stamp-missing"))
    #expect(outcome(bare, period: Period("2024-07")) == "refused east another-period")
    var other = FormSample.plan
    other.units = [Unit(id: "west", name: "西县民政局", kind: .county)]
    #expect(outcome(bare, plan: other) == "refused - unit-unknown")
  }

  @Test func `a quarter's form without any stamp is the quarter's, and not its last month's`() throws {
    var plan = FormSample.plan
    for index in plan.tasks[0].indicators.indices { plan.tasks[0].indicators[index].frequency = .quarter }
    let quarter = Period("2024Q2")!
    let book = try FormSample.template(plan: plan, period: quarter).filled(FormSample.sound)
    let bare = SourceWorkbook(sheets: book.sheets.filter { $0.name != "_huizong" }, properties: [:])
    guard case .form(let form) = FormSample.read(bare, period: quarter, plan: plan) else {
      Issue.record("\(FormSample.read(bare, period: quarter, plan: plan))")
      return
    }
    #expect(form.submission.period == quarter)
    #expect(outcome(bare) == "refused east another-period")
    #expect(outcome(bare, period: nil, plan: plan).hasPrefix("read stamp-missing"))
  }

  @Test func `a form of an earlier revision is read by the layout it carries`() throws {
    var later = FormSample.plan
    later.revision = 2
    later.tasks[0].indicators.remove(at: 0)
    let reading = FormSample.read(try filled(), plan: later)
    guard case .form(let form) = reading else {
      Issue.record("refused")
      return
    }
    #expect(form.findings.map(\.rule) == ["earlier-revision"])
    #expect(form.submission.rows.map(\.code) == ["1-02", "1-03", "1-04", "1-05", "1-06"])
  }

  @Test func `a sheet that breaks off is named as the reason, not a form that was not found`() throws {
    let sheet = WorkbookParts.sheet(rows: "<row><c><v>1</v></c></row>")
    let parts = WorkbookParts(sheets: [("填报表", String(sheet.dropLast(15)))])
    let reading = SubmissionReader(plan: FormSample.plan, period: FormSample.june, key: nil).read(
      bytes: parts.bytes, file: "a.xlsx")
    guard case .refused(_, let findings) = reading else {
      Issue.record("not refused")
      return
    }
    #expect(findings.map(\.rule) == ["unreadable-file"] && findings.map(\.value) == ["malformed-markup"])
  }

  @Test func `what is no workbook is refused in words`() throws {
    let reading = SubmissionReader(plan: FormSample.plan, period: FormSample.june, key: nil).read(
      bytes: Array("hello, world".utf8), file: "a.xlsx")
    guard case .refused(nil, let findings) = reading, let finding = findings.first else {
      Issue.record("not refused")
      return
    }
    #expect(finding.rule == "unreadable-file")
    #expect(FindingWords(finding).line().hasPrefix("a.xlsx："))
  }

  /// The sound form of the first revision, read by a plan that asks for the sales in another unit of measure.
  private func read(measure: String) throws -> ReadForm {
    var later = FormSample.plan
    later.revision = 2
    later.tasks[0].indicators[1].measure = measure
    let book = try FormSample.template().filled(FormSample.sound)
    guard case .form(let form) = FormSample.read(book, plan: later) else { throw CancellationError() }
    return form
  }

  @Test func `figures of an earlier revision are taken in the unit of measure that the plan has now`() throws {
    let form = try read(measure: "亿元")
    let row = try #require(form.submission.row("1-02"))
    #expect(row.current.figure == .decimal(FixedDecimal("0.397752")!))
    #expect(row.previous.figure == .decimal(FixedDecimal("1.74089")!))
    #expect(row.cumulative.figure == .decimal(FixedDecimal("2.138642")!))
    #expect(
      row.current.origin?.normalizations.last == .init(rule: "unit-of-measure", from: "3977.52万元", to: "0.397752亿元"))
    let finding = try #require(form.findings.first { $0.rule == "unit-of-measure-converted" })
    #expect(finding.cells == ["I8"] && finding.value == "万元" && finding.expected == "亿元")
    #expect(form.accounting.ties)
    // A return has the form's own unit of measure: what was written there says so.
    let contents = ReturnContents(layout: form.layout, submission: form.submission, findings: form.findings)
    #expect(contents.cells()[.init(code: "1-02", column: .current)] == .text("3977.52万元"))
  }

  @Test func `figures of an earlier revision that do not convert are not taken`() throws {
    let form = try read(measure: "户")
    let row = try #require(form.submission.row("1-02"))
    #expect([row.previous, row.current, row.cumulative].allSatisfy { $0.figure == .blank })
    let finding = try #require(form.findings.first { $0.rule == "unit-of-measure-not-convertible" })
    #expect(finding.cells == ["I8"] && finding.value == "万元" && finding.expected == "户")
    #expect(form.accounting.ties && form.accounting.unreadable == 1)
  }

  @Test func `another word for the same unit of measure changes nothing`() throws {
    let form = try read(measure: "万元")
    #expect(form.findings.map(\.rule) == ["earlier-revision"])
  }

  @Test(arguments: [
    (BuiltInRule.shownOtherwise, "0.002 亿元"), (.shownOtherwise, "空白"), (.dateFormat, "31"), (.struckText, "1"),
  ])
  func `a return asks again for what is not what it looks like`(rule: BuiltInRule, seen: String) throws {
    let reading = FormSample.read(try FormSample.template().filled(FormSample.sound))
    guard case .form(let form) = reading else {
      Issue.record("\(reading)")
      return
    }
    let origin = FigureOrigin(file: "e", digest: "d", sheet: "填报表", cell: "I8", text: "0.002")
    var submission = form.submission
    let place = try #require(submission.rows.firstIndex { $0.code == "1-02" })
    submission.rows[place] = .init(code: "1-02", current: .init(figure: .blank, origin: origin))
    let finding = rule.finding(file: "e", sheet: "填报表", cells: ["I8"], value: seen)
    let contents = ReturnContents(layout: form.layout, submission: submission, findings: [finding])
    #expect(contents.cells()[.init(code: "1-02", column: .current)] == .blank)
  }
}
