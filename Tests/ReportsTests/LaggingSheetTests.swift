import Consolidation
import PlanModel
import Testing
import Validation

@Suite struct LaggingSheetTests {
  private static let sheet = "重点滞后事项"

  private func texts(_ book: WrittenSummary, column: String) -> [String] {
    (5...40).map { book.shown(Self.sheet, "\(column)\($0)") }.filter { !$0.isEmpty }
  }

  @Test func `what is behind stands with its figures, the worst first, and every exception has a line`() throws {
    let book = try WrittenSummary(
      SummarySample.period([
        SummarySample.file("east", "东.xlsx", received: "2024-07-08", SummarySample.east),
        SummarySample.file("office", "局.xlsx", SummarySample.office),
        SummarySample.file("office", "局2.xlsx", [SummarySample.row("2-01", .text("已印发"))]),
      ]))
    let lagging = try #require(texts(book, column: "B").firstIndex(of: "印发"))
    #expect(lagging < (texts(book, column: "B").firstIndex(of: "改造") ?? .max), "overdue before behind")
    // 45 of 100 at half the year.
    let row = try #require((5...40).first { book.shown(Self.sheet, "B\($0)") == "改造" })
    #expect(["C", "D", "E", "F", "G"].map { book.shown(Self.sheet, "\($0)\(row)") } == ["100", "45", "45", "-5", "黄"])
    let kinds = texts(book, column: "C")
    for kind in ["缺报", "迟报", "多份待定"] { #expect(kinds.contains(kind), "\(kind)") }
    #expect(texts(book, column: "B").contains("西县民政局"))
  }

  @Test func `a month without exceptions says so`() throws {
    let office = [SummarySample.row("2-01", .date(CivilDate("2024-06-10")!, precision: .day))]
    let east = [
      SummarySample.row("1-01", SummarySample.number("60")), SummarySample.row("1-02", SummarySample.number("100")),
      SummarySample.row("1-04", SummarySample.number("9")), SummarySample.row("1-05", SummarySample.number("10")),
      SummarySample.row("1-06", SummarySample.number("2")), SummarySample.row("2-02", .text("在学")),
    ]
    let west = east.prefix(5).map { $0 }
    let period = try SummarySample.period([
      SummarySample.file("east", "东.xlsx", east), SummarySample.file("west", "西.xlsx", Array(west)),
      SummarySample.file("office", "局.xlsx", office + [SummarySample.row("2-02", .blank, progress: "局里在学")]),
    ])
    let book = try WrittenSummary(period)
    #expect(period.lagging == [])
    #expect(texts(book, column: "B").contains("没有滞后事项。"))
  }

  @Test(arguments: ["总览", "重点滞后事项", "指标汇总", "任务台账", "报送情况", "审核问题", "数据来源", "口径说明"])
  func `every sheet links to all others`(sheet: String) throws {
    let book = try WrittenSummary(
      SummarySample.period([SummarySample.file("east", "东.xlsx", SummarySample.east)]))
    let letters = (0..<40).map { column in
      column < 26 ? String(UnicodeScalar(UInt8(65 + column))) : "A\(UnicodeScalar(UInt8(65 + column - 26)))"
    }
    let links = letters.map { book.shown(sheet, "\($0)1") }.filter { !$0.isEmpty }
    let names = book.mainNames.filter { $0 != sheet }.map { $0 == "总览" ? "← 返回总览" : $0 }
    #expect(Set(links) == Set(names))
  }
}
