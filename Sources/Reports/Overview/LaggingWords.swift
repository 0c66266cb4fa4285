import Consolidation
import OfficeStyle
import PlanModel
import XLSXWriting

/// The worst items in words: number, light, name, what is wrong, who leads.
struct LaggingWords {
  let content: SummaryContent

  private var period: ConsolidatedPeriod { content.period }
  private var fonts: FontSet { content.context.fonts }

  func lines(atMost limit: Int) -> [[TextRun]] {
    period.lagging.prefix(limit).enumerated().map { index, result in
      [
        TextRun("\(index + 1) ", font: fonts.figures(12, bold: true, color: Palette.accent)),
        TextRun(
          "[\(result.light.chinese)] ",
          font: fonts.heading(color: result.light == .red ? Palette.brick : Palette.yellowText)),
        TextRun(result.indicator.name, font: fonts.heading()),
        TextRun("　" + words(result), font: fonts.body()),
        TextRun("（\(lead(result))）", font: fonts.body(color: Palette.grey)),
      ]
    }
  }

  private func lead(_ result: IndicatorResult) -> String {
    let written = result.task.leads.first ?? "—"
    return period.plan.unit(named: written)?.short ?? written
  }

  /// Returns how an item lags: 低于序时进度12.4个百分点, 逾期15天, 未报送, with the figures behind it.
  func words(_ result: IndicatorResult) -> String {
    var parts: [String] = []
    let indicator = result.indicator
    switch result.state {
    case .overdue:
      if let deadline = indicator.deadline {
        let mark = indicator.illustrative.covers("deadline") ? "（示例）" : ""
        parts.append("应于\(ChineseText.day(deadline.date, in: period.period))前完成\(mark)")
      }
      let days = period.daysOverdue(result)
      if indicator.isRecurring {
        let due = period.plan.periodsDue(indicator, by: period.period)
        parts.append("应有\(due)次，实有\(result.total?.shortest ?? "0")次")
      } else {
        parts.append(days > 0 ? "逾期\(days)天" : "到期未完成")
      }
    case .notReported: parts.append("本期未报送")
    case .behind, .completed, .ahead, .onPace, .notAssessed: break
    }
    parts += figures(result)
    let excluded = result.excluded.map(\.unit.short)
    if result.figures.count > 1, !excluded.isEmpty, result.state != .notReported {
      parts.append("不含\(ChineseText.names(excluded, atMost: 3))")
    }
    return parts.joined(separator: "，") + worst(result) + "。"
  }

  private func figures(_ result: IndicatorResult) -> [String] {
    guard let target = result.target, let total = result.total else { return [] }
    let places = FigureStyle(totalOf: result).places
    let unit = TargetWords(period: period.period, result: result).measure
    let (wanted, done) = (target.grouped(places: places), total.grouped(places: places))
    let isFloor = result.indicator.aggregate.countsUnits
    var parts = [isFloor ? "应达标\(wanted)家，已达标\(done)家" : "目标\(wanted)\(unit)，完成\(done)\(unit)"]
    if let rate = result.rate { parts.append("\(rate.grouped(places: 1))%") }
    if let gap = result.gap { parts.append(ChineseText.gap(gap)) }
    return parts
  }

  /// Returns the unit furthest behind.
  private func worst(_ result: IndicatorResult) -> String {
    let units = (content.unitResults[result.indicator.code] ?? []).filter { ($0.gap ?? 0).isNegative }
    guard result.figures.count > 1, let last = units.min(by: { ($0.gap ?? 0) < ($1.gap ?? 0) }),
      let rate = last.rate
    else { return "" }
    return "；\(last.figure.unit.short)仅\(rate.grouped(places: 1))%"
  }
}
