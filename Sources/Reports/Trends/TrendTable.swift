import Consolidation
import PlanModel

/// What 趋势 shows: the main indicators over the year's months.
struct TrendTable {
  /// One indicator's way.
  struct Line {
    let item: IndicatorItem
    /// How it stood at the end of each month, in the order of `months`; `nil` where nothing is known.
    let points: [MonthlySnapshot.Item?]
    /// 序时进度 of each month in per cent, one place.
    let path: [FixedDecimal]

    /// Of all months' totals.
    var style: FigureStyle {
      let totals = item.indicator.numerator == nil ? points.compactMap { $0?.total } : []
      return FigureStyle(item.indicator, showing: totals)
    }

    /// The current month's place, the last with a point.
    var last: Int { points.lastIndex { $0 != nil } ?? 0 }
    var isBehind: Bool { item.result.gap?.isNegative ?? false }
  }

  /// Charts that fit on the page below the table.
  static let limit = 6

  /// The year's months, or quarters where forms come each quarter.
  let months: [Period]
  let lines: [Line]
  /// The year's path: months passed ÷ 12 in per cent, one place.
  let path: [FixedDecimal]

  /// Months of which something is known.
  let known: Int

  init(_ table: IndicatorTable) {
    let period = table.period
    let plan = period.plan
    let year = Period(kind: .year, year: period.period.year, ordinal: 1)
    let months = year?.parts(plan.formKind) ?? []
    let own = plan.formPeriod(closing: period.period)
    self.months = months
    known = months.count { month in month == own || period.earlier.snapshots.contains { $0.period == month } }
    path = months.map { month in
      (try? FixedDecimal(month.lastMonth * 100).divided(by: 12, places: 1)) ?? .hundred
    }
    var earlier: [Period: [String: MonthlySnapshot.Item]] = [:]
    for snapshot in period.earlier.snapshots {
      earlier[snapshot.period] = Dictionary(
        snapshot.items.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }
    func line(_ item: IndicatorItem) -> Line {
      let points = months.map { month in
        month == own ? MonthlySnapshot.Item(item.result) : earlier[month]?[item.indicator.code]
      }
      return Line(
        item: item, points: points,
        path: months.map { ((try? item.indicator.pacePercentage(in: $0)?.rounded(to: 1)) ?? nil) ?? 0 })
    }
    func weight(_ item: IndicatorItem) -> FixedDecimal { plan.reporting.weights[item.indicator.code] ?? 1 }
    let paced = table.items.filter { $0.result.pace != nil }.map { line($0) }
      .filter { line in line.points.contains { $0?.rate != nil } }
    // The plan's weights say what is important; then what many units do. Not how it stands: the same ones each month.
    lines = paced.enumerated().sorted { left, right in
      let (a, b) = (left.element.item, right.element.item)
      if weight(a) != weight(b) { return weight(a) > weight(b) }
      let (many, few) = (a.result.figures.count, b.result.figures.count)
      return many == few ? left.offset < right.offset : many > few
    }.prefix(Self.limit).sorted { $0.offset < $1.offset }.map(\.element)
  }

  /// True if there is a way to show: one month alone is none.
  var isShown: Bool { known > 1 && !lines.isEmpty }
}
