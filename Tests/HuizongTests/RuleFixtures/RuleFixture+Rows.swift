import PlanModel
import Validation

/// Rules about a row, and about rows beside each other.
extension RuleFixture {
  static let rowRules: [RuleFixture] = [
    entries(
      .cumulativeFell, at: ["J7"], [Cell("01", .cumulative, 22)], but: [Cell("01", .cumulative, 30)]),
    entries(
      .fellExplained, at: ["J7"], [Cell("01", .cumulative, 22), Cell("01", .explanation, "核减重复登记3户")],
      but: [Cell("01", .explanation, "核减重复登记3户")]),
    entries(
      .numeratorOver, at: ["J16"], [Cell("11", .cumulative, 71)], but: [Cell("11", .cumulative, 70)]),
    entries(
      .ratioPartMissing, at: ["J16"], [Cell("11", .cumulative, "—")],
      but: [Cell("11", .cumulative, "—"), Cell("12", .cumulative, "—")]),
    entries(
      .ratioBase, at: ["J27"], [Cell("24", .cumulative, 0)],
      but: [Cell("24", .cumulative, 0), Cell("23", .cumulative, 0)]),
    entries(
      .rateOutside, at: ["J18"], [Cell("13", .cumulative, 6500)], but: [Cell("13", .cumulative, 100)]),
    entries(
      .totalNotSum, at: ["J13"], [Cell("07", .cumulative, 27)],
      but: [Cell("07", .cumulative, 27), Cell("09", .cumulative, 11)]),
    entries(
      .partOver, at: ["J25"], [Cell("21", .cumulative, 301)], but: [Cell("21", .cumulative, 300)]),
    entries(
      .behindWithoutReason, at: ["O7"], [Cell("01", .cumulative, 29), Cell("01", .nextSteps, "无")],
      but: [Cell("01", .cumulative, 29)]),
    entries(.listDiffers, at: ["J29"], [Cell("30", .cumulative, 5)], but: [Cell("30", .cumulative, 4)]),
    form(.listIncomplete, at: ["F6", "E8"], besides: []) { form in
      form.list([["台账不全", "已办结", .blank], [], ["档案缺件", "快了"]])
    } but: { form in
      form.list([["台账不全", "已办结", .day("2024-06-28")]])
    },
  ]
}
