import PlanModel
import Testing

@testable import Validation

@Suite struct TypingTests {
  typealias Plan = ExpressionPlan

  @Test(arguments: [
    ("累计 + 3万元", 5, "计量单位不同，不能相加或相比：一边是户，另一边是万元"),
    ("累计 >= [2-01].累计", 6, "计量单位不同，不能相加或相比：一边是户，另一边是万元"),
    ("完成率 > 累计", 6, "计量单位不同，不能相加或相比：一边是没有单位（或%），另一边是户"),
    ("累计 = 目标 误差 1万元", 11, "计量单位不同，不能相加或相比：一边是户，另一边是万元"),
    ("累计 × 目标 > 1", 5, "户和户不能相乘，最多一边有计量单位"), ("累计 ÷ [2-01].累计 > 1", 5, "户不能除以万元，除数应没有计量单位，或与被除数可以换算"),
    ("完成率 ÷ 累计 > 1", 6, "没有单位（或%）不能除以户，除数应没有计量单位，或与被除数可以换算"),
    ("累计 = 期末", 5, "两边不能相比或相加：一边是数字，另一边是日期"), ("进展情况 = 1", 7, "两边不能相比或相加：一边是文字，另一边是数字"),
    ("进展情况 < \"甲\"", 5, "文字不能用“<”相比，应为“=”或“!=”"), ("期末 = 期初 误差 1", 11, "误差只用于数字，这里是日期"),
    ("累计", 0, "应为判断（成立或不成立），这里是数字"), ("累计 且 已说明", 0, "应为判断（成立或不成立），这里是数字"),
    ("绝对值(期末) > 1", 4, "应为数字，这里是日期"), ("含(累计, \"甲\")", 2, "应为文字，这里是数字"),
    ("累计 + 1 是 空白", 7, "“是”的前面应为一个单元格（如：累计、上期.累计），不能是算出来的值"),
    ("完成率 是 空白", 4, "“是”的前面应为一个单元格（如：累计、上期.累计），不能是算出来的值"),
    ("[9-99].累计 > 1", 0, "计划里没有指标[9-99]"), ("[5-01].累计 > 1", 0, "这个指标只填文字，没有“累计”的数"),
    ("上期.目标 > 1", 0, "这里没有“目标”"), ("[1-02].填报人 = \"甲\"", 0, "这里没有“填报人”"),
    ("合计(分项.完成率) > 1", 0, "这里没有“完成率”"), ("期末 + 期初 > 1", 0, "应为数字，这里是日期"),
    ("如果 已说明 则 累计 否则 期末", 15, "两边不能相比或相加：一边是数字，另一边是日期"),
  ])
  func `what does not fit is an error with its place`(text: String, offset: Int, words: String) throws {
    let expression = try Expression(parsing: text)
    let error = #expect(throws: ExpressionError.self) {
      try TypedExpression(expression, wanting: .truth, in: TypingScope(plan: Plan.plan, indicator: Plan.count))
    }
    #expect(error?.offset == offset)
    #expect(error?.words(in: .chinese) == words)
    #expect(error?.words(in: .english).isEmpty == false)
  }

  @Test(arguments: [
    ("累计 + 1", ExpressionType.number(unit: "户")), ("1 + 2", .number(unit: nil)), ("累计 ÷ 目标", .number(unit: "")),
    ("累计 × 60%", .number(unit: "户")), ("0.5 × 累计", .number(unit: "户")), ("完成率 - 序时进度", .number(unit: "")),
    ("1 ÷ 累计", .number(unit: "")), ("期末 - 期初", .number(unit: "天")), ("期末", .date), ("进展情况", .text),
    ("[2-01].累计 + [2-02].累计", .number(unit: "万元")), ("如果 已说明 则 5 否则 累计", .number(unit: "户")),
    ("合计(分项.累计)", .number(unit: "户")), ("合计(清单.金额（万元）)", .number(unit: nil)), ("计数(清单)", .number(unit: nil)),
    ("合计(清单.\"金额（万元）\")", .number(unit: "万元")), ("填报值", .number(unit: "户")), ("已说明", .truth),
    ("累计 > 5个", .truth), ("累计 > 0.5万", .truth),
  ])
  func `units of measure follow the calculation`(text: String, type: ExpressionType) throws {
    guard text != "合计(清单.金额（万元）)" else {
      #expect(throws: ExpressionError.self) { try Plan.typed(text) }
      return
    }
    #expect(try Plan.typed(text).type == type)
  }

  @Test func `the cell that the unit fills is a number, a day or words, as the indicator takes it`() throws {
    #expect(try Plan.typed("填报值", of: Plan.money).type == .number(unit: "万元"))
    #expect(try Plan.typed("填报值", of: Plan.ratio).type == .number(unit: ""))
    #expect(try Plan.typed("填报值", of: Plan.milestone).references == [Reference(.cumulative)])
    #expect(try Plan.typed("填报值", of: Plan.milestone).type == .date)
    #expect(try Plan.typed("填报值", of: Plan.recurring).references == [Reference(.current)])
    #expect(try Plan.typed("累计", of: Plan.recurring).type == .number(unit: "次"))
    #expect(try Plan.typed("填报值 不是 不适用", of: Plan.words).references == [Reference(.progress)])
  }

  @Test func `other rows are found through the plan`() throws {
    #expect(
      try Plan.typed("分子.累计 <= 分母.累计", of: Plan.ratio).references
        == [Reference(.indicator("1-02"), .cumulative), Reference(.indicator("1-01"), .cumulative)])
    #expect(
      try Plan.typed("累计 <= 分母.累计", of: Plan.partA).references
        == [Reference(.cumulative), Reference(.indicator("1-01"), .cumulative)])
    #expect(
      try Plan.typed("总项.累计 >= 累计", of: Plan.partB).references
        == [Reference(.cumulative), Reference(.indicator("1-01"), .cumulative)])
    #expect(
      try Plan.typed("合计(分项.累计) = 累计").references
        == [
          Reference(.cumulative), Reference(.indicator("1-02"), .cumulative),
          Reference(.indicator("1-03"), .cumulative),
        ])
    #expect(
      try Plan.typed("差值 < 0").references == [Reference(.cumulative), Reference(.goal), Reference(.pace)])
  }

  @Test func `what is done by a day or in words has no rate`() throws {
    for indicator in [Plan.milestone, Plan.words] {
      #expect(try Plan.typed("差值 < 0", of: indicator).references == [Reference(.pace)])
    }
  }

  @Test func `a rule about the form reads rows by code only`() throws {
    #expect(try Plan.typed("填报人 != 审核人 且 [1-01].累计 > 1", of: nil).references.count == 3)
    for text in ["累计 > 1", "已说明", "合计(分项.累计) > 1"] {
      let error = #expect(throws: ExpressionError.self) { try Plan.typed(text, of: nil) }
      #expect(error?.words(in: .chinese).contains("指标行的内容") == true)
    }
  }
}
