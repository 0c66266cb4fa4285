import Consolidation
import PlanModel

/// The sentences at the head of a unit's sheet.
struct UnitWords {
  let content: SummaryContent
  let unit: UnitContent

  private var context: ReportContext { content.context }
  private var report: UnitReport { unit.report }

  var lines: [String] { [returns, result, lead, points].filter { !$0.isEmpty } }

  private var returns: String {
    var words = "报送：\(report.status.chinese)"
    let day = { (day: CivilDate) in ChineseText.day(day, in: context.period.period) }
    if let first = report.firstReceived { words += "，\(day(first))收到" }
    if let corrected = report.corrected { words += "，\(day(corrected))收到更正" }
    if let due = report.due { words += "（应于\(day(due))前报送）" }
    words += "；应报\(report.expected)项，已报\(report.reported)项"
    if !report.omitted.isEmpty {
      let names = report.omitted.map { context.plan.indicator(code: $0)?.name ?? $0 }
      words += "，漏报\(names.count)项：\(ChineseText.names(names, atMost: 5, counter: "项"))"
    }
    return words + "。"
  }

  /// How many of the unit's own items keep up, and its rank among the counties.
  private var result: String {
    let judged = unit.lines.compactMap(\.own)
    guard !judged.isEmpty else { return "" }
    let kept = judged.count(where: \.isOnPace)
    var words = "按本单位目标考核的\(judged.count)项中，\(kept)项已完成或达到序时"
    if let line = content.counties.lines.first(where: { $0.id == unit.unit.id }), let rate = line.rate {
      words += "，达序时率\(rate.grouped(places: 1))%"
      let ranked = content.counties.lines.count { $0.rank != nil }
      words += line.rank.map { "，列\(ranked)个县（市、区）第\($0)名" } ?? "，本期不排名"
    }
    let behind = judged.filter { !$0.isOnPace }.map(\.indicator.name)
    return words + (behind.isEmpty ? "。" : "；滞后：\(ChineseText.names(behind, atMost: 5, counter: "项"))。")
  }

  private var lead: String {
    let judged = unit.led.filter(\.isAssessed)
    guard !judged.isEmpty else { return "" }
    let kept = judged.count(where: \.state.isKept)
    let behind = judged.filter { !$0.state.isKept }.map(\.indicator.name)
    return "牵头的考核指标\(judged.count)项，\(kept)项已完成或达到序时"
      + (behind.isEmpty ? "。" : "；滞后：\(ChineseText.names(behind, atMost: 5, counter: "项"))。")
  }

  /// Of an evaluated period.
  private var points: String {
    guard let evaluation = content.scores?.evaluation,
      let score = (evaluation.counties + evaluation.departments).first(where: { $0.unit?.id == unit.unit.id }),
      let total = score.total
    else { return "" }
    return "考评得分\(total.grouped(places: 2))" + (score.rank.map { "，列第\($0)名。" } ?? "，本期不排名。")
  }
}
