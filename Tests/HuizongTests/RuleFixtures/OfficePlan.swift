/// The plan of a small office, with an indicator for each kind of rule.
enum OfficePlan {
  static let year = 2024

  static let text = """
    version: 1
    revision: 2
    title: 小计划
    titleStated: false
    issuer: 某市民政局
    year: 2024
    units:
      - {id: office, name: 局办公室, kind: section}
      - {id: east, name: 东县民政局, short: 东县, kind: county}
      - {id: west, name: 西县民政局, short: 西县, kind: county}
    tasks:
      - id: "1.1"
        path: [一]
        heading: 养老服务
        text: 养老服务。
        leads: [局办公室]
        responsible: []
        source: {line: 1, column: 1, endLine: 1, endColumn: 5}
        indicators:
    \(indicators.map { "      - {\($0)}" }.joined(separator: "\n"))
    reporting:
      units: [office, east, west]
      counties: [east, west]
      from: 2024-04
      due: {month: 次月5日}
      key: office.key

    """

  private static let indicators = [
    row("01", "适老化改造", "value: 100, unit: 户, allocation: {东县: 60, 西县: 40}", by: "east, west"),
    row("02", "彩票销售量", "value: 40000, unit: 万元, decimals: 2", kind: "money", measure: "flow"),
    row("03", "床位数", "role: context, unit: 张", measure: "level"),
    row("04", "印发方案", "comparator: complete", kind: "milestone", measure: "milestone", aggregate: "milestone"),
    row(
      "05", "月调度", "comparator: complete, unit: 次", role: "mechanism", kind: "milestone", measure: "flow",
      aggregate: "milestone"),
    row("06", "责任制落实", "comparator: complete", role: "direction", kind: "text", measure: "level"),
    row("07", "入户走访", "value: 50, unit: 户"),
    row("08", "城镇走访", "value: 30, unit: 户, partOf: \"1.1-07\""),
    row("09", "农村走访", "value: 20, unit: 户, partOf: \"1.1-07\""),
    row(
      "10", "覆盖率", "value: 50, unit: \"%\", decimals: 1, numerator: \"1.1-11\", denominator: \"1.1-12\"", kind: "ratio",
      measure: "level", aggregate: "ratio", by: ""),
    row("11", "建成的镇", "unit: 个", role: "context", measure: "level"),
    row("12", "全部的镇", "unit: 个", role: "context", measure: "level"),
    row("13", "满意率", "value: 80, unit: \"%\", decimals: 1", kind: "ratio", measure: "level", aggregate: "latest"),
    row("14", "知晓率", "value: 80, unit: \"%\", decimals: 1", kind: "ratio", measure: "level", aggregate: "latest"),
    row("15", "全市床位", "unit: 张", role: "context", measure: "level", by: "office"),
    row("16", "各县床位", "unit: 张, partOf: \"1.1-15\"", role: "context", measure: "level", by: "east, west"),
    row("17", "宣传活动", "value: 24, unit: 次", measure: "flow"),
    row("18", "志愿者", "unit: 人, continues: 2023/1.1-18", role: "context"),
    row("19", "走访人次", "unit: 人次", role: "context", by: "east, west"),
    row("20", "救助人数", "unit: 人", role: "context"),
    row("21", "农村救助人数", "unit: 人, partOf: \"1.1-20\"", role: "context"),
    row(
      "22", "增幅", "comparator: \"<=\", value: 20, unit: \"%\", numerator: \"1.1-23\", denominator: \"1.1-24\"",
      kind: "ratio", measure: "level", aggregate: "ratio", by: ""),
    row("23", "增加额", "unit: 万元", role: "context", measure: "level"),
    row("24", "基数", "unit: 万元", role: "context", measure: "level"),
    row("25", "残疾人补贴", "value: 500, unit: 人"),
    row("30", "问题整改", "value: 6, unit: 个", role: "workload", kind: "list"),
  ]

  private static func row(
    _ number: String, _ name: String, _ fields: String, role: String = "target", kind: String = "count",
    measure: String = "cumulative", aggregate: String = "sum", by units: String = "east"
  ) -> String {
    let own = fields.contains("role:") ? "" : ", role: \(role)"
    return "code: \"1.1-\(number)\", name: \(name), quote: 养老服务, \(fields)\(own), kind: \(kind), measure: \(measure), "
      + "aggregate: \(aggregate), frequency: month, reportedBy: [\(units)]"
  }
}
