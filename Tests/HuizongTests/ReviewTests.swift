import Consolidation
import Forms
import PlanModel
import SpreadsheetML
import TestSupport
import Testing
import Validation
import XLSXReading

@testable import Huizong

/// 条线复核: what a lead department is shown, what it says, and what comes of it.
@Suite struct ReviewTests {
  /// The forms of June, made after the counties had reported.
  private static func forms(_ office: SmallOffice, in folder: Folder) async throws -> [TemplateJob.Form] {
    try await TemplateJob(
      plan: office.lay(in: folder), period: Period("2024-06")!, units: [], history: [],
      reported: "\(folder.path)/inbox", output: "\(folder.path)/forms", workers: 2
    ).run { _ in Issue.record("the office has a key") }
  }

  private static func texts(_ bytes: [UInt8], _ sheet: String) throws -> [String: CellValue] {
    let found = try #require(Workbook(bytes: bytes).worksheets.first { $0.name == sheet }).snapshot()
    return Dictionary(
      found.cells.compactMap { cell in cell.value.map { (cell.reference.a1, $0) } }, uniquingKeysWith: { a, _ in a })
  }

  @Test func `the lead department is shown what the counties reported, the counties are not`() async throws {
    let folder = try Folder()
    var office = try SmallOffice.sounding()
    office.withdraw("west.xlsx")
    let forms = try await Self.forms(office, in: folder)
    #expect(forms.map(\.unit.id) == ["office", "east", "west"])
    let sheet = try Self.texts(folder.bytes("forms/2024年6月填报表-局办公室.xlsx"), "条线复核")
    #expect(sheet["C7"] == .string("1.1 养老服务"))
    #expect(sheet["D10"] == .string("东县") && sheet["F10"] == .number(60) && sheet["H10"] == .number(31))
    #expect(sheet["I10"] == .number(51.7) && sheet["L10"] == .string("缺"))
    #expect(sheet["D11"] == .string("西县") && sheet["H11"] == .string("未报送") && sheet["L11"] == .string("—"))
    for county in ["东县", "西县"] {
      let names = try Workbook(bytes: folder.bytes("forms/2024年6月填报表-\(county)民政局.xlsx")).worksheets.map(\.name)
      #expect(!names.contains("条线复核"))
    }
  }

  @Test func `what was said is read back, whatever the sheet is called`() async throws {
    var office = try SmallOffice.sounding()
    let line = LineFigures(reported: ["east": ["1.1-01": .decimal(31)], "west": ["1.1-01": .decimal(20)]])
    office.receive(
      "office.xlsx",
      try office.form("office", line: line) { form in
        form.review(figure: 0, " 存疑 ", "系统里是28户")
        form.review(figure: 1, "确认")
        form.replace("name=\"条线复核\"", "name=\"Sheet9\"", in: "xl/workbook.xml")
      })
    let files = try await office.run().period.units.first { $0.unit.id == "office" }?.files.counting ?? []
    let review = try #require(files.first?.submission.review)
    #expect(review.words.map(\.progress.figure) == [.text("两县按计划推进")])
    #expect(review.words.first?.progress.origin?.cell == "D7")
    let first = try #require(review.opinions.first)
    #expect(first.verdict == .queried && first.shown == "31" && first.remark.figure == .text("系统里是28户"))
    #expect(review.opinions.dropFirst().first?.verdict == .confirmed)
    #expect(review.opinions.dropFirst(2).allSatisfy { $0.verdict == nil && $0.shown == nil })
  }

