import PlanModel

/// Rules about the cell that the unit fills.
extension RuleSource {
  static let cells: [RuleSource] = [
    rule(
      "E01", .requiredBlank, .error, when: "非 读表发现(\"entry-remarked\")", "填报值 不是 空白",
      words: Words(
        "应填的格是空白的。空白不是0：该项按未报送计，其余照收。",
        "A required cell is blank. Blank is not 0: the item counts as not reported, the rest counts.",
        say: "{column}空白，该项按未报送处理", "{column} is blank; the item counts as not reported",
        mend: "请填{expected}", "fill in: {expected}"),
      holds: [[("填报值", "0")], [("填报值", "无")]], fails: [[("填报值", "")]]),
    rule(
      "E04", .cumulativeFell, .error,
      of: Scope(
        kinds: [.count, .ratio, .money, .length, .list], accumulations: [.flow, .cumulative, .milestone, .list]),
      "累计 >= 上期累计 或 已说明", at: [.cumulative], value: "累计", expected: "上期累计", difference: "累计 - 上期累计",
      words: Words(
        "年初以来的累计数比本表印的上期累计、或最近一期报过的累计还小，又没有说明；中间缺报的，与再前一期比。",
        "A cumulative figure is below the one printed on the form, or the last one that is known, unexplained.",
        say: "{column}{value}小于上期累计{expected}", "{column} {value} is below the last {expected}",
        mend: "请核对；确系核减的，在“核实说明”写明原因", "check, or explain in 核实说明"),
      holds: [[("累计", "60"), ("上期累计", "50")], [("累计", "49"), ("上期累计", "50"), ("已说明", "是")]],
      fails: [[("累计", "22"), ("上期累计", "176")]]),
    rule(
      "E09", .dateInFuture, .error, of: Scope(kinds: [.milestone]),
      "如果 本期 是 日期 则 本期 >= 期初 且 本期 <= 期末 否则 填报值 <= 期末", value: "填报值", expected: "期末",
      words: Words(
        "日期晚于本期期末；定期工作的日期不在本期之内。", "A day after the period's end, or of a recurring duty outside the period.",
        say: "日期{value}不在应有的时段内", "the day {value} is outside the period",
        mend: "请填本期内、不晚于{expected}的日期；没有办结的填“推进中”，没有开展的填“未开展”",
        "give a day of the period, no later than {expected}"),
      holds: [
        [("填报值", "2024-06-18"), ("期末", "2024-06-30")],
        [("填报值", "2024-06-18"), ("本期", "2024-06-18"), ("期初", "2024-06-01"), ("期末", "2024-06-30")],
      ],
      fails: [
        [("填报值", "2024-07-02"), ("期末", "2024-06-30")],
        [("填报值", "2024-05-29"), ("本期", "2024-05-29"), ("期初", "2024-06-01"), ("期末", "2024-06-30")],
      ]),
    rule(
      "E11", .notApplicableRequired, .error, of: Scope(kinds: [.count, .ratio, .money, .length, .milestone, .list]),
      when: "填报值 是 不适用 且 非 读表发现(\"required-not-applicable\")",
      "非 (分解数 > 0 或 应完成 > 0 或 完成期限 是 日期 或 上期累计 > 0 或 上期累计 < 0)",
      words: Words(
        "有分解数、应完成数、完成期限，或以前报过数的，却填了不适用：报过的数不能就此消失。",
        "“Not applicable” in an item with a share, a goal, a deadline or an earlier figure: what was reported does not vanish.",
        say: "{column}填了{text}，但这一项不能是不适用：{expected|有分解数、应完成数、期限或上期数}",
        "{column} says {text}, but the item is due: {expected|a share, a goal, a deadline or an earlier figure}",
        mend: "数字栏请填数字，没有发生填0；没有办结的填“推进中”，没有开展的填“未开展”",
        "give a number, 0 for nothing; 推进中 or 未开展 for what is not done"),
      holds: [
        [("填报值", "0"), ("分解数", "12")], [("填报值", "—"), ("分解数", "0"), ("应完成", "0"), ("上期累计", "0")],
      ],
      fails: [
        [("填报值", "—"), ("分解数", "12")], [("填报值", "—"), ("应完成", "40000")], [("填报值", "—"), ("完成期限", "2024-12-31")],
        [("填报值", "—"), ("上期累计", "17")],
      ]),
    rule(
      "W23", .negativeFigure, .warning, of: Scope(kinds: [.count, .money, .length, .list]),
      when: "非 读表发现(\"negative-in-brackets\")", "填报值 >= 0", value: "填报值",
      words: Words(
        "填了负数。冲减可以，但要说明。", "A negative figure: possible as a correction, to be explained.",
        say: "{column}{value}是负数", "{column} {value} is negative", mend: "请核对；确系冲减的，在“核实说明”写明",
        "check, or explain in 核实说明"),
      holds: [[("填报值", "3")]], fails: [[("填报值", "-3")]]),
    rule(
      "W29", .explanationEmpty, .warning, when: "读表发现(\"explanation-wanted\")", "核实说明 是 空白 或 已说明",
      at: [.explanation],
      words: Words(
        "需要说明的行，核实说明是“属实”“核实无误”这类空话，或抄了别的行。",
        "A row that must be explained has an empty phrase, or a copy of another row's words.",
        say: "核实说明{text}没有说明原因", "the explanation {text} gives no reason",
        mend: "请写明具体原因，例如“核减重复登记2户”", "say why in words of its own"),
      holds: [[("核实说明", "核减重复登记2户"), ("已说明", "是"), ("读表发现", "explanation-wanted")]],
      fails: [[("核实说明", "核实无误"), ("读表发现", "explanation-wanted")]]),
  ]
}
