import Consolidation
import PlanModel

/// 备注 of an item: what the figures beside it do not say by themselves.
struct IndicatorRemarks {
  let period: ConsolidatedPeriod
  let result: IndicatorResult
  /// How the units stand by their own shares.
  let units: [UnitResult]

  private var indicator: Indicator { result.indicator }
  private func isMade(_ field: String) -> Bool { indicator.illustrative.covers(field) }

  var text: String {
    (excluded + parts + rounding + carried + manual + needed + kind + state + shares + made).filter { !$0.isEmpty }
      .joined(
        separator: "；")
  }

  /// 不含陆河县（未报送）.
  private var excluded: [String] {
    let unread = result.figures.filter { figure in
      guard figure.state == .reported, indicator.isNumeric else { return false }
      return figure.row?.figure(in: .cumulative).number == nil
    }
    let groups = [
      ("未报送", result.figures.filter { $0.state == .notReported }),
      ("待定", result.figures.filter { $0.state == .disputed }), ("未取数", unread),
    ]
    return groups.filter { !$0.1.isEmpty && result.figures.count > 1 }.map { word, figures in
      let names = ChineseText.names(figures.map(\.unit.short))
      return indicator.isNumeric ? "不含\(names)（\(word)）" : "\(names)\(word)"
    }
  }

  private var parts: [String] {
    let names = result.figures.filter { $0.isPart && $0.cumulative != nil }.map(\.unit.short)
    return names.isEmpty ? [] : ["\(ChineseText.names(names, atMost: 5))已含在上级数内，不重复相加"]
  }

  /// What is shown does not add up where figures have more places than a page shows; nothing is adjusted.
  private var rounding: [String] {
    let places = FigureStyle(result).places
    guard indicator.aggregate == .sum, places == FigureStyle.mostPlaces, let total = result.total else { return [] }
    let shown = result.figures.filter { !$0.isPart }.compactMap { try? $0.cumulative?.rounded(to: places) }
    guard let sum = shown.sum, let rounded = try? total.rounded(to: places), sum != rounded else { return [] }
    return ["四舍五入后合计与各数之和不等，未作机械调整"]
  }

  /// How many wholes a share comes to: 90 % of 55 towns are 50, not 49.5.
  private var needed: [String] {
    guard let needed = try? period.wholesNeeded(for: result) else { return [] }
    let unit = indicator.denominator.flatMap { period.plan.indicator(code: $0)?.measure } ?? ""
    return [
      "达标需\(needed.count.grouped(places: 0))\(unit)（共\(needed.whole.grouped(places: 0))\(unit)），已\(needed.done.grouped(places: 0))\(unit)"
    ]
  }

  private var carried: [String] {
    let names = result.figures.filter(\.isCarried).map(\.unit.short)
    return names.isEmpty ? [] : ["\(ChineseText.names(names))沿用上期"]
  }

  private var manual: [String] {
    let names = result.figures.filter(\.isManual).map(\.unit.short)
    return names.isEmpty ? [] : ["\(ChineseText.names(names))\(FigureStyle.manualMark)录入"]
  }

  private var kind: [String] {
    var words: [String] = []
    if indicator.isBenchmark { words.append("比照性指标，无数值目标") }
    if indicator.kind == .ratio, indicator.role == .target, result.target != nil {
      words.append(result.state == .completed ? "占比类，已达标" : "占比类，到期判达标")
    }
    if indicator.role == .workload { words.append("存量任务") }
    if indicator.role == .direction { words.append("方向性任务，见任务台账") }
    if indicator.aggregate.countsUnits, let floor = indicator.target(in: period.period) {
      let shown = FigureStyle(indicator, showing: [floor]).shown(floor)
      words.append("每\(indicator.per ?? "单位")\(sign)\(shown)\(indicator.measure)，按达标数计")
    }
    if let written = indicator.asWritten { words.append("原文“\(written)”") }
    if indicator.comparator == .moreThan, !indicator.aggregate.countsUnits { words.append("须超过目标值") }
    return words
  }

  private var sign: String { indicator.comparator == .moreThan ? "多于" : "至少" }

  private var state: [String] {
    if indicator.isRecurring { return [recurring] }
    switch result.state {
    case .overdue:
      let days = period.daysOverdue(result)
      return [days > 0 ? "逾期\(days)天" : "已到期未完成"] + (indicator.isDated ? [due] : [])
    case .completed where indicator.isDated:
      return result.completed.map { ["\(ChineseText.day($0, in: period.period))完成"] } ?? []
    default: return indicator.isDated ? [due] : []
    }
  }

  private var due: String {
    guard let deadline = indicator.deadline else { return "" }
    return "应于\(ChineseText.day(deadline.date, in: period.period))前完成" + (isMade("deadline") ? "（示例）" : "")
  }

  private var recurring: String {
    let due = period.plan.periodsDue(indicator, by: period.period)
    return "\(ChineseText.every(indicator.frequency))1次，应有\(due)次" + (isMade("frequency") ? "（示例）" : "")
  }

  /// The unit furthest behind its own share.
  private var shares: [String] {
    let behind = units.filter { ($0.gap ?? 0).isNegative && $0.state != .completed }
    guard result.figures.count > 1,
      let worst = behind.min(by: { ($0.gap ?? 0) < ($1.gap ?? 0) }), let rate = worst.rate, let gap = worst.gap
    else { return [] }
    return ["\(worst.figure.unit.short)\(rate.grouped(places: 1))%，\(ChineseText.gap(gap))"]
  }

  private var made: [String] {
    if indicator.illustrative == .all { return ["整条为示例"] }
    return isMade("deadline") && !indicator.isDated ? ["期限为示例"] : []
  }
}
