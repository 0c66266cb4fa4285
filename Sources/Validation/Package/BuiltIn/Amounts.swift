import PlanModel

/// Rules about the size of a figure beside the last one, last year's and the goal.
extension RuleSource {
  private static let adding: [Indicator.Accumulation] = [.flow, .cumulative, .list]

  /// What a form can say by itself; what the earlier periods' own amounts say is `AmountScale`'s.
  private static let rightScale: Text = """
    如果 上期累计 是 数字 且 上期累计 > 0 则 累计 × 1000 > 上期累计 且 (累计 < 上期累计 × 1000 或 应完成 是 数字 且 累计 <= 应完成) 且 \
    (本期 < 应完成 × 10 或 本期 < 上期累计 × 10) 且 累计 < 应完成 × 100 且 累计 < 目标 × 100 且 累计 × 1000 > 应完成 × 序时进度 ÷ 100 \
    且 (填报值 <= 0 或 填报值 × 24000 > 应完成) \
    否则 累计 < 应完成 × 10 且 累计 < 目标 × 10 且 \
    (如果 应完成 是 数字 则 累计 × 500 > 应完成 × 序时进度 ÷ 100 否则 累计 × 500 > 目标 × 序时进度 ÷ 100)
    """

  static let amounts: [RuleSource] = [
    rule(
      "W04", .measureShift, .warning, of: Scope(kinds: [.money, .length]),
      when: "累计 > 0 且 非 读表发现(\"suspected-unit-shift\")", rightScale,
      value: "填报值",
      expected: "如果 上期累计 是 数字 且 上期累计 > 0 则 上期累计 否则 如果 应完成 是 数字 则 应完成 否则 目标",
      words: Words(
        "本期或累计与前几期各期的数、上期累计、应完成数或目标相差悬殊，大的小的都算，多半是万元栏里填了元或亿元。数不改。",
        "A figure of the period or of the year out of all proportion, too large or too small, to the earlier periods' own, "
          + "the last sum, the share or the target: 元 or 亿元 in a column for 万元. It is never changed.",
        say: "{column}{value}与前期、应完成数或目标的{expected}相差悬殊，可能不是按“{measure}”填的",
        "{column} {value} is out of all proportion to {expected}: perhaps not in {measure}",
        mend: "请核对计量单位；属实的，在“核实说明”写明原因", "check the unit of measure, or explain in 核实说明"),
      holds: [
        [("累计", "21386.42"), ("上期累计", "17408.9")],
        [("累计", "300.3"), ("上期累计", "0.3"), ("本期", "300"), ("应完成", "1000"), ("序时进度", "16.7")],
        [("累计", "12"), ("上期累计", "0"), ("应完成", "5"), ("目标", "5"), ("序时进度", "8.3")],
      ],
      fails: [
        [("累计", "213864200"), ("上期累计", "17408.9")], [("累计", "2.1"), ("上期累计", "17408.9")],
        [("累计", "0.35"), ("上期累计", "0"), ("应完成", "40000"), ("序时进度", "8.3")],
        [("累计", "4"), ("上期累计", "0"), ("应完成", "40000"), ("序时进度", "8.3")],
        [("累计", "0.5"), ("目标", "10000"), ("序时进度", "8.3")],
        [("累计", "17409.3"), ("上期累计", "17408.9"), ("填报值", "0.4"), ("应完成", "40000")],
        [("累计", "33330000"), ("上期累计", "0"), ("应完成", "40000")],
      ]),
    rule(
      "W01", .overTarget, .warning,
      of: Scope(aggregates: Indicator.Aggregate.allCases.filter { !$0.countsUnits }, isPaced: true),
      when: "非 读表发现(\"suspected-unit-shift\")", "累计 <= 应完成", at: [.cumulative], value: "累计", expected: "应完成",
      difference: "累计 - 应完成",
      words: Words(
        "超过了应完成的数。常常是真的，有时是多打了一位。", "More than the whole share: often true, sometimes a slip of a digit.",
        say: "{column}{value}超过应完成的{expected}", "{column} {value} exceeds the share {expected}",
        mend: "确系超额完成的，请在“核实说明”写明", "if true, say so in 核实说明"),
      holds: [[("累计", "100"), ("应完成", "100")]], fails: [[("累计", "101"), ("应完成", "100")]]),
    rule(
      "W25", .suddenIncrease, .warning, of: Scope(kinds: [.count, .money, .length], accumulations: adding),
      when: "累计 >= 10 且 非 读表发现(\"suspected-unit-shift\")",
      """
      如果 应完成 是 数字 则 (如果 上期累计 > 0 则 累计 < 上期累计 × 3 否则 累计 < 应完成 ÷ 2) \
      否则 累计 < 100 或 上期累计 <= 0 或 累计 < 上期累计 × 10
      """, at: [.cumulative], value: "累计", expected: "上期累计",
      difference: "累计 - 上期累计",
      words: Words(
        "累计到了上期的3倍以上，或从0一下子到了应完成数的一半以上（10以下的数不看）；没有应完成数的，到了10倍以上（100以下的数不看）。",
        "Three times the last figure or more, or from 0 to half the goal at once, below 10 never; without a goal ten times, below "
          + "100 never.",
        say: "{column}由上期的{expected}猛增到{value}", "{column} rose from {expected} to {value} at once",
        mend: "请核对；属实的，在“核实说明”写明原因", "check, or explain in 核实说明"),
      holds: [
        [("累计", "29"), ("上期累计", "10"), ("应完成", "100")], [("累计", "20"), ("上期累计", "0"), ("应完成", "100")],
        [("累计", "900"), ("上期累计", "100")], [("累计", "60"), ("上期累计", "0")],
      ],
      fails: [
        [("累计", "90"), ("上期累计", "10"), ("应完成", "100")], [("累计", "60"), ("上期累计", "0"), ("应完成", "100")],
        [("累计", "33300"), ("上期累计", "333")],
      ]),
    rule(
      "W26", .farFromLastYear, .warning,
      of: Scope(kinds: [.count, .money, .length], accumulations: [.flow, .cumulative, .level]),
      when: "去年同期.累计 > 0", "累计 = 去年同期.累计 误差 去年同期.累计 ÷ 2", at: [.cumulative], value: "累计",
      expected: "去年同期.累计", difference: "累计 - 去年同期.累计",
      words: Words(
        "与去年同期相差一半以上。", "More than half off last year's figure.", say: "{column}{value}与去年同期的{expected}相差一半以上",
        "{column} {value} is more than half off last year's {expected}", mend: "请核对；属实的，在“核实说明”写明原因",
        "check, or explain in 核实说明"),
      holds: [[("累计", "140"), ("去年同期.累计", "100")]], fails: [[("累计", "40"), ("去年同期.累计", "100")]]),
  ]

