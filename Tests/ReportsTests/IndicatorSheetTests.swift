import Consolidation
import PlanModel
import SpreadsheetML
import Testing
import XLSXReading

@Suite struct IndicatorSheetTests {
  private func formula(_ book: WrittenSummary, _ name: String, _ column: String) throws -> String {
    let row = try #require(book.row(name))
    return try #require(book.cell("指标汇总", "\(column)\(row)")?.formula)
  }

  @Test func `cached totals, rates, gaps, lights and states are the consolidation's`() throws {
    let period = try SummarySample.whole()
    let book = try WrittenSummary(period)
    for result in period.results where result.indicator.role == .target {
      let row = try #require(book.row(result.indicator.name))
      let cells = book.cells("指标汇总", row: row, count: 16)
      let state = (cells[11], cells[12])
      #expect(state == (result.light.chinese, result.state.chinese), "\(result.indicator.name)")
      if let total = result.total { #expect(Double(cells[4]) == total.double, "\(result.indicator.name)") }
      if let rate = result.rate { #expect(Double(cells[8]) == rate.double, "\(result.indicator.name)") }
      if let gap = result.gap { #expect(Double(cells[10]) == gap.double, "\(result.indicator.name)") }
    }
  }

  @Test func `a sum refers to its own row and says when nothing counts`() throws {
    let book = try WrittenSummary(SummarySample.whole())
    let row = try #require(book.row("改造"))
    #expect(try formula(book, "改造", "E") == "IF(COUNT(F\(row):H\(row))=0,\"未报送\",SUM(F\(row):H\(row)))")
    #expect(try formula(book, "改造", "I") == "IF(ISNUMBER(E\(row)),E\(row)*100/D\(row),\"—\")")
    #expect(try formula(book, "改造", "K") == "IF(ISNUMBER(I\(row)),ROUND(ROUND(I\(row)-J\(row),8),1),\"—\")")
    #expect(try formula(book, "检查", "E").contains("ROUND(SUM("))
  }

  @Test func `a ratio is computed from the parts below it`() throws {
    let book = try WrittenSummary(SummarySample.whole())
    let row = try #require(book.row("占比"))
    #expect(book.shown("指标汇总", "B\(row + 1)") == "分子：已建")
    #expect(book.shown("指标汇总", "B\(row + 2)") == "分母：总数")
    let formula = try formula(book, "占比", "E")
    #expect(formula.contains("F\(row + 1):H\(row + 1)") && formula.contains("F\(row + 2):H\(row + 2)"))
    #expect(book.shown("指标汇总", "E\(row)") == "25")
    #expect(book.shown("指标汇总", "F\(row)") == "90")
    #expect(book.shown("指标汇总", "N\(row)") == "达标需36个（共40个），已10个；占比类，到期判达标")
  }

  @Test func `a floor per unit counts the units that meet it`() throws {
    let book = try WrittenSummary(SummarySample.whole())
    let row = try #require(book.row("示范点"))
    #expect(book.cells("指标汇总", row: row, count: 8).dropFirst(2) == ["达标单位", "2", "1", "2", "0", "—"])
    #expect(try formula(book, "示范点", "E").contains("COUNTIF(F\(row):H\(row),\">=1\")"))
  }

  @Test func `0, —, 未报送 and 待定 are four things`() throws {
    let other = [SummarySample.row("1-01", SummarySample.number("46")), SummarySample.row("1-02", .notApplicable)]
    let first = [SummarySample.row("1-01", SummarySample.number("45")), SummarySample.row("1-02", .notApplicable)]
    let period = try SummarySample.period([
      SummarySample.file("east", "a", first), SummarySample.file("east", "b", other),
      SummarySample.file("west", "w", [SummarySample.row("1-01", .nilReturn)]),
    ])
    let book = try WrittenSummary(period)
    let sum = try #require(book.row("改造"))
    #expect(book.cells("指标汇总", row: sum, count: 8).dropFirst(4) == ["0", "待定", "0", "—"])
    #expect(book.shown("指标汇总", "N\(sum)").hasPrefix("不含东县（待定）"))
    let length = try #require(book.row("检查"))
    #expect(book.cells("指标汇总", row: length, count: 8).dropFirst(4) == ["未报送", "—", "未报送", "—"])
  }

  @Test func `a missing county is named and left out of the sum`() throws {
    let period = try SummarySample.period([SummarySample.file("east", "东.xlsx", SummarySample.east)])
    let book = try WrittenSummary(period)
    let row = try #require(book.row("改造"))
    #expect(book.cells("指标汇总", row: row, count: 8).dropFirst(4) == ["45", "45", "未报送", "—"])
    #expect(book.shown("指标汇总", "N\(row)").hasPrefix("不含西县（未报送）"))
  }

  @Test func `what was made for the sample says so`() throws {
    var indicators = SummarySample.all
    indicators[0].illustrative = .fields(["value", "allocation"])
    let book = try WrittenSummary(SummarySample.period([], plan: SummarySample.plan(indicators)))
    let row = try #require(book.row("改造"))
    #expect(book.cell("指标汇总", "D\(row)")?.numberFormat.code.contains("（示例）") == true)
    #expect(book.shown("指标汇总", "B\(row + 1)") == "分解目标（示例）")
    #expect(book.texts("总览").contains("示例数据"))
    let milestone = try #require(book.row("印发"))
    #expect(book.shown("指标汇总", "N\(milestone)").contains("应于6月15日前完成（示例）"))
  }

  @Test func `days decide a milestone, and the words of its unit stand in the cells`() throws {
    let book = try WrittenSummary(SummarySample.whole())
    let row = try #require(book.row("印发"))
    #expect(
      book.cells("指标汇总", row: row, count: 13).dropFirst(3) == [
        "完成", "推进中", "—", "—", "推进中", "—", "—", "—", "红", "逾期",
      ])
    #expect(book.shown("指标汇总", "N\(row)").hasPrefix("逾期15天"))
  }

  @Test func `the closing line counts the states`() throws {
    let book = try WrittenSummary(SummarySample.whole())
    #expect(
      book.text("指标汇总", with: "纳入考核")
        == "纳入考核4项：已完成0项，达序时（含超序时）2项，未达序时1项，逾期1项，未报送0项；另有2项不考核。")
  }
}
