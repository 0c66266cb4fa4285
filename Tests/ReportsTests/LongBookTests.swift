import Consolidation
import OfficeStyle
import PlanModel
import Testing

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
}
