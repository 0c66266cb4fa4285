import Consolidation
import FoundationEssentials
import PlanModel
import Reports
import SpreadsheetML
import Testing
import Validation
import XLSXReading

/// The units' own sheets and workbooks.
@Suite struct UnitSheetTests {
  @Test func `a unit's sheet has its own items, live from its cells of 指标汇总`() throws {
    let book = try WrittenSummary(SummarySample.whole())
    #expect(book.text("东县", with: "报送：") == "报送：按时，7月3日收到（应于7月5日前报送）；应报6项，已报6项。")
    #expect(book.text("东县", with: "达序时率") == "按本单位目标考核的3项中，3项已完成或达到序时，达序时率100.0%，列2个县（市、区）第1名。")
    let row = try #require(book.row("改造", in: "东县"))
    let cells = book.cells("东县", row: row, count: 11)
    #expect(cells == ["1", "改造", "户", "60", "—", "45", "75", "50", "25", "绿", "超序时"])
    let main = try #require(book.row("改造"))
    #expect(book.cell("东县", "F\(row)")?.formula == "'指标汇总'!F\(main)")
    #expect(book.cell("东县", "K\(row)")?.formula?.contains("\"未达序时\"") == true)
  }

  @Test func `a lead's sheet has what it leads`() throws {
    let book = try WrittenSummary(SummarySample.whole())
    #expect(book.text("局办公室", with: "牵头的考核指标") == "牵头的考核指标1项，0项已完成或达到序时；滞后：印发。")
    #expect(book.texts("局办公室").contains("二、本单位牵头的指标（2项）"))
  }

  @Test func `what a unit's files are asked stands on its sheet with place and remedy, and on nobody else's`() throws {
    let finding = BuiltInRule.notNumber.finding(
      unit: "east", file: "东.xlsx", sheet: "填报表", cells: ["J9"], column: .cumulative, text: "约八成", expected: "80")
    let period = try SummarySample.period([
      SummarySample.file("east", "东.xlsx", findings: [finding], SummarySample.east),
      SummarySample.file("west", "西.xlsx", SummarySample.west),
    ])
    let book = try WrittenSummary(period)
    #expect(book.texts("东县").contains("J9") && book.texts("东县").contains("二、审核问题（1条）"))
    #expect(book.texts("西县").contains("本期报送文件未发现问题。"))
  }

  @Test func `the first sheet, the rankings and the returns lead to the units`() throws {
    let book = try WrittenSummary(SummarySample.whole())
    let shown = book.texts("总览")
    #expect(shown.contains("分单位："))
    #expect(shown.filter { $0 == "东县" }.count == 2)
  }

  private func folder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/units-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  /// A plan of many counties, one of which reports.
  private func many(_ count: Int) throws -> ConsolidatedPeriod {
    var plan = SummarySample.plan([])
    let ids = (1...count).map { "c\($0)" }
    plan.units = ids.enumerated().map { Unit(id: $1, name: "第\($0 + 1)县民政局", short: "第\($0 + 1)县", kind: .county) }
    plan.tasks[0].indicators = [
      Indicator(code: "1-01", name: "改造", value: 1, measure: "户", aggregate: .eachUnitMeets, reportedBy: ids)
    ]
    plan.reporting.units = ids
    plan.reporting.counties = Array(ids.prefix(4))
    return try SummarySample.period(
      [SummarySample.file("c1", "一.xlsx", [SummarySample.row("1-01", SummarySample.number("2"))])], plan: plan)
  }

  @Test func `forty units have sheets, with more the book says how to get them`() throws {
    let forty = try WrittenSummary(many(40))
    #expect(forty.names.contains("第40县"))
    let more = try WrittenSummary(many(41))
    #expect(!more.names.contains("第1县"))
    #expect(more.text("口径说明", with: "--split unit") != nil)
  }

  @Test func `300 units get a workbook each`() throws {
    let folder = try folder()
    defer { for path in [folder, folder + ".xlsx"] { try? FileManager.default.removeItem(atPath: path) } }
    let book = try SummaryBook(period: many(300), unitSheets: .apart)
    let names = try book.write(to: folder + ".xlsx", unitsTo: folder)
    #expect(names.count == 300 && Set(names).count == 300 && names[0] == "第1县民政局_2024年6月.xlsx")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 300)
    let first = try Workbook(path: folder + "/" + names[0])
    #expect(first.worksheets.map(\.name) == ["本单位"])
    let cells = try #require(first.worksheets.first).snapshot().cells
    #expect(cells.contains { $0.value == .number(2) } && !cells.contains { $0.formula?.contains("指标汇总") ?? false })
  }

  @Test func `units of the same name get workbooks and sheets apart`() throws {
    var plan = SummarySample.plan()
    plan.units[2] = Unit(id: "east", name: "县[一]/局", short: "总览", kind: .county)
    plan.units[3] = Unit(id: "west", name: "县[一]/局", short: "总览", kind: .county)
    let period = try SummarySample.period([], plan: plan)
    let names = try WrittenSummary(period).names
    #expect(names.contains("总览2") && names.contains("总览3"))
    let folder = try folder()
    defer { for path in [folder, folder + ".xlsx"] { try? FileManager.default.removeItem(atPath: path) } }
    let files = try SummaryBook(period: period, unitSheets: .apart).write(
      to: folder + ".xlsx", unitsTo: folder)
    #expect(files == ["局办公室_2024年6月.xlsx", "县＿一＿＿局_2024年6月.xlsx", "县＿一＿＿局＿2_2024年6月.xlsx"])
  }
}
