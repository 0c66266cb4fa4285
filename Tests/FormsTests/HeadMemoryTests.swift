import PlanModel
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
}
