public import PlanModel

extension Indicator {
  /// Returns what a clerk may write into the entry cell, as an example.
  public func entryExample(in period: Period) -> String {
    switch entryKind.content {
    case .words: "一两句话，写做了什么、到哪一步"
    case .number: "数字（没有发生填0）"
    case .day:
      entryKind.hasTotal
        ? "开展的日期（如\(period.lastDay.description)），没有开展的填“未开展”"
        : "办结日期（如\(period.lastDay.description)），没有办结的填“推进中”或“未启动”"
    }
  }
}
