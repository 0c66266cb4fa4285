import PlanModel
import SpreadsheetML
import Testing

@testable import Forms

@Suite struct HeadMemoryTests {
  @Test func `what a text says depends on nothing that was read before it`() {
    let plan = FormSample.plan
    let texts = ["截至2024年6月30日", "截至２０２４年６月３０日", "进展情况填报表（6月）", "填报单位：东县　金额单位：元", "6月", "é月", "e\u{301}月"]
    let memory = HeadMemory()
    for text in texts + texts.reversed() {
      let (kept, fresh) = (memory.saying(text, plan), HeadSaying(text, plan: plan))
      #expect(kept.closing?.day == fresh.closing?.day && kept.closing?.isLabelled == fresh.closing?.isLabelled)
      #expect(kept.titledDay == fresh.titledDay && kept.parts == fresh.parts && kept.measures == fresh.measures)
      #expect(kept.isUnread == fresh.isUnread && kept.maySpeakOfPeriod == fresh.maySpeakOfPeriod)
      for period in [FormSample.june, Period("2024-05")!] {
        #expect(
          memory.isOfAnother(text, than: period, title: plan.title)
            == PeriodMention.isOfAnother(text.replacing(plan.title, with: ""), than: period))
      }
    }
    #expect(memory.saying("截至2024年6月30日", plan).closing?.day == FormSample.june.lastDay)
    #expect(memory.isOfAnother("截至2024年6月30日", than: Period("2024-05")!, title: plan.title))
  }

  private func sheet(_ heads: [String], hidden: Set<Int>) -> SourceSheet {
    SourceSheet(
      name: "填报表", isHidden: false,
      cells: heads.enumerated().map { column, head in
        SourceCell(
          reference: CellReference(row: 4, column: column), value: .string(head), formula: nil, isPercentage: false,
          lacksResult: false)
      }, hiddenColumns: hidden)
  }

  @Test func `what a row of heads is matched with depends on no row that was matched before it`() {
    let own = FormColumn.sentOut.map(\.chinese)
    let layout = FormLayout(plan: FormSample.plan, unit: FormSample.east, period: FormSample.june)
    func changed(_ from: String, _ to: String) -> [String] { own.map { $0 == from ? to : $0 } }
    let rows: [(heads: [String], hidden: Set<Int>)] = [
      (own, []), (own, [9]), (own + ["累计完成"], []), (own + ["累计完成"], [9]), (changed("累计完成", "１-6月累计完成"), []),
      (changed("累计完成", "累计完成（上月）"), []), (changed("累计完成", "1-5月累计完成"), []),
      (changed("累计完成", "\u{F94F}计完成"), []), (changed("计量单位", "计量单位（万）"), []), (changed("指标", "指 标"), []),
      (["例", "指标", "数字栏"], []), (["姓名", "电话", "地址"], []),
    ]
    let periods = [FormSample.june, Period("2024-05")!, nil]
    let memory = HeadMemory()
    for (heads, hidden) in rows + rows.reversed() {
      for period in periods {
        let sheet = sheet(heads, hidden: hidden)
        let kept = HeaderMatch(sheet, row: 4, heads: layout.heads, period: period, memory)
        let fresh = HeaderMatch(sheet, row: 4, heads: layout.heads, period: period, HeadMemory())
        #expect(kept.columns == fresh.columns && kept.undecided == fresh.undecided && kept.reworded == fresh.reworded)
        #expect(kept.measures == fresh.measures && kept.altering == fresh.altering && kept.count == fresh.count)
      }
    }
    func cumulative(_ heads: [String], _ hidden: Set<Int> = []) -> Int? {
      HeaderMatch(sheet(heads, hidden: hidden), row: 4, heads: layout.heads, period: FormSample.june, memory)
        .columns[.cumulative]
    }
    #expect(cumulative(own) == 9)
    #expect(cumulative(changed("累计完成", "１-6月累计完成")) == 9)
    #expect(cumulative(changed("累计完成", "1-5月累计完成")) == nil)
    #expect(cumulative(own + ["累计完成"]) == nil)
  }
}
