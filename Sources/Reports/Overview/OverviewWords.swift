import Consolidation
import OfficeStyle
import PlanModel
import XLSXWriting

/// The sentences at the head of 总览, made from figures alone.
struct OverviewWords {
  let content: SummaryContent

  private var context: ReportContext { content.context }
  private var period: ConsolidatedPeriod { content.period }
  private var shares: StateShares { content.shares }
  private var fonts: FontSet { context.fonts }

  /// The conclusion: how much keeps up, what does not, who leads and who lags.
  var lede: [TextRun] {
    let plain = fonts.body(13)
    let good = fonts.heading(13, color: Palette.accent)
    let bad = fonts.heading(13, color: Palette.brick)
    let last = period.period.lastDay
    var runs = [
      TextRun(
        "截至\(last.month)月\(last.day)日，年度序时进度\(context.yearPace.grouped(places: 1))%。"
          + "\(tasks)项任务分解为\(content.table.items.count)项指标，纳入考核的\(shares.assessed)项中，", font: plain)
    ]
    runs.append(TextRun("\(shares.kept)项已完成或达到序时\(share)", font: good))
    let lagging = [StateShares.Group.behind, .overdue, .notReported].filter { shares[$0] > 0 }
    if lagging.isEmpty {
      runs.append(TextRun("，没有滞后。", font: plain))
    } else {
      runs.append(TextRun("；", font: plain))
      runs.append(
        TextRun(lagging.map { "\(shares[$0])项\($0.rawValue)" }.joined(separator: "、"), font: bad))
      runs.append(TextRun("。", font: plain))
    }
    return runs + counties(plain: plain, bad: bad) + pressing(plain: plain, bad: bad)
  }

  private var tasks: Int { Set(content.table.items.map(\.result.task.id)).count }

  private var share: String {
    shares.percentage(.completed, .onPace).map { "（\($0.grouped(places: 1))%）" } ?? ""
  }

  /// Returns the counties at the two ends of the ranking.
  private func counties(plain: CellFont, bad: CellFont) -> [TextRun] {
    let ranked = content.counties.lines.filter { $0.rank != nil }
    guard ranked.count > 1, let first = ranked.first, let last = ranked.last, first.rank != last.rank else { return [] }
    let best = ranked.filter { $0.rank == first.rank }.map(\.name)
    let worst = ranked.filter { $0.rank == last.rank }
    let behind = last.assessed - last.onPace
    var runs = [TextRun("\(ChineseText.names(best, atMost: 3))达序时率最高（\(rate(first))）；", font: plain)]
    let words =
      worst.count == 1
      ? "\(last.name)\(last.assessed)项中\(behind)项滞后"
      : "\(ChineseText.names(worst.map(\.name), atMost: 3))最低（\(rate(last))）"
    runs.append(TextRun(words, font: behind > 0 ? bad : plain))
    runs.append(TextRun("。", font: plain))
    return runs
  }

  private func rate(_ line: PaceRanking.Line) -> String { (line.rate?.grouped(places: 1) ?? "—") + "%" }

  /// Returns the first items that need a hand.
  private func pressing(plain: CellFont, bad: CellFont) -> [TextRun] {
    let names = period.lagging.prefix(3).map(\.indicator.name)
    guard !names.isEmpty else { return [] }
    return [
      TextRun(names.joined(separator: "、"), font: bad), TextRun("须重点督办。", font: plain),
    ]
  }

  // MARK: Coverage

  /// 报送：应报…，已报…，缺….
  var coverage: [TextRun] {
    let coverage = period.coverage
    let plain = fonts.body()
    var runs = [
      TextRun("报送：", font: fonts.heading()),
      TextRun(
        "应报\(coverage.expected)家，已报\(coverage.reported)家\(reportedParts(coverage))", font: plain),
    ]
    if coverage.lacking.isEmpty {
      runs.append(TextRun("，无缺报。", font: plain))
    } else {
      runs.append(TextRun("，", font: plain))
      runs.append(
        TextRun("缺\(coverage.lacking.count)家：\(lacking(coverage))", font: fonts.heading(color: Palette.brick)))
      runs.append(TextRun("。", font: plain))
    }
    runs.append(TextRun(rest(coverage), font: plain))
    return runs
  }

  private func reportedParts(_ coverage: Coverage) -> String {
    let statuses: [SubmissionStatus] = [.onTime, .late, .undated, .conflict]
    let parts = statuses.filter { coverage.count($0) > 0 }.map { status in
      "\(status == .undated ? "时间不详" : status.chinese)\(coverage.count(status))家"
    }
    return parts.isEmpty ? "" : "（\(parts.joined(separator: "、"))）"
  }

  private func lacking(_ coverage: Coverage) -> String {
    let missing = coverage.units(.missing).map(\.unit.short)
    let returned = coverage.units(.returned).map(\.unit.short)
    var words: [String] = []
    if !missing.isEmpty { words.append(ChineseText.names(missing, atMost: 8)) }
    if !returned.isEmpty { words.append("\(ChineseText.names(returned, atMost: 8))（退回待重报）") }
    return words.joined(separator: "、")
  }

  private func rest(_ coverage: Coverage) -> String {
    var words: [String] = []
    if let rate = try? FixedDecimal(coverage.reported * 100).divided(by: FixedDecimal(coverage.expected), places: 1) {
      words.append("报送率\(rate.grouped(places: 1))%")
    }
    let late = coverage.units(.late).map(\.unit.short)
    if !late.isEmpty { words.append("迟报：\(ChineseText.names(late))") }
    let conflicts = coverage.units(.conflict).map(\.unit.short)
    if !conflicts.isEmpty { words.append("多份待定：\(ChineseText.names(conflicts))") }
    let incomplete = coverage.incomplete.map { "\($0.unit.short)\($0.omitted.count)项" }
    if !incomplete.isEmpty { words.append("漏报：\(ChineseText.names(incomplete))") }
    let hasGaps = !coverage.lacking.isEmpty || !conflicts.isEmpty || !incomplete.isEmpty
    return words.joined(separator: "；") + (hasGaps ? "；未报、待定的数不计入合计。" : "。")
  }
}
