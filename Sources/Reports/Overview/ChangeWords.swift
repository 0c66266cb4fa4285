import Consolidation
import PlanModel

/// What changed since the period before: 较5月变化.
struct ChangeWords {
  let content: SummaryContent
  let last: MonthlySnapshot

  /// `nil` where nothing is known of the period before.
  init?(_ content: SummaryContent) {
    guard let last = content.period.comparableSnapshot else { return nil }
    self.content = content
    self.last = last
  }

  /// 5月.
  var lastWord: String { last.period.chineseShort }

  /// Items of the tables that both periods have.
  private var pairs: [(now: IndicatorResult, before: MonthlySnapshot.Item)] {
    let before = Dictionary(last.items.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    return content.table.items.compactMap { item in before[item.indicator.code].map { (item.result, $0) } }
  }

  /// One line for each kind of change, worst first; at least one line.
  var lines: [String] {
    let pairs = pairs
    let judged = pairs.filter { $0.now.isAssessed && $0.before.state != .notAssessed }
    let worse = judged.filter { !$0.now.state.isKept && $0.before.state.isKept }
    let better = judged.filter { $0.now.state.isKept && !$0.before.state.isKept }
    let overdue = pairs.filter { $0.now.state == .overdue && $0.before.state != .overdue && !$0.before.state.isKept }
    let silent = pairs.filter { $0.now.state == .notReported }
    let still = silent.filter { $0.before.state == .notReported }
    let fallen = pairs.filter { pair in
      guard !pair.now.indicator.accumulation.isState, pair.now.excluded.isEmpty, let now = pair.now.total,
        let before = pair.before.total
      else { return false }
      return now < before
    }
    let all = [
      line("转差", worse.map(transition)), line("新增逾期", overdue.map(transition)),
      line("仍未报送", still.map(\.now.indicator.name)), line("累计数减少", fallen.map(totals)),
      line("转好", better.map(transition)), rates,
    ].filter { !$0.isEmpty }
    return all.isEmpty ? ["与\(lastWord)相比，各项指标的进度状态没有变化。"] : all
  }

  private func line(_ word: String, _ names: [String]) -> String {
    names.isEmpty ? "" : "\(word)\(names.count)项：\(ChineseText.names(names, atMost: 2, counter: "项"))。"
  }

  private func transition(_ pair: (now: IndicatorResult, before: MonthlySnapshot.Item)) -> String {
    let lacking = pair.now.excluded.map(\.unit.short)
    let reason =
      lacking.isEmpty || pair.now.figures.count < 2 ? "" : "，不含\(ChineseText.names(lacking, atMost: 2))"
    return "\(pair.now.indicator.name)（\(pair.before.state.chinese)→\(pair.now.state.chinese)\(reason)）"
  }

  private func totals(_ pair: (now: IndicatorResult, before: MonthlySnapshot.Item)) -> String {
    let measure = TargetWords(period: content.period.period, result: pair.now).measure
    guard let now = pair.now.total, let before = pair.before.total else { return pair.now.indicator.name }
    let style = FigureStyle(pair.now.indicator, showing: pair.now.indicator.numerator == nil ? [now, before] : [])
    return "\(pair.now.indicator.name)（\(style.shown(before))→\(style.shown(now))\(measure == "—" ? "" : measure)）"
  }

  // MARK: Rankings

  /// Returns by name 达序时率 less that of the period before, in percentage points, one place.
  func rateChanges(_ lines: [PaceRanking.Line], before: [MonthlySnapshot.Line]) -> [String: FixedDecimal] {
    var changes: [String: FixedDecimal] = [:]
    let earlier = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for line in lines where line.rank != nil {
      guard let old = earlier[line.id], old.status?.counts ?? true else { continue }
      let base = PaceRanking.Line(id: old.id, name: old.id, rank: nil, assessed: old.assessed, onPace: old.onPace).rate
      guard let base, let rate = line.rate else { continue }
      changes[line.id] = try? rate.rounded(to: 1).subtracting(base.rounded(to: 1))
    }
    return changes
  }

  var countyChanges: [String: FixedDecimal] { rateChanges(content.counties.lines, before: last.counties) }
  var leadChanges: [String: FixedDecimal] { rateChanges(content.leads.lines, before: last.departments) }

  /// The counties that rose and fell most.
  private var rates: String {
    let changes = countyChanges
    let known = content.counties.lines.compactMap { line in changes[line.id].map { (line.name, $0) } }
    guard let top = known.max(by: { $0.1 < $1.1 }), let low = known.min(by: { $0.1 < $1.1 }) else { return "" }
    var words: [String] = []
    if low.1.isNegative { words.append("\(low.0)降\(low.1.magnitude.grouped(places: 1))个百分点") }
    if top.1 > 0 { words.append("\(top.0)升\(top.1.grouped(places: 1))个百分点") }
    return words.isEmpty ? "" : "县（市、区）达序时率：\(words.joined(separator: "，"))。"
  }
}
