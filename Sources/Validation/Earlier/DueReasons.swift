package import PlanModel

/// Why an item is a unit's to report, so that it cannot be “—”.
package struct DueReasons {
  /// `分解数12户、期限2024-12-31、上期累计176户`; empty where there is none.
  package let words: String

  /// - Parameter earlier: what an earlier form reported, in words.
  package init(
    _ indicator: Indicator, unit: String, previous: FixedDecimal?, in period: Period, earlier: String? = nil
  ) {
    let measure = indicator.measure
    var reasons: [String] = []
    if let share = indicator.allocation[unit], share > 0 {
      reasons.append("分解数\(share.shortest)\(measure)")
    } else if let goal = indicator.goal(of: unit, in: period), goal > 0 {
      reasons.append("应完成\(goal.shortest)\(measure)")
    }
    if let deadline = indicator.deadline { reasons.append("期限\(deadline.date)") }
    if let earlier {
      reasons.append(earlier)
    } else if let previous, !previous.isZero {
      reasons.append("上期累计\(previous.shortest)\(measure)")
    }
    words = reasons.joined(separator: "、")
  }
}
