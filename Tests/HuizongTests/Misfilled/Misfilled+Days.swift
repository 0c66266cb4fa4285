import Huizong
import PlanModel
import Validation

/// Days.
extension Misfilled {
  private static func day(_ text: String, _ precision: Figure.DatePrecision = .day) -> Figure {
    .date(CivilDate(text)!, precision: precision)
  }

  static let days: [Misfilled] = [
    typed("M12", "日期写成“2024.6.18”", "04", .cumulative, "2024.6.18", .accepted, ["N02"], as: day("2024-06-18")),
    typed("M12", "日期写成“2024年6月18日”", "04", .cumulative, "2024年6月18日", .accepted, ["N02"], as: day("2024-06-18")),
    typed("M12", "日期写成“20240618”", "04", .cumulative, "20240618", .accepted, ["N02"], as: day("2024-06-18")),
    typed("M12", "日期缺年份“6月18日”", "04", .cumulative, "6月18日", .accepted, ["N02"], as: day("2024-06-18")),
    typed("M12", "年份两位“24.6.18”", "04", .cumulative, "24.6.18", .accepted, ["N02"], as: day("2024-06-18")),
    typed("M13", "日期只到月“2024年5月”", "04", .cumulative, "2024年5月", .accepted, ["N02"], as: day("2024-05-31", .month)),
    typed("M13", "日期只到季“一季度”", "04", .cumulative, "一季度", .accepted, ["N02"], as: day("2024-03-31", .quarter)),
    typed("M13", "日期只到“上半年”", "04", .cumulative, "上半年", .accepted, ["N02"], as: day("2024-06-30", .quarter)),
    typed("M56", "日期早于计划年度“2023年底”", "04", .cumulative, "2023年底", .accepted, ["W38"], as: .blank),
    typed("M56", "年份写成1942", "04", .cumulative, "1942年6月18日", .accepted, ["W38"], as: .blank),
    typed("M56", "年月日次序两读“05/06/24”", "04", .cumulative, "05/06/24", .accepted, ["W16"], as: .blank),
    typed("M56", "日期与星期对不上“6月18日（周五）”", "04", .cumulative, "6月18日（周五）", .returned, ["E10"], as: .blank),
    typed(
      "M25", "日期是公式TODAY()，每天都在变", "04", .cumulative,
      .raw(attributes: "", content: "<f>TODAY()</f><v>45461</v>"), .accepted, ["W39"], as: .blank),
    typed("M12", "带时刻“2024/6/18 0:00”", "04", .cumulative, "2024/6/18 0:00", .accepted, ["N02"], as: day("2024-06-18")),
    typed("M12", "定期开展的，日期写成“18号”", "05", .current, "18号", .accepted, ["N02"], as: day("2024-06-18")),
    typed("M12", "写成“6月18号”", "04", .cumulative, "6月18号", .accepted, ["N02"], as: day("2024-06-18")),
    typed(
      "M12", "中文数字“二〇二四年六月十八日（周二）”", "04", .cumulative, "二〇二四年六月十八日（周二）", .accepted, ["N02"],
      as: day("2024-06-18")),
    typed("M13", "日期是今后的“年底”", "04", .cumulative, "年底", .returned, ["E09", "N02"], as: day("2024-12-31", .year)),
    form(
      "M14", "日期成了没有格式的序列号45461", .accepted, ["N01"], reads: [Read("04", .cumulative, day("2024-06-18"))]
    ) { form in
      form.set("04", .cumulative, .number("45461"))
      try form.unformat("04", .cumulative)
    },
    typed(
      "M14", "日期误成小数2024.6", "04", .cumulative, .number("2024.6"), .accepted, ["N02"], as: day("2024-06-30", .month)),
    typed("M14", "2024.10误成了2024.1", "04", .cumulative, .number("2024.1"), .accepted, ["W16"], as: .blank),
    typed("M14", "日期格里填了0.8", "04", .cumulative, 0.8, .returned, ["E10"], as: .blank),
    typed("M14", "日期写不成日期“上个月底”", "04", .cumulative, "上个月底", .returned, ["E10"], as: .blank),
    typed("M14", "日期在期末之后", "04", .cumulative, .day("2024-07-02"), .returned, ["E09"], as: day("2024-07-02")),
  ]
}
