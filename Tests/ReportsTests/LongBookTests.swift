import Consolidation
import OfficeStyle
import PlanModel
import Testing
import Validation
import XLSXWriting

@testable import Reports

/// Layouts of books with very many items.
@Suite struct LongBookTests {
  private func period(items: Int, after earlier: [MonthlySnapshot] = []) throws -> ConsolidatedPeriod {
    var plan = SummarySample.plan([])
    plan.tasks[0].indicators = (1...items).map { number in
      Indicator(code: "1-\(number)", name: "指标\(number)", value: 100, measure: "个", reportedBy: ["east", "west"])
    }
    let files = ["east", "west"].map { unit in
      SummarySample.file(
        unit, "\(unit).xlsx", (1...items).map { SummarySample.row("1-\($0)", SummarySample.number("1")) })
    }
    return try Consolidator(plan: plan, period: SummarySample.june, earlier: EarlierMonths(snapshots: earlier))
      .consolidate(files)
  }

  @Test func `the totals of 报送情况 have room in their columns`() throws {
    let earlier = MonthlySnapshot(period: Period("2024-05")!, counties: [], departments: [])
    let period = try period(items: 1000, after: [earlier])
    let sheet = ReturnsSheet(context: ReportContext(period: period, issued: nil))
    let columns = ReturnColumns(period)
    let width = sheet.widths(of: sheet.rows)[columns.expected]
    #expect(columns.leastWidths[columns.expected] < width && width >= ColumnMeasure.width(of: "2,000", isNumber: true))
  }

  @Test(arguments: [(60, true), (10, false)])
  func `a unit's table of several pages has its header on each`(items: Int, isRepeated: Bool) throws {
    let content = try SummaryContent(period: period(items: items), issued: nil)
    let report = try #require(content.period.report(of: "east"))
    let sheet = UnitSheet(content: content, unit: UnitContents(content).content(of: report, linked: true))
    #expect((sheet.repeatedHeader != nil) == isRepeated)
  }

  @Test(arguments: [(12, true), (13, false)])
  func `the header of the units' table does not stand over the pages of the files`(files: Int, isRepeated: Bool) throws
  {
    let refused = (1...files).map { number in
      let finding = BuiltInRule.unreadableFile.finding(file: "\(number).xls", value: "旧格式", expected: "请另存为.xlsx")
      return RefusedFile(file: "\(number).xls", unit: nil, findings: [finding])
    }
    let sheet = ReturnsSheet(
      context: ReportContext(period: try SummarySample.period([], refused: refused), issued: nil))
    #expect((sheet.repeatedHeader != nil) == isRepeated)
  }

  @Test(arguments: [(300, CellAlignment.Vertical.center), (1_000, .top)])
  func `a text that no row shows begins at its top`(count: Int, vertical: CellAlignment.Vertical) {
    let cell = TableCell.text(String(repeating: "长", count: count), Theme().text)
    #expect(cell.fitted(to: 40).format.alignment.vertical == vertical)
  }

  @Test func `a unit's sheet lists its first findings and says how many more there are`() throws {
    let findings = (1...250).map { row in
      BuiltInRule.notNumber.finding(
        unit: "east", file: "东.xlsx", sheet: "填报表", cells: ["J\(row)"], column: .cumulative, text: "约\(row)成",
        expected: "\(row)")
    }
    let book = try WrittenSummary(
      SummarySample.period([SummarySample.file("east", "东.xlsx", findings: findings, SummarySample.east)]))
    #expect(book.texts("东县").contains("二、审核问题（250条）") && book.texts("东县").contains("其余50条见退回意见。"))
    #expect(book.texts("东县").contains("J200") && !book.texts("东县").contains("J201"))
    #expect(book.texts("审核问题").contains("J250"))
  }
}
