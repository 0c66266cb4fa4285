import Consolidation
import Forms
public import PlanModel

/// What earlier periods' counting files say: 上期累计 for templates, and for checks.
///
/// It is read from the folders of earlier periods.
public struct History: Hashable, Sendable {
  /// Cumulative figures by unit, period and indicator code.
  private var figures: [Key: [String: FixedDecimal]] = [:]

  /// Those of files that a later one replaced.
  private var superseded: [Key: [String: [FixedDecimal]]] = [:]

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
      for row in files.superseded.flatMap(\.submission.rows) {
        if let value = row.cumulative.figure.number {
          superseded[key, default: [:]][row.code, default: []].append(value)
        }
      }
    }
  }

  /// The period of an indicator before the one that ends with `period`, and whether there is none in the year.
  private func before(_ indicator: Indicator, _ period: Period, _ plan: Plan) -> (period: Period?, startsHere: Bool) {
    let step = max(indicator.frequency.months, period.kind.months)
    let month = period.lastMonth - step
    if month <= 0 || (indicator.isRecurring && plan.periodsDue(indicator, by: period) <= 1) { return (nil, true) }
    return (Period(kind: period.kind, year: period.year, ordinal: month / period.kind.months), false)
  }

  /// 上期累计 by code: the figure of the indicator's own period before this one, never an older one.
  ///
  /// At the start of the year everything that adds up begins at zero; a recurring duty begins with the first period
  /// that is reported.
  public func previous(of unit: String, for period: Period, plan: Plan) -> [String: FixedDecimal] {
    var previous: [String: FixedDecimal] = [:]
    for indicator in plan.indicators(reportedBy: unit, in: period) {
      let before = before(indicator, period, plan)
      if before.startsHere {
        if indicator.measure != .level { previous[indicator.code] = 0 }
      } else if let before = before.period {
        previous[indicator.code] = figures[Key(unit: unit, period: before)]?[indicator.code]
      }
    }
    return previous
  }

  /// What the same period's files said before later ones replaced them, by code.
  func corrected(of unit: String, for period: Period, plan: Plan) -> [String: [FixedDecimal]] {
    var corrected: [String: [FixedDecimal]] = [:]
    for indicator in plan.indicators(reportedBy: unit, in: period) {
      guard let before = before(indicator, period, plan).period else { continue }
      corrected[indicator.code] = superseded[Key(unit: unit, period: before)]?[indicator.code]
    }
    return corrected
  }
}
