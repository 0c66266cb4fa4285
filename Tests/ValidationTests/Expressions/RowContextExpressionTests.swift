import PlanModel
import Testing

@testable import Validation

@Suite struct RowContextExpressionTests {
  @Test(arguments: [
    ("累计 = 40", ConditionResult.holds), ("目标 = 100 且 应完成 = 100", .holds), ("序时进度 = 50", .holds), ("差值 = -10", .holds),
    ("[1-02].累计 = 7", .holds), ("[1-03].累计 是 空白", .holds), ("上期.累计 = 30 且 去年同期.累计 = 20", .holds),
    ("完成期限 = 2024-12-31 且 期初 = 2024-06-01 且 期末 = 2024-06-30", .holds), ("填报人 = \"张三\"", .holds),
    ("审核人 是 空白", .holds), ("已说明", .holds), ("读表发现(\"hidden-data\")", .holds), ("计数(清单) = 1", .holds),
    ("进展情况 是 空白 且 填报日期 = 2024-07-02", .holds), ("分解数 > 1", .notApplicable),
  ])
  func `a row knows its plan, period, history and remarks`(text: String, verdict: ConditionResult) throws {
    let entry = { (value: Int) in Submission.Entry(figure: .decimal(FixedDecimal(value)), origin: nil) }
    let code = ExpressionPlan.count.code
    let submission = Submission(
      file: "a.xlsx", digest: "", unit: "a", period: try #require(Period("2024-06")),
      rows: [
        .init(code: code, cumulative: entry(40), explanation: .init(figure: .text("因雨停工半月"), origin: nil)),
        .init(code: "1-02", cumulative: entry(7)),
      ],
      signature: .init(preparer: "张三", date: ExpressionPlan.day(2024, 7, 2)),
      lists: [code: [.init(values: ["姓名": .init(figure: .text("李四"), origin: nil)])]])
    let history = RowHistory(
      last: [code: .init(code: code, cumulative: entry(30))], lastYear: [code: .init(code: code, cumulative: entry(20))]
    )
    let form = CheckedForm(
      submission, rules: RulePackage(plan: ExpressionPlan.plan), period: submission.period, history: history,
      known: [BuiltInRule.hiddenData.finding(file: "a.xlsx")])
    let context = RowContext(form: form, indicator: ExpressionPlan.count, row: submission.rows[0], noted: [])
    #expect(try ExpressionPlan.typed(text).verdict(in: context) == verdict)
  }
}
