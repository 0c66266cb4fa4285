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
      reads: [Read("13", .cumulative, .decimal(92)), Read("14", .cumulative, .decimal(85))]
    ) {
      $0.set("13", .cumulative, 0.92)
      $0.set("14", .cumulative, 0.85)
    },
    form("M07", "有的率写92，有的写0.85", .accepted, ["W05", "W24"], reads: [Read("14", .cumulative, .decimal(85))]) {
      $0.set("14", .cumulative, 0.85)
    },
    typed("M07", "率写成1，是1%还是100%", "13", .cumulative, 1, .accepted, ["W16"], as: .decimal(1)),
    typed("M07", "率写成“九成二”", "13", .cumulative, "九成二", .accepted, ["N01"], as: .decimal(92)),
    typed("M08", "千分位“1,780”", "03", .cumulative, "1,780", .accepted, ["N01"], as: .decimal(1780)),
    typed("M08", "全角千分位“1，780”", "03", .cumulative, "1，780", .accepted, ["N01"], as: .decimal(1780)),
    typed("M08", "空格分组“1 780”", "03", .cumulative, "1 780", .accepted, ["N01"], as: .decimal(1780)),
    typed("M08", "“1.780”，是1.78还是1780", "03", .cumulative, "1.780", .accepted, ["W16"], as: .decimal("1.78")),
    typed("M09", "夹在文字里的一个数“已改造31户”", "01", .cumulative, "已改造31户", .accepted, ["W10"], as: .decimal(31)),
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
    typed("M42", "负数", "03", .cumulative, -3, .accepted, ["W23"], as: .decimal(-3)),
  ]
}

extension Figure {
  fileprivate static func decimal(_ text: String) -> Figure { .decimal(FixedDecimal(text)!) }
}