  static let progress: [RuleSource] = [
    rule(
      "W02", .behindWithoutReason, .warning, of: Scope(isPaced: true), when: "差值 < 0",
      """
      存在问题 是 文字 且 存在问题 不属于 ("无", "没有", "—", "-", "/") 且 下一步措施 是 文字 且 下一步措施 不属于 ("无", "没有", "—", "-", "/")
      """,
      at: [.problems, .nextSteps], value: "绝对值(差值)",
      words: Words(
        "完成率低于序时进度，却没有写存在问题或下一步措施。", "Behind the pace without a problem or a measure.",
        say: "完成率低于序时进度{value}个百分点，{expected}没有写", "{value} points behind the pace, {expected} not given",
        mend: "请补写{expected}", "fill in {expected}"),
      holds: [
        [("累计", "20"), ("应完成", "100"), ("序时进度", "50"), ("存在问题", "招标延期"), ("下一步措施", "增派队伍")],
        [("累计", "53"), ("应完成", "100"), ("序时进度", "50")],
      ],
      fails: [[("累计", "20"), ("应完成", "100"), ("序时进度", "50"), ("存在问题", "招标延期"), ("下一步措施", "无")]]),
    rule(
      "W15", .fellExplained, .warning,
      of: Scope(
        kinds: [.count, .ratio, .money, .length, .list], accumulations: [.flow, .cumulative, .milestone, .list]),
      when: "累计 < 上期累计", "非 已说明", at: [.cumulative], value: "累计", expected: "上期累计", difference: "累计 - 上期累计",
      words: Words(
        "累计数比上期小，核实说明里写了原因：照收，报领导知悉。",
        "A cumulative figure fell and the row says why: accepted, and shown to the leaders.",
        say: "{column}{value}小于上期累计{expected}，已有说明",
        "{column} {value} is below the last {expected}, with an explanation"),
      holds: [[("累计", "60"), ("上期累计", "50"), ("已说明", "是")]],
      fails: [[("累计", "49"), ("上期累计", "50"), ("已说明", "是")]]),
    rule(
      "W27", .doneInProgress, .warning, of: Scope(isPaced: true), when: "完成率 >= 100", "非 含(进展情况, \"推进中\")",
      at: [.progress], value: "完成率",
      words: Words(
        "完成率已到100%，进展情况还写着推进中。", "Done by its figure, in progress by its words.", say: "完成率已达{value}%，进展情况仍写“推进中”",
        "{value} % done, and the words say 推进中", mend: "请核对数字和文字", "check figure and words"),
      holds: [[("累计", "100"), ("应完成", "100"), ("进展情况", "已全部完成")], [("累计", "80"), ("应完成", "100"), ("进展情况", "正在推进中")]],
      fails: [[("累计", "100"), ("应完成", "100"), ("进展情况", "正在推进中")]]),
  ]

  static let signatures: [RuleSource] = [
    rule(
      "W18", .signatureMissing, .warning, of: Scope(.form), "填报人 是 文字 且 审核人 是 文字 且 联系电话 是 文字",
      at: [.preparer, .reviewer, .phone],
      words: Words(
        "签署表缺填报人、审核人或联系电话。", "Preparer, reviewer or telephone number is not given.", say: "{expected}没有填",
        "{expected} not filled in", mend: "请在“签署”表补填", "fill in sheet 签署"),
      holds: [[("填报人", "甲"), ("审核人", "乙"), ("联系电话", "0660-1234567")]],
      fails: [[("填报人", "甲"), ("审核人", ""), ("联系电话", "0660-1234567")]]),
    rule(
      "W03", .preparerIsReviewer, .warning, of: Scope(.form), when: "填报人 是 文字 且 审核人 是 文字 且 联系电话 是 文字",
      "填报人 != 审核人", at: [.reviewer],
      words: Words(
        "填报人和审核人是同一个人。", "The preparer reviews the form.", say: "填报人和审核人都是{text}",
        "preparer and reviewer are both {text}", mend: "请由另一人审核", "have somebody else review it"),
      holds: [[("填报人", "甲"), ("审核人", "乙"), ("联系电话", "0660-1234567")]],
      fails: [[("填报人", "甲"), ("审核人", "甲"), ("联系电话", "0660-1234567")]]),
  ]
}
