import PlanModel
import Validation

/// Rules about the size of a figure, and about what goes with it.
extension RuleFixture {
  static let amountRules: [RuleFixture] = [
    entries(.measureShift, at: ["I8"], [Cell("02", .current, 39_775_200)], but: [Cell("02", .current, 9000)]),
    entries(.overTarget, at: ["J7"], [Cell("01", .cumulative, 61)], but: [Cell("01", .cumulative, 60)]),
    entries(
      .suddenIncrease, at: ["J28"], [Cell("25", .cumulative, 300)], but: [Cell("25", .cumulative, 299)]),
    entries(
      .doneInProgress, at: ["M7"], [Cell("01", .cumulative, 60), Cell("01", .progress, "正在推进中")],
      but: [Cell("01", .progress, "正在推进中")]),
    entries(
      .contraryWords, at: ["M15"], [Cell("09", .progress, "城镇低保对象全部走访")],
      but: [Cell("09", .progress, "农村低保对象全部走访"), Cell("01", .progress, "城镇31户")]),
    entries(
      .figureInWords, at: ["M7"], [Cell("01", .progress, "累计数应为35户，系统里填31")],
      but: [Cell("01", .progress, "累计数应为31户")]),
    entries(
      .explanationEmpty, at: ["P9"], also: ["W23"], besides: ["W23"],
      [Cell("03", .cumulative, -3), Cell("03", .explanation, "核实无误")],
      but: [Cell("03", .cumulative, -3), Cell("03", .explanation, "上年多报，本月冲减3张")]),
  ]
}
