import Consolidation
import OfficeStyle
import PlanModel

/// What 得分明细 holds and on which rows; 排名考评 refers to its cells.
struct ScoreTable {
  /// One county or department with its rows.
  struct Entry {
    let score: Score
    /// Zero-based; the rows of items, deductions and adjustments follow.
    let head: Int
    let items: Range<Int>
    /// 迟报, 缺报, 退回.
    let reports: Range<Int>
    /// Yellow and red lights.
    let lights: Range<Int>
    let adjustments: Range<Int>
  }

  let evaluation: Evaluation
  let counties: [Entry]
  let departments: [Entry]

  static let headerRow = SheetHead.rows
  static let firstRow = headerRow + 1

  /// In the order of the sheet.
  var entries: [Entry] { counties + departments }

  init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
    var row = Self.firstRow
    counties = evaluation.counties.map { Self.entry($0, &row) }
    departments = evaluation.departments.map { Self.entry($0, &row) }
  }

  private static func entry(_ score: Score, _ row: inout Int) -> Entry {
    func rows(_ count: Int) -> Range<Int> {
      defer { row += count }
      return row..<row + count
    }
    let head = rows(1).lowerBound
    return Entry(
      score: score, head: head, items: rows(score.items.count), reports: rows(score.deductions.count { !$0.isLight }),
      lights: rows(score.deductions.count(where: \.isLight)), adjustments: rows(score.adjustments.count))
  }
}

extension Score.Deduction {
  /// True if a light is the cause, not a report.
  var isLight: Bool {
    switch cause {
    case .late, .missing, .returned: false
    case .yellow, .red: true
    }
  }
}
