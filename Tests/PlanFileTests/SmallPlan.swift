import PlanFile
import PlanModel

/// A plan of two tasks and the document it was made from, to be spoiled in one place at a time.
enum SmallPlan {
  static let document = """
    深入落实“八项行动”,开创新局面。
    一、实施养老行动
    (一)提升养老服务
    完成适老化改造30户,年底前全市90%的镇建成示范点,实现全覆盖。{牵头科室:福利科;责任科室(单位):各县民政局}
    (二)加强党建
    1.抓好学习。制定学习意见。{牵头科室:办公室}

    """

  static let text = """
    version: 1
    revision: 1
    title: 小计划
    titleStated: false
    issuer: 某局
    year: 2024
    units:
      - {id: office, name: 办公室, kind: section}
      - {id: welfare, name: 社会福利科, kind: section, aliases: [福利科]}
      - {id: east, name: 东县民政局, short: 东县, kind: county}
      - {id: west, name: 西县民政局, short: 西县, kind: county}
      - {id: counties, name: 各县民政局, kind: group, members: [east, west]}
      - {id: several, name: 各相关科室, kind: group, vague: true}
    tasks:
      - id: "1.1"
        path: [一, (一)]
        heading: 提升养老服务
        text: 完成适老化改造30户,年底前全市90%的镇建成示范点,实现全覆盖。
        leads: [福利科]
        responsible: [各县民政局]
        source: {line: 4, column: 1, endLine: 4, endColumn: 33}
        indicators:
          - code: "1.1-01"
            name: 适老化改造
            quote: 完成适老化改造30户
            role: target
            value: 30
            unit: 户
            kind: count
            measure: cumulative
            aggregate: sum
            frequency: month
            deadline: {date: 2024-12-31, stated: true}
            reportedBy: [counties]
            allocation: {东县: 18, 西县: 12}
            illustrative: [allocation]
          - code: "1.1-02"
            name: 示范点覆盖率
            quote: 全市90%的镇建成示范点,实现全覆盖
            role: target
            value: 90
            unit: "%"
            kind: ratio
            measure: level
            aggregate: ratio
            numerator: "1.1-03"
            denominator: "1.1-04"
            frequency: month
            reportedBy: []
            decimals: 1
          - {code: "1.1-03", name: 建成的镇, quote: 建成示范点, role: context, kind: count, measure: level, aggregate: sum, frequency: month, reportedBy: [counties]}
          - {code: "1.1-04", name: 镇数, quote: 镇, role: context, kind: count, measure: level, aggregate: sum, frequency: month, reportedBy: [counties]}
      - id: "1.2.1"
        path: [一, (二), "1"]
        heading: 抓好学习
        text: 制定学习意见。
        leads: [办公室]
        responsible: []
        source: {line: 6, column: 8, endLine: 6, endColumn: 14}
        indicators:
          - {code: "1.2.1-01", name: 学习意见, quote: 制定学习意见, role: target, comparator: complete, value: null, kind: milestone, measure: milestone, aggregate: milestone, frequency: month, reportedBy: [office]}
    notFigures:
      - {quote: 八项行动, why: title, line: 1, column: 6}
    doubts:
      - {about: "1.1-02", text: 镇数原文没有写。}
    unassigned:
      - {line: 1, text: "深入落实“八项行动”,开创新局面。", why: 引言}
      - {line: 2, text: 一、实施养老行动, why: 上级标题}
      - {line: 5, text: (二)加强党建, why: 上级标题}
    reporting:
      units: [office, welfare, east, west]
      counties: [east, west]
      from: 2024-04
      due: {month: 次月5日, year: 次年1月15日}
      weights: {"1.1-01": 2}

    """

  /// The text with one place changed.
  static func text(replacing old: String, with new: String) -> String {
    guard let range = text.firstRange(of: old) else { return "no such words: \(old)" }
    return text.replacingCharacters(in: range, with: new)
  }

  /// `line:column code path` for each problem of a text; empty if it reads.
  static func problems(_ text: String) -> [String] {
    do throws(PlanFileError) {
      _ = try PlanReader().read(text)
      return []
    } catch {
      return error.problems.map { "\($0.line):\($0.column) \($0.code.rawValue) \($0.path)" }
    }
  }
}

extension String {
  /// `firstRange` of the standard library searches by element and is enough here.
  func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
    self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
