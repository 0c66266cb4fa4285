import Consolidation
import Forms
public import PlanModel

/// What earlier periods' counting files say: 上期累计 for templates, and for checks.
///
/// It is read from the folders of earlier periods.
public struct History: Hashable, Sendable {
  /// Cumulative figures by unit, period and indicator code.
  private var figures: [Key: [String: FixedDecimal]] = [:]

  private struct Key: Hashable, Sendable {
    let unit: String
    let period: Period
  }

  public init() {}

  /// Reads the folders; files of `period` and later ones are left out.
  public init(folders: [String], before period: Period, of plan: OpenPlan, workers: Int) async throws(JobError) {
    var candidates: [Candidate] = []
    for folder in folders {
      let inbox = try Inbox(folder: folder)
      let receipts = try ReceiptBook(inbox: folder)
      let checker = FileChecker(plan: plan.plan, rules: plan.rules, period: nil, key: plan.key, history: History())
      let files = inbox.files.filter { $0.kind == .submission }
      let reports = await Batch.map(files, workers: workers) { file in
        checker.check(path: inbox.path(of: file), file: file.name, received: receipts.received(file.name))
      }
      candidates += reports.compactMap(\.candidate)
    }
    add(candidates.filter { $0.submission.period.lastDay < period.lastDay })
  }

  private mutating func add(_ candidates: [Candidate]) {
    let groups = Dictionary(grouping: candidates) { Key(unit: $0.submission.unit, period: $0.submission.period) }
    for (key, group) in groups {
      let files = CountingFiles(group)
      for file in files.counting {
        for row in file.submission.rows where !files.disputed.contains(row.code) {
          if let value = row.cumulative.figure.number { figures[key, default: [:]][row.code] = value }
        }
      }
    }
  }

  /// 上期累计 by code: the figure of the indicator's own period before this one, never an older one.
  ///
  /// At the start of the year everything that adds up begins at zero; a recurring duty begins with the first period
  /// that is reported.
  public func previous(of unit: String, for period: Period, plan: Plan) -> [String: FixedDecimal] {
    var previous: [String: FixedDecimal] = [:]
    for indicator in plan.indicators(reportedBy: unit, in: period) {
      let step = max(indicator.frequency.months, period.kind.months)
      let month = period.lastMonth - step
      let startsHere = plan.periodsDue(indicator, by: period) <= 1
      if month <= 0 || (indicator.isRecurring && startsHere) {
        if indicator.measure != .level { previous[indicator.code] = 0 }
      } else if let before = Period(kind: period.kind, year: period.year, ordinal: month / period.kind.months) {
        previous[indicator.code] = figures[Key(unit: unit, period: before)]?[indicator.code]
      }
    }
    return previous
  }
}
