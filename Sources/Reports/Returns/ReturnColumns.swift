import Consolidation
import PlanModel

/// The columns of 报送情况: the year's earlier periods stand before this one's, as far as they are known.
struct ReturnColumns {
  /// In order.
  let earlier: [MonthlySnapshot]

  init(_ period: ConsolidatedPeriod) {
    earlier = period.earlier.snapshots
  }

  let number = 0
  let unit = 1
  let firstMonth = 2
  var status: Int { firstMonth + earlier.count }
  var due: Int { status + 1 }
  var first: Int { status + 2 }
  var corrected: Int { status + 3 }
  var expected: Int { status + 4 }
  var reported: Int { status + 5 }
  var omitted: Int { status + 6 }
  /// 迟报, 退回 and 缺报 of the year so far, where there is an earlier period.
  var counts: Range<Int> { omitted + 1..<omitted + 1 + (earlier.isEmpty ? 0 : Self.counted.count) }
  var files: Int { counts.upperBound }
  var words: Int { files + 1 }
  var printed: ClosedRange<Int> { 0...words }
  /// The statuses of all periods.
  var statuses: ClosedRange<Int> { firstMonth...status }

  static let counted: [SubmissionStatus] = [.late, .returned, .missing]

  /// Returns how often a unit's duty ended so in the year so far.
  func times(_ status: SubmissionStatus, of report: UnitReport) -> Int {
    earlier.count { $0.reports[report.unit.id] == status } + (report.status == status ? 1 : 0)
  }

  var headers: [String] {
    ["序号", "单位"] + earlier.map { $0.period.chineseShort } + [
      "报送状态", "应报日期", "首次报送", "更正报送", "应报\n项数", "已报\n项数", "漏报\n项数",
    ]
      + counts.indices.map { "本年\n\(Self.counted[$0 - counts.lowerBound].chinese)" } + ["采用文件", "说明"]
  }

  var leastWidths: [Double] {
    let isLong = !earlier.isEmpty
    return [5, 26] + earlier.map { _ in 6 } + [
      isLong ? 10 : 14, 13, 12, 12, isLong ? 6 : 8, isLong ? 6 : 8, isLong ? 6 : 8,
    ]
      + counts.map { _ in 5.5 } + (isLong ? [34, 36] : [40, 40])
  }

  /// Returns the short word for an earlier period.
  static func word(_ status: SubmissionStatus?) -> String {
    switch status {
    case nil: "—"
    case .undated: "已报"
    case .conflict: "待定"
    case .onTime, .late, .returned, .missing: status?.chinese ?? "—"
    }
  }
}
