import PlanModel

/// Rules about totals, their parts and of-which rows.
extension RuleSource {
  static let totals: [RuleSource] = [
    rule(
      "E13", .totalNotSum, .error, of: Scope(links: [.divided]), "累计 = 合计(分项.累计)", at: [.cumulative], value: "累计",
      expected: "合计(分项.累计)", difference: "累计 - 合计(分项.累计)",
      words: Words(
        "总项不等于各分项之和（计划里各分项的目标合计等于总项的目标）。", "A total is not the sum of its parts, whose targets add up to its own.",
        say: "{column}{value}不等于各分项之和{expected}", "{column} {value} is not the sum of its parts {expected}",
        mend: "请核对总项和各分项", "check the total and its parts"),
      holds: [[("累计", "5"), ("分项.累计", "2、3")]], fails: [[("累计", "6"), ("分项.累计", "2、3")]]),
    rule(
      "E14", .partOver, .error, of: Scope(links: [.part]), "累计 <= 总项.累计", at: [.cumulative], value: "累计",
      expected: "总项.累计", difference: "累计 - 总项.累计",
      words: Words(
        "其中项大于总项。", "A part or of-which row exceeds its total.", say: "{column}{value}大于总项的{expected}",
        "{column} {value} exceeds its total {expected}", mend: "请核对这两行", "check both rows"),
      holds: [[("累计", "3"), ("总项.累计", "5")]], fails: [[("累计", "6"), ("总项.累计", "5")]]),
  ]

  static let ratios: [RuleSource] = [
    rule(
      "E06", .numeratorOver, .error, of: Scope(links: [.share]), "累计 <= 分母.累计", at: [.cumulative], value: "累计",
      expected: "分母.累计", difference: "累计 - 分母.累计",
      words: Words(
        "率的分子大于分母。", "The upper part of a ratio exceeds the lower.", say: "{column}{value}大于其总数{expected}",
        "{column} {value} exceeds its whole {expected}", mend: "请核对这两行", "check both rows"),
      holds: [[("累计", "38"), ("分母.累计", "70")]], fails: [[("累计", "11"), ("分母.累计", "10")]]),
    rule(
      "E15", .rateOutside, .error, of: Scope(kinds: [.ratio]), "填报值 >= 0 且 填报值 <= 100", value: "填报值",
      words: Words(
        "直接填报的率不在0到100之间。", "A rate that is entered lies outside 0–100.", say: "{column}{value}不在0到100之间",
        "{column} {value} is outside 0–100", mend: "请按百分数填，例如65", "give per cent, such as 65"),
      holds: [[("填报值", "65")]], fails: [[("填报值", "6500")], [("填报值", "-5")]]),
    rule(
      "E16", .ratioPartMissing, .error, of: Scope(links: [.numerator]),
      "(累计 是 不适用 且 分母.累计 是 不适用) 或 (累计 不是 不适用 且 分母.累计 不是 不适用)", at: [.cumulative],
      words: Words(
        "率的分子、分母一项填了数，另一项填了不适用。有一项空白的，按应填未填说。",
        "Of the two parts of a ratio one has a figure and the other does not apply. A blank is E01's.",
        say: "{column}和它的分母只填了一项", "only one of the ratio's two parts is reported", mend: "请两项都填，或都填“—”",
        "report both or neither"),
      holds: [[("累计", "3"), ("分母.累计", "5")], [("累计", "—"), ("分母.累计", "—")]],
      fails: [[("累计", "3"), ("分母.累计", "—")]]),
    rule(
      "E19", .ratioBase, .error, of: Scope(links: [.denominator]), when: "分子.累计 是 数字",
      "累计 > 0 或 累计 = 0 且 分子.累计 = 0", at: [.cumulative], value: "累计",
      words: Words(
        "率的基数是负数，或为0而分子不是0：这样的百分数没有意义。",
        "The base of a ratio is negative, or 0 below a figure: such a percentage means nothing.",
        say: "{column}{value}不能作基数", "{column} {value} cannot be a base", mend: "请核对基数；基数确为负的不算增幅，另作文字说明",
        "check the base"),
      holds: [[("累计", "70"), ("分子.累计", "38")], [("累计", "0"), ("分子.累计", "0")]],
      fails: [[("累计", "-20"), ("分子.累计", "5")], [("累计", "0"), ("分子.累计", "5")]]),
  ]

  static let lists: [RuleSource] = [
    rule(
      "W33", .listDiffers, .warning, of: Scope(kinds: [.list]), when: "计数(清单) > 0 且 本期 >= 0",
      "计数(清单.本期状态 = \"已办结\") − 计数(清单.上期状态 = \"已办结\") = 本期", at: [.cumulative], value: "本期",
      expected: "计数(清单.本期状态 = \"已办结\") − 计数(清单.上期状态 = \"已办结\")",
      words: Words(
        "填报表的本期完成数与明细表里本期办结的个数不一致。", "The figure of the form is not the number of objects done in its list.",
        say: "本期完成{value}，明细表本期办结{expected}", "{value} done in the form, {expected} in its list",
        mend: "请核对填报表和明细表", "check the form and its list"),
      holds: [
        [("清单.本期状态", "已办结、推进中、已办结"), ("本期", "2")],
        [("清单.上期状态", "已办结、推进中"), ("清单.本期状态", "已办结、已办结"), ("本期", "1")],
      ],
      fails: [[("清单.本期状态", "已办结、推进中"), ("本期", "2")]])
  ]
}
