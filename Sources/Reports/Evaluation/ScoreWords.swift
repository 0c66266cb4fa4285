import Consolidation
import PlanModel

/// Where points come from, in words.
struct ScoreWords {
  let plan: Plan
  let evaluation: Evaluation

  private func name(_ code: String) -> String { plan.indicator(code: code)?.name ?? code }

  private func months(_ lit: [Score.Deduction.Lit]) -> String {
    lit.map(\.period.chineseShort).joined(separator: "、")
  }

  func cause(_ deduction: Score.Deduction) -> String {
    switch deduction.cause {
    case .late(let month, _, _): "迟报（\(month.chineseShort)）"
    case .missing(let month): "缺报（\(month.chineseShort)）"
    case .returned(let month, _): "退回（\(month.chineseShort)）"
    case .yellow(let code, let lit): "黄灯累计\(lit.count)次：\(name(code))（\(months(lit))）"
    case .red(let code, let lit): "红灯：\(name(code))（\(months(lit))）"
    }
  }

  /// Returns the rule that takes the points.
  func rule(_ deduction: Score.Deduction) -> String {
    let rules = plan.reporting.deductions
    return switch deduction.cause {
    case .late: "迟报每次−\(rules.late.shortest)"
    case .missing: "缺报每次−\(rules.missing.shortest)"
    case .returned: "退回每次−\(rules.returned.shortest)"
    case .yellow: "同一事项黄灯每累计2次−\(rules.yellowTwice.shortest)"
    case .red: "同一事项亮过红灯−\(rules.red.shortest)"
    }
  }

  /// Returns what the points were taken for: days, files, gaps with their cells.
  func source(_ deduction: Score.Deduction) -> String {
    switch deduction.cause {
    case .late(_, let received, let due):
      "应于\(due?.description ?? "—")前报，\(received?.description ?? "—")收到"
    case .missing: "没有收到"
    case .returned(_, let files): "退回：\(files.joined(separator: "、"))"
    case .yellow(_, let lit), .red(_, let lit): lit.map(source).joined(separator: "\n")
    }
  }

  private func source(_ lit: Score.Deduction.Lit) -> String {
    let gap = lit.item.gap.map { "低于序时\($0.negated.grouped(places: 1))个百分点" } ?? "逾期或超限"
    let place = lit.item.place.map { place in
      "（\(place.file)\(place.cell.isEmpty ? "" : "　\(place.sheet)!\(place.cell)")）"
    }
    return "\(lit.period.chineseShort)\(gap)\(place ?? "（全市数）")"
  }

  /// Returns how the points come about: 2×min(1，36.7÷50.0).
  func formula(_ item: Score.Item) -> String {
    let weight = item.weight.shortest
    guard let pace = item.pace else {
      return item.points.isZero ? "\(state(item))，不得分" : "\(state(item))，得满分"
    }
    guard let rate = item.rate else { return "\(state(item))，不得分" }
    if pace.isZero { return "未到起算期，得满分" }
    return "\(weight)×min(1，\(rate.grouped(places: 1))÷\(pace.grouped(places: 1)))"
  }

  func state(_ item: Score.Item) -> String { item.figure?.state == .disputed ? "待定" : item.state.chinese }

  /// Returns the cell that the figure comes from.
  func source(_ figure: UnitFigure) -> String {
    if figure.isCarried { return "沿用上期数" }
    guard let row = figure.row else { return "—" }
    guard let origin = row.cumulative.origin ?? row.current.origin else { return "由分子、分母重算，见指标汇总" }
    let mark = figure.isManual ? "人工录入：" : ""
    return origin.cell.isEmpty ? "\(mark)\(origin.file)" : "\(mark)\(origin.file)　\(origin.sheet)!\(origin.cell)"
  }

  /// Returns what cost the most, and what was taken off.
  func lost(_ score: Score) -> String {
    guard score.rank != nil else {
      let reason = score.items.isEmpty ? "本期无考核指标，不排名" : "\(Self.missing)单列，不参加排名"
      return ([reason] + reports(score)).joined(separator: "；")
    }
    let short = score.items.filter { $0.points < $0.weight }.enumerated().sorted { left, right in
      let (a, b) = (left.element.weight, right.element.weight)
      let lost = ((try? a.subtracting(left.element.points)) ?? 0, (try? b.subtracting(right.element.points)) ?? 0)
      return lost.0 == lost.1 ? left.offset < right.offset : lost.0 > lost.1
    }.map(\.element)
    var parts = short.prefix(3).map { item in
      "\(item.indicator.name)\(item.rate.map { "\($0.grouped(places: 1))%" } ?? state(item))"
    }
    if short.count > 3 { parts.append("另有\(short.count - 3)项未得满分") }
    parts += reports(score)
    return parts.isEmpty ? "—" : parts.joined(separator: "；")
  }

  private static let missing = "缺报"

  private func reports(_ score: Score) -> [String] {
    var counts: [(String, Int)] = [("迟报", 0), (Self.missing, 0), ("退回", 0), ("黄灯", 0), ("红灯", 0)]
    for deduction in score.deductions {
      switch deduction.cause {
      case .late: counts[0].1 += 1
      case .missing: counts[1].1 += 1
      case .returned: counts[2].1 += 1
      case .yellow: counts[3].1 += 1
      case .red: counts[4].1 += 1
      }
    }
    return counts.enumerated().filter { $1.1 > 0 }.map { index, count in
      index < 3 ? "\(count.0)\(count.1)次" : "\(count.0)扣分\(count.1)项"
    }
  }
}
