import PlanModel
import Validation

/// Rules about what stands in a cell.
extension RuleFixture {
  static let cellRules: [RuleFixture] = [
    entries(.requiredBlank, at: ["J7"], [Cell("01", .cumulative, .blank)], but: [Cell("19", .cumulative, 500)]),
    entries(
      .notNumber, at: ["J7"], besides: ["N01"], [Cell("01", .cumulative, "若干")], but: [Cell("01", .cumulative, "三十一")]),
    entries(
      .foreignMeasure, at: ["J7"], besides: ["N01"], [Cell("01", .cumulative, "31万元")],
      but: [Cell("01", .cumulative, "31家")]),
    entries(
      .formulaError, at: ["J7"], [Cell("01", .cumulative, .error("#REF!"))], but: [Cell("01", .cumulative, 31)]),
    entries(.overwritten, at: ["J8"], [Cell("02", .cumulative, 99)]),
    entries(
      .overwrittenEqual, at: ["J8"], [Cell("02", .cumulative, 21386.42)]),
    entries(
      .dateInFuture, at: ["J10"], [Cell("04", .cumulative, .day("2024-07-02"))],
      but: [Cell("04", .cumulative, .day("2024-06-30"))]),
    entries(
      .notDate, at: ["J10"], [Cell("04", .cumulative, "上个月底")], but: [Cell("04", .cumulative, "未启动")]),
    entries(
      .notApplicableRequired, at: ["J7"], [Cell("01", .cumulative, "—")], but: [Cell("03", .cumulative, "—")]),
    entries(
      .figureInUnit, at: ["E7"], [Cell("01", .measure, 38)], but: [Cell("01", .measure, "户 ")]),
    entries(.bareFraction, at: ["J18", "J19"], [Cell("13", .cumulative, 0.92), Cell("14", .cumulative, 0.85)]),
    entries(.rangeNotTaken, at: ["J7"], [Cell("01", .cumulative, "30-31户")]),
    entries(.approximate, at: ["J7"], [Cell("01", .cumulative, "约31户")]),
    entries(
      .numberInWords, at: ["J7"], besides: ["N01"], [Cell("01", .cumulative, "已完成31户")],
      but: [Cell("01", .cumulative, "31户")]),
    entries(.fractionOfWhole, at: ["J7"], [Cell("01", .cumulative, 31.5)], but: [Cell("01", .cumulative, 31)]),
    entries(
      .implausibleDay, at: ["J10"], [Cell("04", .cumulative, "2019-06-18")],
      but: [Cell("04", .cumulative, "2024-06-18")]),
    entries(
      .changingFormula, at: ["J10"],
      [Cell("04", .cumulative, .raw(attributes: "", content: "<f>TODAY()-3</f><v>45461</v>"))],
      but: [Cell("04", .cumulative, .raw(attributes: "", content: "<f>DATE(2024,6,18)</f><v>45461</v>"))]),
    form(.dateFormat, at: ["J7"]) { form in
      form.set("01", .cumulative, 31)
      try form.copyFormat(of: "04", to: "01", .cumulative)
    } but: { form in
      form.set("01", .cumulative, 31)
      try form.copyFormat(of: "07", to: "01", .cumulative)
    },
    form(.struckText, at: ["J7"], besides: ["N01"]) { form in
      form.set("01", .cumulative, runs("<rPr><strike/></rPr>"))
    } but: { form in
      form.set("01", .cumulative, runs("<rPr><b/></rPr>"))
    },
    form(.shownOtherwise, at: ["J7"]) {
      try $0.format("01", .cumulative, as: "#,##0,")
    } but: {
      try $0.format("01", .cumulative, as: "#,##0")
    },
    entries(
      .misplacedFigure, at: ["I7"], also: ["E01"], [Cell("01", .cumulative, .blank), Cell("01", .current, 31)],
      but: [Cell("01", .cumulative, 31)]),
    entries(.ambiguousNumber, at: ["J9"], [Cell("03", .cumulative, "1.780")]),
    entries(.targetChanged, at: ["F7"], [Cell("01", .target, 50)], but: [Cell("01", .target, 100)]),
    entries(
      .measureConverted, at: ["E8"], also: ["N01"], [Cell("02", .measure, "元"), Cell("02", .current, 39_775_200)],
      but: [Cell("02", .measure, "万元")]),
    entries(.bracketNegative, at: ["J9"], [Cell("03", .cumulative, "(3)")]),
    entries(.negativeFigure, at: ["J9"], [Cell("03", .cumulative, -3)], but: [Cell("03", .cumulative, 0)]),
    entries(.normalized, at: ["J7"], [Cell("01", .cumulative, "３１")], but: [Cell("01", .cumulative, 31)]),
    entries(
      .textDateConverted, at: ["J10"], [Cell("04", .cumulative, "2024.6.18")],
      but: [Cell("04", .cumulative, .day("2024-06-18"))]),
    entries(.nilReturn, at: ["J9"], [Cell("03", .cumulative, "无")], but: [Cell("03", .cumulative, 0)]),
  ]

  /// 31 of two runs, of which the first has properties of its own.
  private static func runs(_ properties: String) -> FormEditor.Entry {
    .raw(attributes: " t=\"inlineStr\"", content: "<is><r>\(properties)<t>3</t></r><r><t>1</t></r></is>")
  }
}
