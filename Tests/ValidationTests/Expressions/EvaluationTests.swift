import PlanModel
import Testing

@testable import Validation

@Suite struct EvaluationTests {
  typealias Plan = ExpressionPlan

  @Test(arguments: [
    ("累计 >= 上期累计", "cumulative: 100, previous: 90", ConditionResult.holds),
    ("累计 >= 上期累计", "cumulative: 80, previous: 90", .fails),
    ("累计 >= 上期累计", "cumulative: 0, previous: 无", .holds), ("累计 >= 上期累计", "cumulative: 无, previous: 1", .fails),
    ("累计 >= 上期累计", "cumulative: —, previous: 1", .notApplicable),
    ("累计 >= 上期累计", "cumulative: , previous: 1", .notApplicable),
    ("累计 >= 上期累计", "cumulative: 约八成, previous: 1", .notApplicable),
    ("累计 >= 上期累计", "cumulative: 2024-06-30, previous: 1", .notApplicable),
    ("累计 >= 上期累计", "cumulative: 1000000000000000, previous: 1", .notApplicable),
    ("累计 >= 1 或 上期累计 >= 1", "cumulative: 1", .holds), ("累计 >= 1 或 上期累计 >= 1", "cumulative: 0", .notApplicable),
    ("累计 >= 1 且 上期累计 >= 1", "cumulative: 0", .fails), ("累计 >= 1 且 上期累计 >= 1", "cumulative: 1", .notApplicable),
    ("非 累计 >= 1", "", .notApplicable), ("如果 累计 > 0 则 上期累计 > 0 否则 上期累计 = 0", "cumulative: 1, previous: 0", .fails),
    ("如果 累计 > 0 则 上期累计 > 0 否则 上期累计 = 0", "cumulative: 0, previous: 0", .holds),
    ("如果 累计 > 0 则 上期累计 > 0 否则 上期累计 > 0", "previous: 1", .notApplicable),
    ("累计 ÷ 上期累计 > 2", "cumulative: 5, previous: 2", .holds),
    ("累计 ÷ 上期累计 > 2", "cumulative: 5, previous: 0", .notApplicable),
    ("累计 ÷ 上期累计 > 2", "cumulative: 5, previous: 无", .notApplicable),
    ("累计 = 目标 误差 0.1", "cumulative: 100.1, target: 100", .holds),
    ("累计 = 目标 误差 0.1", "cumulative: 100.11, target: 100", .fails),
    ("累计 != 目标 误差 0.1", "cumulative: 99.9, target: 100", .fails),
    ("累计 >= 目标 误差 1", "cumulative: 99, target: 100", .holds),
    ("累计 > 目标 误差 1", "cumulative: 99, target: 100", .fails), ("累计 <= 目标 误差 1", "cumulative: 101, target: 100", .holds),
    ("累计 < 目标 误差 1", "cumulative: 101, target: 100", .fails),
    ("累计 = 0.1 + 0.2", "cumulative: 0.3", .holds), ("累计 = 0.3", "cumulative: 0.3000004", .holds),
    ("累计 = 0.3", "cumulative: 0.3000005", .fails), ("累计 = 1234567890.1", "cumulative: 1234567890.10004", .holds),
    ("累计 = 1234567890.1", "cumulative: 1234567890.11", .fails),
    ("累计 = 31420000", "cumulative: 31420000.0000005", .fails),
    ("累计 = 31420000", "cumulative: 31420000.0000004", .holds),
    ("四舍五入(累计, 1) = 0.1", "cumulative: 0.0499999", .holds), ("四舍五入(累计, 1) = 0.1", "cumulative: 0.049999", .fails),
    ("四舍五入(累计, 8) = 累计", "cumulative: -12.34", .holds), ("四舍五入(累计, 0) = -13", "cumulative: -12.5", .holds),
    ("累计 - 目标 = 0.01", "cumulative: 1234567890.11, target: 1234567890.1", .holds),
    ("差值 < 0", "cumulative: 40, goal: 100, pace: 50.0", .holds),
    ("差值 < 0", "cumulative: 49.99, goal: 100, pace: 50.0", .fails),
    ("差值 < 0", "cumulative: 49.9, goal: 100, pace: 50.0", .holds),
    ("完成率 >= 100", "cumulative: 100, goal: 0", .notApplicable),
    ("完成期限 >= 期末", "deadline: 2024-06-30, periodEnd: 2024-06-30", .holds),
    ("完成期限 - 期末 >= 30天", "deadline: 2024-07-29, periodEnd: 2024-06-30", .fails),
    ("完成期限 - 期末 >= 30", "deadline: 2024-07-30, periodEnd: 2024-06-30", .holds),
    ("完成期限 > 1999-01-01", "deadline: 5", .notApplicable),
    ("含(进展情况, \"推进中\")", "progress: 正在推进中。", .holds), ("含(进展情况, \"推进中\")", "progress: 已办结", .fails),
    ("含(进展情况, \"推进中\")", "", .notApplicable), ("进展情况 = \"已办结\"", "progress: 已办结", .holds),
    ("进展情况 != \"已办结\"", "progress: 已办结 ", .fails), ("进展情况 属于 (\"甲\", \"乙\")", "progress: 乙", .holds),
    ("进展情况 不属于 (\"甲\", \"乙\")", "progress: 丙", .holds), ("进展情况 不属于 (\"甲\")", "", .notApplicable),
    ("填报人 != 审核人", "preparer: 张三, reviewer: 张三", .fails), ("填报人 != 审核人", "preparer: 张三", .notApplicable),
    ("最小(累计, 目标, 3) = 2", "cumulative: 5, target: 2", .holds), ("最大(累计, 目标) = 5", "cumulative: 5", .notApplicable),
    ("四舍五入(累计 ÷ 目标 × 100, 1) = 62.5", "cumulative: 624.5, target: 1000", .holds),
    ("-累计 = 5", "cumulative: -5", .holds),
    ("上期.累计 + 去年同期.累计 = 3", "last.cumulative: 1, lastYear.cumulative: 2", .holds),
    ("合计(分项.累计) = 累计", "cumulative: 3, [1-02].cumulative: 1, [1-03].cumulative: 2", .holds),
    ("合计(分项.累计) = 累计", "cumulative: 3, [1-02].cumulative: 3, [1-03].cumulative: —", .holds),
    ("合计(分项.累计) = 累计", "cumulative: 3, [1-02].cumulative: 3", .notApplicable),
    ("合计(分项.累计) = 累计", "cumulative: 3, [1-02].cumulative: 3, [1-03].cumulative: 不详", .notApplicable),
  ])
  func `conditions are judged in three values`(text: String, figures: String, verdict: ConditionResult) throws {
    #expect(try Plan.typed(text).verdict(in: HandContext(figures)) == verdict)
  }

