import PlanModel
import Testing

@testable import Forms

/// Where one cell of a head says several things, and of which months a text speaks.
@Suite struct HeadGapsTests {
  static let texts: [(String, [String])] = [
    ("填报单位：东县 金额单位：元", ["填报单位：东县", "金额单位：元"]), ("填报单位：东县　金额单位：元", ["填报单位：东县", "金额单位：元"]),
    ("填报单位：东县；截至6月底", ["填报单位：东县", "截至6月底"]), ("填报单位：东县 截至2024年6月30日", ["填报单位：东县", "截至2024年6月30日"]),
    ("填报单位（盖章）：东县\r\n单位:万元", ["填报单位（盖章）：东县", "单位:万元"]), ("填 报 单 位：东县", ["填 报 单 位：东县"]),
    ("2024年度重点工作 进展情况填报表", ["2024年度重点工作 进展情况填报表"]), ("填报单位：东县 联系电话（手机）：1", ["填报单位：东县", "联系电话（手机）：1"]),
    ("填报单位：东县 联系电话（手机)：1", ["填报单位：东县 联系电话（手机)：1"]), ("单位：  元", ["单位：", "元"]), ("", [""]), (";;", ["", ""]),
  ]

  @Test(arguments: texts)
  func `statements are parted by lines, marks, wide gaps and labels`(text: String, parts: [String]) {
    #expect(HeadGaps.parts(of: text) == parts)
  }

  @Test(arguments: [
    ("填报表（6月）", false), ("填报表（06月）", false), ("填报表（六月）", false), ("填报表（5月）", true), ("填报表（十二月）", true),
    ("1—6月", false), ("1-5月", true), ("2—6月", true), ("填报表（月份）", false), ("16月", true), ("106月", false), ("元月", true),
    ("第二季度", false), ("三季度", true), ("5月份至6月", true),
  ])
  func `a month that is not the form's makes another time of it`(text: String, isOther: Bool) {
    #expect(PeriodMention.isOfAnother(text, than: FormSample.june) == isOther)
  }
}