  @Test func `a figure that was shown and of which nothing was said is asked for, and so is a reason`() async throws {
    var office = try SmallOffice.sounding()
    let line = LineFigures(reported: ["east": ["1.1-01": .decimal(31)], "west": ["1.1-01": .decimal(20)]])
    office.receive("office.xlsx", try office.form("office", line: line) { $0.review(figure: 1, "存疑") })
    let found = try await office.run().period.findings.filter { $0.rule == BuiltInRule.reviewIncomplete.rawValue }
    #expect(
      found.map(\.cells) == [["J10"], ["K11"]] && found.allSatisfy { $0.file == "office.xlsx" && $0.grade == .warning })
    #expect(found.map(\.value) == ["东县“适老化改造”的“复核”", "西县“适老化改造”的“复核意见”"])
  }

  @Test func `a query goes back to the county, and is settled when the figure is changed`() async throws {
    var office = try SmallOffice.sounding()
    let line = LineFigures(reported: ["east": ["1.1-01": .decimal(31)]])
    office.receive(
      "office.xlsx", try office.form("office", line: line) { $0.review(figure: 0, "存疑", "系统里是28户") })
    let folder = try Folder()
    let sent = try await office.sendBack(in: folder).returns
    let back = try #require(sent.first)
    #expect(sent.count == 1 && back.file == "east.xlsx")
    let words = back.workbook?.notice.lines() ?? []
    #expect(words == ["1. 适老化改造／累计完成（填报表!J7）：局办公室对“31”存疑：系统里是28户，请核对改正；属实的，把依据告知该科室，由其改为“确认”。"])
    office.receive("east.xlsx", try office.form("east") { $0.set("01", .cumulative, 28) })
    let rules = try await office.run().period.findings.map(\.rule)
    #expect(!rules.contains(BuiltInRule.figureQueried.rawValue))
    #expect(rules.contains(BuiltInRule.reviewOutdated.rawValue))
  }

  @Test func `of two files of one day that review otherwise what both say counts, and the rest is said`() async throws {
    var office = try SmallOffice.sounding()
    let line = LineFigures(reported: ["east": ["1.1-01": .decimal(31)]])
    let queried = try office.form("office", line: line) { $0.review(figure: 0, "存疑", "系统里是28户") }
    let confirmed = try office.form("office", line: line) { form in
      form.review(figure: 0, "确认")
      form.sign("填报人", "李四")
    }
    office.receive("office.xlsx", queried)
    office.receive("office（最终版）.xlsx", confirmed)
    let period = try await office.run().period
    let conflicts = period.findings.filter { $0.rule == BuiltInRule.conflictingFiles.rawValue }
    #expect(conflicts.map(\.expected) == ["“条线复核”里不同的"] && conflicts.first?.sheet == "条线复核")
    #expect(conflicts.first?.cells.count == 1)
    // Who signed each is part of the question which one holds.
    #expect(!period.findings.contains { $0.rule == BuiltInRule.wordsDiffer.rawValue })
    #expect(conflicts.map(\.value) == ["office.xlsx 存疑：系统里是28户；office（最终版）.xlsx 确认"])
    #expect(!period.findings.contains { $0.rule == BuiltInRule.figureQueried.rawValue })
    let folder = try Folder()
    try period.writeBook(to: "\(folder.path)/book.xlsx")
    let cells = try Self.texts(folder.bytes("book.xlsx"), "重点滞后事项").values
    #expect(cells.contains { if case .string(let text) = $0 { text.contains("“条线复核”里不同的待定") } else { false } })
  }

  @Test func `a query that both of two files of one day have stands, with both reasons`() async throws {
    var office = try SmallOffice.sounding()
    let line = LineFigures(reported: ["east": ["1.1-01": .decimal(31)], "west": ["1.1-01": .decimal(20)]])
    for (name, reason, verdict) in [("office.xlsx", "系统里是28户", "确认"), ("office2.xlsx", "漏了3户", "存疑")] {
      office.receive(
        name,
        try office.form("office", line: line) { form in
          form.review(figure: 0, "存疑", .init(stringLiteral: reason))
          form.review(figure: 1, .init(stringLiteral: verdict), verdict == "存疑" ? "不符" : .blank)
        })
    }
    let period = try await office.run().period
    let queries = period.findings.filter { $0.rule == BuiltInRule.figureQueried.rawValue }
    #expect(queries.map(\.unit) == ["east"])
    #expect(queries.first?.expected.map { $0.contains("系统里是28户") && $0.contains("漏了3户") } == true)
    #expect(period.findings.contains { $0.rule == BuiltInRule.conflictingFiles.rawValue })
    let task = try #require(period.plan.tasks.first)
    #expect(period.lineWords(of: task).map(\.words.progress.figure) == [.text("两县按计划推进")])
  }

  @Test func `a row of the review whose words were sorted away from its hidden code is not taken`() async throws {
    var office = try SmallOffice.sounding()
    let line = LineFigures(reported: ["east": ["1.1-01": .decimal(31)]])
    let form = try office.form("office", line: line) { form in
      form.review(figure: 0, "存疑", "系统里是28户")
      // What is seen of the row is another county's.
      form.set(CellReference(row: FormEditor.headerRow + 5, column: 3), "西县民政局", in: "条线复核")
    }
    office.receive("office.xlsx", form)
    let findings = try await office.run().period.findings
    #expect(!findings.contains { $0.rule == BuiltInRule.figureQueried.rawValue })
    let said = try #require(findings.first { $0.rule == BuiltInRule.reviewIncomplete.rawValue })
    #expect(said.sheet == "条线复核" && said.value?.contains("写的却是") == true)
  }

  /// What is found on 条线复核 of a form that somebody changed, after the lead had confirmed the figure of 东县.
  static func found(
    _ edit: @Sendable (inout FormEditor) -> Void
  ) async throws -> (findings: [Finding], opinion: LineReview.Opinion?, all: [Finding]) {
    var office = try SmallOffice.sounding()
    let line = LineFigures(reported: ["east": ["1.1-01": .decimal(31)], "west": ["1.1-01": .decimal(20)]])
    office.receive(
      "office.xlsx",
      try office.form("office", line: line) { form in
        form.review(figure: 0, "确认")
        form.review(figure: 1, "确认")
        edit(&form)
      })
    let period = try await office.run().period
    let review = period.units.first { $0.unit.id == "office" }?.files.counting.first?.submission.review
    let own = period.findings.filter { $0.sheet?.hasPrefix("条线复核") == true }
    return (own, review?.opinions.first, period.findings)
  }

  @Test func `two rows of one figure that say different things say nothing, and that is said`() async throws {
    func copied(_ code: String?, to target: Int, _ verdict: FormEditor.Entry) async throws -> [Finding] {
      let (findings, opinion, _) = try await Self.found { form in
        form.add(
          (code.map { [(0, .init(stringLiteral: $0))] } ?? [])
            + [(2, "适老化改造"), (3, "东县"), (9, verdict), (10, "系统里是28户")],
          toRow: target, of: "条线复核")
      }
      #expect(opinion?.verdict == nil)
      return findings
    }
    for code in ["1.1-01@east", nil] {
      let findings = try await copied(code, to: 60, "存疑")
      #expect(findings.map(\.rule) == [BuiltInRule.reviewIncomplete.rawValue], "\(findings)")
      #expect(findings.first?.value?.contains("有2行，写的不一样") == true)
      #expect(findings.first?.cells == ["J10", "J61"])
    }
  }

  @Test func `what stands on the review and belongs to no row or column is named`() async throws {
    let row = FormEditor.headerRow + 5
    let beside = try await Self.found { form in
      form.add([(13, "存疑"), (14, 999)], toRow: row, of: "条线复核")
    }
    #expect(
      beside.findings.map(\.rule) == [BuiltInRule.outsideLayout.rawValue] && beside.opinion?.verdict == .confirmed)
    #expect(beside.findings.first?.cells == ["N10", "O10"])
    let below = try await Self.found { form in
      form.add([(3, "市局"), (9, "存疑")], toRow: 70, of: "条线复核")
    }
    #expect(below.findings.first?.cells == ["D71", "J71"] && below.findings.first?.text == "市局 存疑")
    let unchanged = try await Self.found { _ in }
    #expect(unchanged.findings.isEmpty && unchanged.opinion?.verdict == .confirmed)
  }

  /// Column and entry of a cell of the figure's row, and how it is named.
  private static let typed: [(column: Int, entry: FormEditor.Entry, value: String)] = [
    (1, "存疑", "“条线复核”各行各栏之外的"), (2, "适老化改造（应为300）", "“指标”里改写的"),
    (3, "东县（应为300）", "“报送单位”里改写的"), (4, "应为300", "“计量单位”里改写的"), (11, "应为300", "“条线复核”各行各栏之外的"),
  ]

  @Test(arguments: typed)
  func `what was typed over anything else that was printed is named`(
    column: Int, entry: FormEditor.Entry, value: String
  ) async throws {
    let place = CellReference(row: FormEditor.headerRow + 5, column: column)
    let (findings, opinion, _) = try await Self.found { $0.set(place, entry, in: "条线复核") }
    #expect(findings.map(\.value) == [value] && findings.first?.cells == [place.a1], "\(findings)")
    #expect(opinion?.verdict == .confirmed)
  }

  @Test func `words and figures above, beside the heads and below the review are named`() async throws {
    let places: [(column: Int, row: Int)] = [(13, 3), (14, 5), (14, 8), (0, 90), (1, 91)]
    for (column, row) in places {
      let (findings, _, _) = try await Self.found { $0.add([(column, 300)], toRow: row, of: "条线复核") }
      #expect(findings.map(\.rule) == [BuiltInRule.outsideLayout.rawValue], "\(column) \(row) \(findings)")
    }
  }

  @Test func `a figure that was typed over on the review is named, and what was printed stands`() async throws {
    let row = FormEditor.headerRow + 5
    let (findings, opinion, _) = try await Self.found { form in
      form.set(CellReference(row: row, column: 7), 999, in: "条线复核")
    }
    #expect(findings.map(\.rule) == [BuiltInRule.outsideLayout.rawValue] && findings.first?.cells == ["H10"])
    #expect(findings.first?.value == "“本期末累计”里改写的" && findings.first?.expected?.contains("改回“31”") == true)
    #expect(opinion?.shown == "31")
  }

  @Test func `of two sheets with the review that is read which people see; two that differ count for nothing`()
    async throws
  {
    // The copy says 存疑 where the sheet that was sent says 确认.
    func copied(isHidden: Bool) async throws -> (findings: [Finding], opinion: LineReview.Opinion?, all: [Finding]) {
      try await Self.found { form in
        form.copySheet("条线复核", as: "条线复核2", hidingFirst: isHidden)
        form.set(CellReference(row: FormEditor.headerRow + 5, column: 9), "存疑", in: "条线复核2")
        form.set(CellReference(row: FormEditor.headerRow + 5, column: 10), "系统里是28户", in: "条线复核2")
      }
    }
    let hidden = try await copied(isHidden: true)
    #expect(hidden.opinion?.verdict == .queried)
    #expect(hidden.findings.map(\.rule) == [BuiltInRule.severalForms.rawValue] && hidden.findings[0].sheet == "条线复核2")
    let seen = try await copied(isHidden: false)
    #expect(seen.findings.isEmpty && seen.opinion?.verdict == nil)
    #expect(seen.all.contains { $0.value == "“条线复核”（有几张：条线复核、条线复核2，写的不一样，都没有读）" })
  }

  @Test func `rows of the review that nobody sees, and names that are struck out, are asked about`() async throws {
    let hidden = try await Self.found { form in
      form.replace("<row r=\"10\" ", "<row r=\"10\" hidden=\"1\" ", in: form.part(of: "条线复核") ?? "")
    }
    #expect(hidden.findings.map(\.rule) == [BuiltInRule.hiddenData.rawValue] && hidden.opinion?.verdict == .confirmed)
  }

  @Test func `a review counts that stands in two files of one day, which differ otherwise`() async throws {
    var office = try SmallOffice.sounding()
    let line = LineFigures(reported: ["east": ["1.1-01": .decimal(31)]])
    for (name, preparer) in [("office.xlsx", "张三"), ("office（最终版）.xlsx", "李四")] {
      office.receive(
        name,
        try office.form("office", line: line) { form in
          form.review(figure: 0, "存疑", "系统里是28户")
          form.sign("填报人", .init(stringLiteral: preparer))
        })
    }
    let rules = try await office.run().period.findings.map(\.rule)
    #expect(rules.contains(BuiltInRule.figureQueried.rawValue))
    #expect(!rules.contains(BuiltInRule.conflictingFiles.rawValue))
  }

  @Test func `the lead's words come first in the register`() async throws {
    let period = try await SmallOffice.sounding().run().period
    let folder = try Folder()
    try period.writeBook(to: "\(folder.path)/book.xlsx")
    let cells = try Self.texts(folder.bytes("book.xlsx"), "任务台账").values
    #expect(cells.contains(.string("两县按计划推进\n东县：已改造31户")))
    #expect(cells.count { $0 == .string("两县按计划推进") } == 0)
  }
}