  @Test func `blank, 0, 无 and — are four things, and so are numbers, words and days`() throws {
    let states = ["空白", "零", "无", "不适用", "数字", "文字", "日期"]
    let expected: [String: [Int]] = [
      "": [0], "0": [1, 4], "0.0": [1, 4], "无": [2], "—": [3], "5": [4], "约五": [5], "2024-06-30": [5],
      "1e15": [5],
    ]
    for (figure, states) in expected { try check("累计", Plan.count, figure, states) }
    let dated: [String: [Int]] = ["": [0], "无": [2], "—": [3], "5": [5], "推进中": [5], "2024-06-30": [6]]
    for (figure, states) in dated { try check("累计", Plan.milestone, figure, states) }
    let words: [String: [Int]] = ["": [0], "无": [5], "—": [5], "5": [5], "推进中": [5], "2024-06-30": [5]]
    for (figure, states) in words { try check("进展情况", Plan.words, figure, states) }

    func check(_ column: String, _ indicator: Indicator, _ figure: String, _ expected: [Int]) throws {
      let key = column == "累计" ? "cumulative" : "progress"
      let context = HandContext(figures: [key: Figure(hand: figure)])
      for (index, state) in states.enumerated() {
        let truth = try Plan.typed("\(column) 是 \(state)", of: indicator)
        let denial = try Plan.typed("\(column) 不是 \(state)", of: indicator)
        #expect(truth.verdict(in: context) == ConditionResult(expected.contains(index)), "\(figure) 是 \(state)")
        #expect(denial.verdict(in: context) == ConditionResult(!expected.contains(index)), "\(figure) 不是 \(state)")
      }
    }
  }

  @Test(arguments: [
    ("累计 + [2-02].累计", Plan.money, "cumulative: 5, [2-02].cumulative: 1.2345", "12350"),
    ("累计 + 300元", Plan.money, "cumulative: 5", "5.03"), ("累计 + 1亿元", Plan.money, "cumulative: 5", "10005"),
    ("累计 ÷ [2-01].累计", Plan.smallMoney, "cumulative: 50000, [2-01].cumulative: 10", "0.5"),
    ("累计 × 60%", Plan.money, "cumulative: 5", "300"), ("累计 - 0.1万", Plan.count, "cumulative: 2000", "1000"),
    ("最小(累计, [2-03].累计)", Plan.money, "cumulative: 5, [2-03].cumulative: 40000", "4"),
    ("如果 已说明 则 1元 否则 1万元", Plan.money, "", "10000"), ("10 ÷ 3", Plan.count, "", "3.3333333333"),
  ])
  func `units of one family are brought to the first`(
    text: String, indicator: Indicator, figures: String, result: String
  ) throws {
    let value = try Plan.typed(text, of: indicator).value(in: HandContext(figures))
    guard case .number(let number, _)? = value else {
      Issue.record("\(String(describing: value))")
      return
    }
    #expect(number.shortest == result)
  }

