import Consolidation
import FoundationEssentials
import PlanModel
import SpreadsheetML
import Testing
import Validation
import XLSXReading

@testable import Reports

@Suite struct ProvenanceSheetTests {
  /// The row of the first line of 改造: behind 印发, whose lead comes first.
  private static let first = 7

  /// 改造 of the east from a cell with full-width digits, of the west entered by hand.
  private static func period() throws -> ConsolidatedPeriod {
    let origin = FigureOrigin(
      file: "东.xlsx", digest: "digest of 东.xlsx", sheet: "填报表", cell: "J7", text: "４５",
      normalizations: [.init(rule: "full-width-digits", from: "４５", to: "45")])
    var rows = SummarySample.east
    var cells = rows[0].cells
    cells.cumulative = .init(figure: SummarySample.number("45"), origin: origin)
    rows[0] = Submission.Row(code: rows[0].code, cells: cells)
    return try SummarySample.period([
      SummarySample.file(
        "east", "东旧.xlsx", received: "2024-07-01", [SummarySample.row("1-01", SummarySample.number("44"))]),
      SummarySample.file("east", "东.xlsx", rows), SummarySample.file("office", "局.xlsx", SummarySample.office),
      Candidate(
        submission: Submission(
          file: "人工", digest: "evidence", unit: "west", period: SummarySample.june,
          rows: [SummarySample.row("1-01", SummarySample.number("7"))]), received: CivilDate("2024-07-05"),
        findings: [],
        isManual: true),
    ])
  }

  @Test func `each figure has its cell on both sides, its file's digest and what was done to it`() throws {
    let book = try WrittenSummary(Self.period())
    let row = try #require(book.row("改造"))
    #expect(
      book.cells("数据来源", row: Self.first, count: 12) == [
        "指标汇总 F\(row)", "1-01", "改造", "东县民政局", "45", "东.xlsx", "填报表", "J7", "digest of 东.", "2", "45476", "“４５”→45",
      ])
    let west = book.cells("数据来源", row: Self.first + 1, count: 12)
    #expect(west[0] == "指标汇总 G\(row)" && west[4] == "7" && west[5] == "—" && west[11] == "人工录入，依据见台账")
  }

  @Test func `the parts of a ratio are listed, and the ratio itself is computed`() throws {
    let texts = try WrittenSummary(Self.period()).texts("数据来源")
    #expect(!texts.contains("1-03") && texts.contains("1-05"))
  }

  @Test func `with more lines than the limit the exceptions stay, and a CSV file has them all`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/provenance-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let unreadable = (1...4).map {
      BuiltInRule.normalized.finding(unit: "east", file: "=\($0).xlsx", text: "４５", value: "45")
    }
    let base = try Self.period()
    let period = try SummarySample.period(
      base.units.flatMap { $0.files.counting + $0.files.superseded },
      refused: [RefusedFile(file: "坏.xlsx", unit: nil, findings: unreadable)])
    var book = SummaryBook(period: period)
    book.limit = 3
    try book.write(to: folder + "/簿.xlsx")
    func lines(_ name: String) throws -> [String] {
      let bytes = try #require(FileManager.default.contents(atPath: folder + "/" + name))
      return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    }
    let provenance = try lines("簿.provenance.csv")
    #expect(provenance[0].hasSuffix("汇总单元格,指标编码,指标,报送单位,数值,报送文件,工作表,单元格,文件摘要（前12位）,修订号,报送时间,规整记录"))
    #expect(provenance[2].hasSuffix(",45,东.xlsx,填报表,J7,digest of 东.xlsx,2,2024-07-03,“４５”→45"))
    #expect(provenance.count > 6)
    let findings = try lines("簿.findings.csv")
    #expect(findings.count == 5 && findings.contains { $0.contains(",'=1.xlsx,") })
    let written = try Workbook(path: folder + "/簿.xlsx")
    let method = try #require(written.worksheets.first { $0.name == "口径说明" }).snapshot()
    let words = method.cells.compactMap { cell -> String? in
      guard case .string(let text)? = cell.value else { return nil }
      return text
    }
    #expect(words.contains { $0.contains("数据来源共\(provenance.count - 1)条") && $0.contains(".provenance.csv") })
    #expect(words.contains { $0.contains("审核问题共4条，簿中只列须改正或核实的0条") })
  }

  @Test func `a file that answers a return is the second revision`() throws {
    let broken = BuiltInRule.notNumber.finding(
      unit: "east", file: "东旧.xlsx", sheet: "填报表", cells: ["J8"], column: .cumulative, text: "约八成")
    let book = try WrittenSummary(
      SummarySample.period([
        SummarySample.file("east", "东旧.xlsx", received: "2024-07-01", findings: [broken], SummarySample.east),
        SummarySample.file("east", "东.xlsx", SummarySample.east),
        SummarySample.file("west", "西.xlsx", SummarySample.west),
      ]))
    let row = try #require(book.row("改造"))
    let first = (6...20).first { book.shown("数据来源", "A\($0)") == "指标汇总 F\(row)" }
    let line = try #require(first)
    #expect(book.shown("数据来源", "J\(line)") == "2" && book.shown("数据来源", "J\(line + 1)") == "1")
  }

  @Test func `with nothing to list it says so`() throws {
    #expect(try WrittenSummary(SummarySample.period([])).texts("数据来源").contains("本期没有计入汇总的数。"))
  }
}
