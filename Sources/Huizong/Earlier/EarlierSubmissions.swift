import Consolidation
import Forms
import PlanModel
import Validation

/// The submissions of earlier periods that count, and what they leave for a later one.
///
/// They are held against each other by period: of each unit and period, the files that count are those that counted then.
/// Questions about them stand in extensions: previous figures (`previous(of:for:)`), what a form is compared with
/// (`figures(of:for:)`), and the monthly snapshots (`earlierMonths(for:…)`).
struct EarlierSubmissions: Hashable, Sendable {
  let plan: Plan

  /// The forms themselves.
  let candidates: [Candidate]

  /// Files of the folders that could not be read.
  var unread: [UnreadFile] = []

  /// What is wrong with the lists of receipts in the folders.
  var receipts: [EarlierReceipts] = []

  /// What people decided about the files of each period.
  let choices: [Period: FileChoices]

  /// Rows that count, by unit, period and indicator code; last year's by last year's code.
  private var rows: [Key: [String: Submission.Row]] = [:]

  /// Lists that count, by unit, period and indicator code.
  private var lists: [Key: [String: [Submission.ListRow]]] = [:]

  /// Cumulative figures of files that a later one replaced.
  private var superseded: [Key: [String: [FixedDecimal]]] = [:]

  /// A unit and a period.
  private struct Key: Hashable, Comparable, Sendable {
    let unit: String
    let period: Period

    static func < (left: Key, right: Key) -> Bool {
      (left.period, left.period.description, left.unit) < (right.period, right.period.description, right.unit)
    }
  }

  /// - Parameter choices: returns what people decided about the files of a period.
  init(_ candidates: [Candidate] = [], of plan: Plan, choices: (Period) -> FileChoices = { _ in FileChoices() }) {
    self.plan = plan
    self.candidates = candidates
    let groups = Dictionary(grouping: candidates) { Key(unit: $0.submission.unit, period: $0.submission.period) }
    let periods = Set(groups.keys.map(\.period))
    self.choices = Dictionary(uniqueKeysWithValues: periods.map { ($0, choices($0)) })
    for (key, group) in groups {
      // Last year's codes are none of this plan's.
      let indicators = key.period.year == plan.year ? plan.indicators(reportedBy: key.unit, in: key.period) : []
      let files = CountingFiles(group, reporting: indicators, choices: self.choices[key.period] ?? FileChoices())
      for file in files.counting {
        for row in file.submission.rows where !files.disputed.contains(row.code) {
          guard (files.source(of: row.code) ?? file) == file else { continue }
          rows[key, default: [:]][row.code] = row
          if let list = file.submission.lists[row.code] { lists[key, default: [:]][row.code] = list }
        }
      }
      for row in files.superseded.flatMap(\.submission.rows) {
        if let value = row.figure(in: .cumulative).number {
          superseded[key, default: [:]][row.code, default: []].append(value)
        }
      }
    }
  }

  /// SHA-256 over the files that were read; the same for the same files, wherever they lie.
  var fingerprint: String {
    let files = candidates.map { file in
      "\(file.submission.digest) \(file.submission.unit) \(file.received?.description ?? "-")"
    }
    return Digest.hex(of: Array(files.sorted().joined(separator: "\n").utf8))
  }

  // MARK: Single rows

  /// Returns the row of a unit's form that closes a period; of several that end together the longer form's.
  func row(of unit: String, _ period: Period?, _ code: String) -> Submission.Row? {
    period?.firstClosing { rows[Key(unit: unit, period: $0)]?[code] }
  }

  /// Returns the listed objects of a unit's form that closes a period.
  func list(of unit: String, _ period: Period, _ code: String) -> [Submission.ListRow]? {
    period.firstClosing { lists[Key(unit: unit, period: $0)]?[code] }
  }

  /// Returns the cumulative figures that a unit's form replaced in the period that closes another.
  func superseded(of unit: String, _ period: Period, _ code: String) -> [FixedDecimal]? {
    period.firstClosing { superseded[Key(unit: unit, period: $0)]?[code] }
  }

  /// Returns the row of the first of a period's shorter forms.
  func firstRow(of unit: String, within period: Period, _ code: String) -> Submission.Row? {
    Period.Kind.allCases.filter { $0.months < period.kind.months }.lazy
      .compactMap { period.parts($0).first }.compactMap { rows[Key(unit: unit, period: $0)]?[code] }.first
  }

  /// Returns what a unit said of an indicator in some periods, in their order.
  func known(_ code: String, of unit: String, in periods: [Period]) -> [EarlierFigures.Known] {
    periods.compactMap { own in
      let key = Key(unit: unit, period: own)
      return rows[key]?[code].map { .init(period: own, row: $0, list: lists[key]?[code] ?? []) }
    }
  }

  /// Returns the periods of the year before one of which a unit's rows are known, the latest first; of two that end together
  /// the longer first.
  func periods(of unit: String, before period: Period) -> [Period] {
    Period.Kind.allCases.flatMap { Period(kind: .year, year: period.year, ordinal: 1)?.parts($0) ?? [] }
      .filter { $0.lastDay < period.lastDay && rows[Key(unit: unit, period: $0)] != nil }.sorted(by: >)
  }

  /// Returns the listed objects of the plan's year before a period, in the order of periods, units and codes.
  func sightings(before period: Period) -> [ListSighting] {
    lists.filter { $0.key.period.year == plan.year && $0.key.period.lastDay < period.lastDay }
      .sorted { $0.key < $1.key }
      .flatMap { key, byCode in
        byCode.sorted { $0.key < $1.key }.flatMap { code, rows in
          rows.compactMap { ListSighting($0, code: code, unit: key.unit, period: key.period) }
        }
      }
  }
}
