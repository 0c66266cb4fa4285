import Huizong
import PlanModel
import Validation

/// Numbers.
extension Misfilled {
  static let numbers: [Misfilled] = [
    typed("M01", "数字存成文本“31”", "01", .cumulative, "31", .accepted, ["N01"], as: .decimal(31)),
    typed("M01", "数字前带撇号“'31”", "01", .cumulative, "'31", .accepted, ["N01"], as: .decimal(31)),
    typed("M02", "全角数字“３１”", "01", .cumulative, "３１", .accepted, ["N01"], as: .decimal(31)),
    typed("M02", "全角小数和百分号“９２．５％”", "13", .cumulative, "９２．５％", .accepted, ["N01"], as: .decimal("92.5")),
    typed("M03", "带本栏的单位“31户”", "01", .cumulative, "31户", .accepted, ["N01"], as: .decimal(31)),
    typed("M03", "带可以换算的单位“0.39775亿元”（万元栏）", "02", .current, "0.39775亿元", .accepted, ["N01"], as: .decimal("3977.5")),
    typed("M03", "带同类量词“31家”（户栏）", "01", .cumulative, "31家", .accepted, ["N01"], as: .decimal(31)),
    typed("M03", "单位写在括号里“31（户）”", "01", .cumulative, "31（户）", .accepted, ["N01"], as: .decimal(31)),
    typed("M06", "“3千”（万元栏），是3000万元还是3000元", "02", .current, "3千", .accepted, ["W16"], as: .blank),
    typed("M03", "带别的单位“31万元”（户栏）", "01", .cumulative, "31万元", .returned, ["E03"], as: .blank),
    typed("M04", "约数“约31户”", "01", .cumulative, "约31户", .accepted, ["W08"], as: .decimal(31)),
    typed("M04", "约数“30余户”", "01", .cumulative, "30余户", .accepted, ["W08"], as: .decimal(30)),
    typed("M04", "约数“近31户”", "01", .cumulative, "近31户", .accepted, ["W08"], as: .decimal(31)),
    typed("M04", "成数“约9成”（率）", "13", .cumulative, "约9成", .accepted, ["W08"], as: .decimal(90)),
    typed("M05", "范围“30-31户”", "01", .cumulative, "30-31户", .accepted, ["W06"], as: .blank),
    typed("M05", "范围“4-5”", "03", .cumulative, "4-5", .accepted, ["W06"], as: .blank),
    typed("M06", "万元栏填了元", "02", .current, 39_775_200, .accepted, ["W04"], as: .decimal(39_775_200)),
    typed("M07", "率写成“92%”", "13", .cumulative, "92%", .accepted, ["N01"], as: .decimal(92)),
    form(
      "M07", "率写成0.92、0.85", .accepted, ["W05"],
      reads: [Read("13", .cumulative, .blank), Read("14", .cumulative, .blank)]
    ) {
      $0.set("13", .cumulative, 0.92)
      $0.set("14", .cumulative, 0.85)
    },
    form("M07", "有的率写92，有的写0.85", .accepted, ["W05", "W24"], reads: [Read("14", .cumulative, .blank)]) {
      $0.set("14", .cumulative, 0.85)
    },
    typed("M07", "率写成1，是1%还是100%", "13", .cumulative, 1, .accepted, ["W16"], as: .blank),
    typed("M07", "率写成“0.92%”", "13", .cumulative, "0.92%", .accepted, ["N01"], as: .decimal("0.92")),
    typed("M07", "率写成“九成二”", "13", .cumulative, "九成二", .accepted, ["N01"], as: .decimal(92)),
    typed("M08", "千分位“1,780”", "03", .cumulative, "1,780", .accepted, ["N01"], as: .decimal(1780)),
    typed("M08", "全角千分位“1，780”", "03", .cumulative, "1，780", .accepted, ["N01"], as: .decimal(1780)),
    typed("M08", "空格分组“1 780”", "03", .cumulative, "1 780", .accepted, ["N01"], as: .decimal(1780)),
    typed("M08", "“1.780”，是1.78还是1780", "03", .cumulative, "1.780", .accepted, ["W16"], as: .blank),
    typed("M08", "顿号分组“1、780”，也像两个数", "03", .cumulative, "1、780", .accepted, ["W06"], as: .blank),
    typed("M08", "1和780两行写在一格", "03", .cumulative, "1\n780", .returned, ["E02"], as: .blank),
    typed("M09", "词表里的词“已完成31户”", "01", .cumulative, "已完成31户", .accepted, ["W10"], as: .decimal(31)),
    typed("M09", "词表外的词“已改造31户”", "01", .cumulative, "已改造31户", .returned, ["E02"], as: .blank),
    typed("M09", "否定的话“尚缺31户”", "01", .cumulative, "尚缺31户", .returned, ["E02"], as: .blank),
    typed("M09", "计划的话“拟改造31户”", "01", .cumulative, "拟改造31户", .returned, ["E02"], as: .blank),
    typed("M09", "指到别处“详见附表3”", "01", .cumulative, "详见附表3", .returned, ["E02"], as: .blank),
    typed("M04", "相反的话“取消3户”", "01", .cumulative, "取消3户", .returned, ["E02"], as: .blank),
    typed("M04", "不到某数“不到31户”", "01", .cumulative, "不到31户", .returned, ["E02"], as: .blank),
    typed("M03", "外币“3万美元”（万元栏）", "02", .current, "3万美元", .returned, ["E03"], as: .blank),
    typed("M03", "不认识的单位“31华里”", "01", .cumulative, "31华里", .returned, ["E03"], as: .blank),
    typed("M48", "中文数字“三十一户”", "01", .cumulative, "三十一户", .accepted, ["N01"], as: .decimal(31)),
    typed("M48", "逐位写的“三〇”", "01", .cumulative, "三〇", .accepted, ["N01"], as: .decimal(30)),
    typed("M48", "省略了末位的“一百三”", "01", .cumulative, "一百三", .accepted, ["W16"], as: .blank),
    typed("M48", "相邻数字连写“七八十户”", "01", .cumulative, "七八十户", .accepted, ["W06"], as: .blank),
    typed("M48", "成语“万无一失”", "01", .cumulative, "万无一失", .returned, ["E02"], as: .blank),
    typed("M49", "字母当数字“3l”", "01", .cumulative, "3l", .returned, ["E02"], as: .blank),
    form("M51", "数字格成了日期格式", .returned, ["E31"], reads: [Read("01", .cumulative, .blank)]) { form in
      form.set("01", .cumulative, 31)
      try form.copyFormat(of: "04", to: "01", .cumulative)
    },
    typed("M52", "半户“30.5”", "01", .cumulative, 30.5, .returned, ["E30"], as: .blank),
    typed("M52", "半户“30.5户”", "01", .cumulative, "30.5户", .returned, ["E30"], as: .blank),
    typed("M59", "浮点尾数30.000000000000004", "01", .cumulative, 30.000000000000004, .accepted, as: .decimal(30)),
    typed("M09", "文字里有两个数“已完成31户，其中东镇12户”", "01", .cumulative, "已完成31户，其中东镇12户", .returned, ["E02"], as: .blank),
    typed("M10", "数字栏填“无”", "03", .cumulative, "无", .accepted, ["N03"], as: .nilReturn),
    typed("M10", "数字栏填“暂无”", "03", .cumulative, "暂无", .accepted, ["N03"], as: .nilReturn),
    typed("M10", "数字栏填“/”", "03", .cumulative, "/", .accepted, as: .notApplicable),
    typed("M10", "数字栏填“N/A”", "03", .cumulative, "N/A", .accepted, as: .notApplicable),
    typed("M10", "有分解任务的填“—”", "01", .cumulative, "—", .returned, ["E11"], as: .notApplicable),
    typed("M11", "空白", "01", .cumulative, .blank, .incomplete, ["E01"], as: .blank),
    typed("M11", "只有空格", "01", .cumulative, "  ", .incomplete, ["E01"], as: .blank),
    typed("M23", "数字后有换行", "01", .cumulative, "31\n", .accepted, ["N01"], as: .decimal(31)),
    typed("M22", "数字前后有全角空格和不间断空格", "01", .cumulative, "\u{3000}31\u{A0}", .accepted, ["N01"], as: .decimal(31)),
    typed("M22", "数字里有零宽字符", "01", .cumulative, "3\u{200B}1", .accepted, ["N01"], as: .decimal(31)),
    typed("M38", "科学计数“3.1E+1”", "01", .cumulative, "3.1E+1", .returned, ["E02"], as: .blank),
    form("M38", "联系电话成了数字，丢了开头的0", .accepted, ["W28"]) { $0.sign("联系电话", .number("6603361210")) },
    typed("M42", "括号负数“(3)”", "03", .cumulative, "(3)", .accepted, ["W14"], as: .decimal(-3)),
    typed("M42", "负号写成“△3”", "03", .cumulative, "△3", .accepted, ["W14"], as: .decimal(-3)),
    typed("M42", "负号写在后面“3-”", "03", .cumulative, "3-", .accepted, ["W14"], as: .decimal(-3)),
    typed("M42", "括号后带单位“(3)张”", "03", .cumulative, "(3)张", .accepted, ["W14"], as: .decimal(-3)),
    typed("M42", "负数", "03", .cumulative, -3, .accepted, ["W23"], as: .decimal(-3)),
  ]
}

extension Figure {
  fileprivate static func decimal(_ text: String) -> Figure { .decimal(FixedDecimal(text)!) }
}
