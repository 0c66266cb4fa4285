import Consolidation
import PlanModel
import Testing
import XLSXReading

/// What a book says of earlier months: trends, changes, the matrix of returns, corrected figures.
@Suite struct EarlierPeriodTests {
  private static let may = Period("2024-05")!

  /// June after a May in which the east had done less and the west had not reported.
  private func book(
    may items: [MonthlySnapshot.Item], corrections: [Correction] = [], plan: Plan = SummarySample.plan()
  ) throws -> WrittenSummary {
    let snapshot = MonthlySnapshot(
      period: Self.may,
      counties: [
        .init(id: "east", status: .onTime, assessed: 2, onPace: 1),
        .init(id: "west", status: .late, assessed: 2, onPace: 2),
      ],
      departments: [.init(id: "welfare", status: nil, assessed: 2, onPace: 2)], items: items,
      reports: ["east": .onTime, "west": .late, "office": .missing], corrections: corrections)
    let period = try Consolidator(
      plan: plan, period: SummarySample.june, earlier: EarlierMonths(snapshots: [snapshot])
    ).consolidate([
      SummarySample.file("east", "东.xlsx", SummarySample.east),
      SummarySample.file("west", "西.xlsx", SummarySample.west),
      SummarySample.file("office", "局.xlsx", SummarySample.office),
    ])
    return try WrittenSummary(period)
  }

  private let mayItems: [MonthlySnapshot.Item] = [
    .init(code: "1-01", state: .ahead, target: 100, total: 50, rate: 50, pace: FixedDecimal("41.7")),
    .init(
      code: "1-02", state: .behind, target: FixedDecimal("132.23"), total: 40, rate: 30, pace: FixedDecimal("41.7")),
  ]

  @Test func `the trend has each known month, live for this one, and gaps for the others`() throws {
    let book = try book(may: mayItems)
    let row = try #require(book.row("改造 完成率", in: "趋势"))
    let rates = book.cells("趋势", row: row, count: 16)
    #expect(Array(rates[4...]) == ["", "", "", "", "50", "45", "", "", "", "", "", ""])
    let totals = book.cells("趋势", row: row + 1, count: 16)
    #expect(totals[3] == "100" && totals[8] == "50" && totals[9] == "45")
    #expect(book.cell("趋势", "J\(row)")?.formula == "J\(row + 1)*100/$D\(row + 1)")
    #expect(book.cell("趋势", "J\(row + 1)")?.formula?.hasPrefix("'指标汇总'!E") == true)
    let path = try #require(book.row("序时进度（目标路径）", in: "趋势"))
    #expect(book.cells("趋势", row: path, count: 16)[9] == "50")
  }

  @Test func `a month of another target keeps the rate that it had`() throws {
    let book = try book(may: [.init(code: "1-01", state: .ahead, target: 80, total: 50, rate: FixedDecimal("62.5"))])
    let row = try #require(book.row("改造 完成率", in: "趋势"))
    #expect(book.cell("趋势", "I\(row)")?.formula == nil)
    #expect(book.shown("趋势", "I\(row)") == "62.5")
  }

  @Test func `one month alone makes no trend`() throws {
    #expect(try !WrittenSummary(SummarySample.whole()).names.contains("趋势"))
  }

  @Test func `what got worse, better and less is said, with the period that it is compared with`() throws {
    let book = try book(may: mayItems)
    let texts = book.texts("总览")
    #expect(texts.contains("较5月变化"))
    #expect(texts.contains("转差1项：改造（超序时→未达序时）。"))
    #expect(texts.contains("累计数减少1项：改造（50→45户）。"))
    #expect(texts.contains("转好1项：检查（未达序时→超序时）。"))
    #expect(texts.contains("县（市、区）达序时率：西县降100.0个百分点，东县升50.0个百分点。"))
    #expect(book.text("总览", with: "占50.0%")?.hasSuffix("较5月增1项") == true)
    #expect(book.shown("总览", "U15") == "50" && book.shown("总览", "U16") == "-100")
  }

  @Test func `without a period before nothing is compared`() throws {
    let book = try WrittenSummary(SummarySample.whole())
    #expect(!book.texts("总览").contains { $0.contains("较") })
  }

  @Test func `the matrix of returns counts the year's late, returned and missing forms`() throws {
    let book = try book(may: mayItems)
    #expect(book.cells("报送情况", row: 5, count: 4) == ["序号", "单位", "5月", "报送状态"])
    let west = try #require(book.row("西县民政局", in: "报送情况"))
    let cells = book.cells("报送情况", row: west, count: 15)
    #expect(cells[2] == "迟报" && cells[3] == "按时")
    #expect(Array(cells[10...12]) == ["1", "0", "0"])
    let office = try #require(book.row("局办公室", in: "报送情况"))
    #expect(Array(book.cells("报送情况", row: office, count: 15)[10...12]) == ["0", "0", "1"])
    #expect(book.cell("报送情况", "M\(office)")?.formula == "COUNTIF(C\(office):D\(office),\"缺报\")")
  }

  @Test func `figures corrected since the last book are exceptions`() throws {
    let late = Correction(
      unit: "east", code: "1-01", period: Self.may, from: 264, to: 262, received: CivilDate("2024-06-08"))
    let book = try book(may: mayItems, corrections: [late])
    #expect(book.text("重点滞后事项", with: "264") == "6月8日收到更正，5月累计完成由264户改为262户。")
  }
}
