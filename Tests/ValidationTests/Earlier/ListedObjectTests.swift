import PlanModel
import Testing
import Validation

/// Objects of a list: once in it, done once, and in the period that reports it.
@Suite struct ListedObjectTests {
  private static let list = EarlierSample { ($0.kind, $0.accumulation, $0.measure) = (.list, .list, "个") }

  private func said(
    _ rows: [Submission.ListRow], known: [EarlierFigures.Known] = [], isFirst: Bool = false,
    _ edit: (inout EarlierSample) -> Void = { _ in }
  ) -> [String] {
    var sample = Self.list
    edit(&sample)
    let row = sample.row()
    return sample.findings(row, .init(known: ["1-01": known], isFirst: isFirst), list: rows)
      .filter { $0.sheet == "明细表" }.map(sample.sentence)
  }

  private func now(_ name: String, _ state: String, _ day: String = "", was: String = "", at row: Int = 6)
    -> Submission.ListRow
  { EarlierSample.object(name, state, day, was: was, at: row, file: "东县6月.xlsx") }

  private func before(_ period: String, _ rows: (String, String, String)...) -> EarlierFigures.Known {
    Self.list.known(
      period, Self.list.row(cumulative: "2"),
      list: rows.enumerated().map {
        EarlierSample.object($1.0, $1.1, $1.2, at: 6 + $0, file: "东县\(period).xlsx")
      })
  }

  @Test(arguments: ["东街12号", "东街 12号", "东街12号\u{3000}", "东街１２号", "“东街12号”", "东街12号。"])
  func `an object that stands twice is asked about`(name: String) {
    #expect(
      said([now("东街12号", "已办结", "2024-06-03"), now(name, "推进中", at: 7)]) == [
        "明细表!C7：“\(name)”在C6已经列过，请只留一行；确是两个的，名称写得分得开。"
      ])
    #expect(said([now("东街12号", "已办结", "2024-06-03"), now(name, "不涉及", at: 7)]) == [])
    #expect(said([now("东街12号", "推进中"), now("东街12号（二）", "推进中", at: 7)]) == [])
  }

  @Test(arguments: [("Ａ-3楼", "a—3楼"), ("⻢路口", "马路口"), ("「老年之家」", "“老年之家”。")])
  func `a name written in other widths, marks or radicals is the same object`(earlier: String, name: String) {
    let may = before("2024-05", (earlier, "已办结", "2024-05-20"))
    #expect(said([now(name, "已办结", "2024-06-03")], known: [may]).count == 1)
  }

  @Test func `what was done is not done again, also across a gap`() {
    let january = before("2024-01", ("东街12号", "已办结", "2024-01-20"), ("西巷3号", "推进中", ""))
    #expect(
      said([now("东街12号", "已办结", "2024-06-03")], known: [january]) == [
        "明细表!C6：“东街12号”已于2024-01-20办结（2024年1月，东县2024-01.xlsx 明细表!C6），本期又列为“已办结”，"
          + "请核对：已计过的删去，不能重复计；属实的，在“核实说明”写明原因。"
      ])
    #expect(said([now("东街12号", "推进中")], known: [january]).count == 1)
    #expect(said([now("西巷3号", "已办结", "2024-06-03")], known: [january]) == [])
    #expect(said([now("东街12号", "已办结", "2024-01-20", was: "已办结")], known: [january]) == [])
    #expect(said([now("东街12号", "已办结", "2024-01-21", was: "已办结")], known: [january]).count == 1)
    // What a later form opened again is open.
    let may = before("2024-05", ("东街12号", "推进中", ""))
    #expect(said([now("东街12号", "已办结", "2024-06-03")], known: [may, january]) == [])
  }

  @Test(
    arguments: [
      ("2024-06-01", false, false), ("2024-06-30", false, false), ("2024-05-31", false, true),
      ("2023-12-31", false, true),
      ("2014-06-10", false, true), ("2024-01-01", true, false), ("2023-12-31", true, true), ("1924-06-10", true, true),
    ])
  func `a day belongs to the period that reports it`(day: String, isFirst: Bool, isAsked: Bool) {
    let expected = "明细表!F6：“东街12号”的办结日期“\(day)”不在\(isFirst ? "2024-01-01" : "2024-06-01")至2024-06-30之内，"
    let found = said([now("东街12号", "已办结", day)], isFirst: isFirst)
    #expect(found.map { $0.hasPrefix(expected) } == (isAsked ? [true] : []), "\(found)")
  }

  @Test func `after a gap the form speaks of all that was not reported, and an item of last year's of more`() {
    let march = before("2024-03", ("西巷3号", "推进中", ""))
    #expect(said([now("东街12号", "已办结", "2024-04-02")], known: [march]) == [])
    #expect(said([now("东街12号", "已办结", "2024-03-30")], known: [march]).count == 1)
    #expect(
      said([now("东街12号", "已办结", "2023-11-30")], isFirst: true) { $0.indicator.continues = "2023/1-01" } == [])
  }
}
