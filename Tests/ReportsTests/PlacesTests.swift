import Consolidation
import PlanModel
import SpreadsheetML
import Testing
import XLSXReading

@testable import Reports

/// What stands beside each other is shown with as many places as its figures have.
@Suite struct PlacesTests {
  private func period(_ east: String, _ west: String, _ edit: (inout Indicator) -> Void = { _ in }) throws
    -> ConsolidatedPeriod
  {
    var indicator = SummarySample.sum
    edit(&indicator)
    return try SummarySample.period(
      [
        SummarySample.file("east", "东.xlsx", [SummarySample.row("1-01", SummarySample.number(east))]),
        SummarySample.file("west", "西.xlsx", [SummarySample.row("1-01", SummarySample.number(west))]),
      ], plan: SummarySample.plan([indicator]))
  }

  @Test(
    arguments: [
      ("45", "16", 0), ("30.5", "30.5", 1), ("30.5", "30.25", 2), ("30.50", "30.0", 1), ("0.125", "7", 3),
      ("0.1234567", "7", 6),
    ])
  func `a count with halves is shown with its halves, and so is the total`(east: String, west: String, places: Int)
    throws
  {
    let book = try WrittenSummary(period(east, west))
    let row = try #require(book.row("改造"))
    let formats = ["E", "F", "G"].map {
      book.cell("指标汇总", "\($0)\(row)")?.numberFormat.code.split(separator: ";").first
    }
    let expected = "#,##0\(places == 0 ? "" : "." + String(repeating: "0", count: places))_ "
    #expect(formats == Array(repeating: Substring(expected), count: 3))
  }

  @Test func `figures with more places than a page shows are said not to have been adjusted`() throws {
    func remark(_ east: String, _ west: String) throws -> String {
      let book = try WrittenSummary(period(east, west))
      return try book.shown("指标汇总", "N\(#require(book.row("改造")))")
    }
    #expect(try remark("0.1234566", "0.1234566").contains("未作机械调整"))
    #expect(try !remark("0.123456", "0.123456").contains("未作机械调整"))
    #expect(try !remark("30.5", "30.5").contains("未作机械调整"))
  }

  @Test func `a ratio that is worked out, and a kind of figure with places of its own, stay as they are`() throws {
    let whole = try SummarySample.whole()
    #expect(try FigureStyle(#require(whole.result(code: "1-03"))).places == 1)
    #expect(try FigureStyle(#require(whole.result(code: "1-02"))).places == 2)
    let money = try period("3", "4.5") { ($0.kind, $0.measure) = (.money, "万元") }
    #expect(try FigureStyle(#require(money.result(code: "1-01"))).places == 2)
    let finer = try period("3", "4.125") { ($0.kind, $0.measure) = (.money, "万元") }
    #expect(try FigureStyle(#require(finer.result(code: "1-01"))).places == 3)
  }

  @Test func `a county's own sheet and the bulletin show the same halves`() throws {
    let period = try period("30.5", "30.25")
    let book = try WrittenSummary(period)
    let row = try #require(book.row("改造", in: "东县"))
    #expect(book.cell("东县", "F\(row)")?.numberFormat.code.hasPrefix("#,##0.0") == true)
    let text = BulletinText(content: try SummaryContent(period: period, issued: nil))
    #expect(text.paragraphs.map(\.text).joined().contains("累计完成60.75户"))
  }
}