  @Test func `lists are summed and counted`() throws {
    let rows = [("低保", "100"), ("特困", "无"), ("低保", "—"), ("无", "0.5")]
    var context = HandContext(figures: ["cumulative": .decimal(4)])
    context.list = rows.map { kind, amount in
      Submission.ListRow(values: [
        "类别": .init(figure: Figure(hand: kind), origin: nil), "金额(元)": .init(figure: Figure(hand: amount), origin: nil),
      ])
    }
    func value(_ text: String) throws -> ExpressionValue? { try Plan.typed(text, of: Plan.list).value(in: context) }
    #expect(try value("计数(清单) = 累计") == .truth(true))
    #expect(try value("计数(清单.类别 = \"低保\")") == .number(2, unit: ""))
    #expect(try value("计数(清单.类别 != \"低保\")") == .number(2, unit: ""))
    #expect(try value("计数(清单.类别 = \"无\")") == .number(1, unit: ""))
    #expect(try value("计数(清单.\"金额(元)\" 是 数字)") == .number(2, unit: ""))
    #expect(try value("计数(清单.\"金额(元)\" 不是 空白)") == .number(4, unit: ""))
    #expect(try value("合计(清单.\"金额(元)\")") == .number(try #require(FixedDecimal("100.5")), unit: "元"))
    context.list[0].values["金额(元)"] = .absent
    #expect(try value("合计(清单.\"金额(元)\")") == nil)
    context.list = []
    #expect(try value("合计(清单.\"金额(元)\")") == .number(0, unit: "元"))
  }

  @Test func `explanations and remarks are always known`() throws {
    let rule = try Plan.typed("累计 >= 上期累计 或 已说明")
    var context = HandContext("cumulative: 1, previous: 2")
    #expect(rule.verdict(in: context) == .fails)
    context.isExplained = true
    #expect(rule.verdict(in: context) == .holds)
    context.noted = ["hidden-data"]
    #expect(try Plan.typed("读表发现(\"hidden-data\")").verdict(in: context) == .holds)
    #expect(try Plan.typed("非 读表发现(\"merged-figure\")").verdict(in: context) == .holds)
    #expect(rule.readsExplanation)
  }

  @Test func `a row that the plan does not have is blank, and its numbers are none`() throws {
    #expect(try Plan.typed("累计 <= 分母.累计", of: Plan.money).verdict(in: HandContext("cumulative: 1")) == .notApplicable)
    #expect(try Plan.typed("分母.累计 是 空白", of: Plan.money).verdict(in: HandContext()) == .holds)
    #expect(
      try Plan.typed("合计(分项.累计) = 累计", of: Plan.money).verdict(in: HandContext("cumulative: 0")) == .notApplicable)
  }

  @Test(arguments: [
    "完成率 × 完成率 × 完成率 × 完成率 >= 0", "999999999999999 × 999999999999999 > 0", "1 ÷ 0.0000000001 × 1 ÷ 0.0000000001 > 0",
    "累计 ÷ (0.1 + 0.2 - 0.3) > 0",
  ])
  func `what is out of bounds is unknown`(text: String) throws {
    let figures = "cumulative: 999999999999999, goal: 0.0001"
    #expect(try Plan.typed(text).verdict(in: HandContext(figures)) == .notApplicable)
  }

  @Test func `numbers of any length meet without a trap`() throws {
    var random = Scrambler(seed: 11)
    let texts = [
      "累计 × 完成率 ÷ 100 + 累计 - 上期累计 > 绝对值(目标 - 累计) ÷ ((累计 - 上期累计) ÷ 目标)",
      "四舍五入(累计 ÷ 目标, 3) × 累计 ≥ 最大(累计, 目标) - 0.0000000001",
      "[2-02].累计 + [2-03].累计 - [2-01].累计 = 累计 误差 [2-03].累计 ÷ 3",
    ]
    let rules = try texts.map { try Plan.typed($0, of: Plan.money) }
    var verdicts: [ConditionResult: Int] = [:]
    for _ in 0..<3_000 {
      var context = HandContext()
      for key in [
        "cumulative", "previous", "target", "goal", "[2-01].cumulative", "[2-02].cumulative", "[2-03].cumulative",
      ] {
        let digits = (0..<random.next(below: 38)).map { _ in String(random.next(below: 10)) }.joined()
        let text = (random.next(below: 3) == 0 ? "-" : "") + digits + "e-\(random.next(below: 30))"
        context.figures[key] = FixedDecimal(text).map { .decimal($0) } ?? .blank
      }
      for rule in rules { verdicts[rule.verdict(in: context), default: 0] += 1 }
    }
    #expect(ConditionResult.allCases.allSatisfy { verdicts[$0, default: 0] > 100 }, "\(verdicts)")
  }
}
