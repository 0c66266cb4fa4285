import Consolidation
import Forms
public import PlanModel
import Validation

/// What earlier periods' counting files say: 上期累计 for templates, and for checks.
///
/// It is read from the folders of earlier periods, last year's among them.
public struct History: Hashable, Sendable {
  /// Rows that count, by unit, period and indicator code; last year's by last year's code.
  private var rows: [Key: [String: Submission.Row]] = [:]

  /// Lists that count, by unit, period and indicator code.
  private var lists: [Key: [String: [Submission.ListRow]]] = [:]

  /// Cumulative figures of files that a later one replaced.
  private var superseded: [Key: [String: [FixedDecimal]]] = [:]

  /// The forms themselves.
  private var candidates: [Candidate] = []

  /// What people decided about the files of each period.
  private var choices: [Period: FileChoices] = [:]

  private struct Key: Hashable, Comparable, Sendable {
    let unit: String
    let period: Period

    static func < (left: Key, right: Key) -> Bool {
      (left.period, left.period.description, left.unit) < (right.period, right.period.description, right.unit)
    }
  }

  public init() {}

  /// SHA-256 over the files that were read; the same for the same files, wherever they lie.
  var fingerprint: String {
    let files = candidates.map { file in
      "\(file.submission.digest) \(file.submission.unit) \(file.received?.description ?? "-")"
    }
    return Digest.hex(of: Array(files.sorted().joined(separator: "\n").utf8))
  }

  /// Reads the folders; files of `period` and later ones are left out.
  ///
  /// Each month's forms are judged by the months before it, as they were when they came in.
  public init(folders: [String], before period: Period, of plan: OpenPlan, workers: Int) async throws(JobError) {
    var forms: [HistoricalForm] = []
    for folder in folders {
      let inbox = try Inbox(folder: folder)
      let receipts = try ReceiptBook(inbox: folder)
      let checker = plan.checker(of: nil, knowing: History())
      // Forms that do not name their period are of the one that the folder is called by.
      let named = Period(FileAccess.name(of: folder))
      let own = named.map { plan.checker(of: $0, knowing: History()) }
      let files = inbox.files.filter { $0.kind == .submission }
      let read = await Batch.map(files, workers: workers) { file in
        let path = inbox.path(of: file)
        var forms = checker.historical(path: path, file: file.name)
        let isNamed = !forms.isEmpty
        if !isNamed, let own { forms = own.historical(path: path, file: file.name) }
        return forms.map {
          HistoricalForm(
            form: $0, path: path, file: file.name, asked: isNamed ? nil : named,
            received: receipts.received(file.name))
        }
      }
      forms += read.flatMap(\.self).filter { $0.period.lastDay < period.lastDay }
    }
    self.init(await Self.judged(forms, plan, workers: workers), of: plan.plan)
  }

  /// The forms with what the rules say, each period's compared with those before it.
  private static func judged(_ forms: [HistoricalForm], _ plan: OpenPlan, workers: Int) async -> [Candidate] {
    let byPeriod = Dictionary(grouping: forms, by: \.period)
    let periods = byPeriod.keys.sorted { ($0.lastDay, $0.description) < ($1.lastDay, $1.description) }
    var earlier: [Candidate] = []
    for period in periods {
      let history = History(earlier, of: plan.plan)
      let forms = byPeriod[period] ?? []
      let own =
        earlier.isEmpty ? forms : await readAnew(forms, plan, knowing: history, workers: workers)
      let checker = plan.checker(of: period, knowing: history)
      earlier += await Batch.map(own, workers: workers) { entry in
        let submission = entry.form.submission
        // Of last year's forms only what they say is of interest.
        let findings =
          period.year == plan.plan.year
          ? checker.findings(of: submission, reading: entry.form.findings) : entry.form.findings
        return Candidate(submission: submission, received: entry.received, findings: findings)
      }
    }
    return earlier
  }

  /// The forms of a period, those read anew that have no 上期累计 printed in: what they add up to depends on the earlier ones.
  private static func readAnew(
    _ forms: [HistoricalForm], _ plan: OpenPlan, knowing history: History, workers: Int
  ) async -> [HistoricalForm] {
    let paths = Set(forms.filter { $0.form.serial == nil }.map(\.path)).sorted()
    guard !paths.isEmpty else { return forms }
    let entries = Dictionary(forms.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let read = await Batch.map(paths, workers: workers) { path in
      entries[path].map { plan.checker(of: $0.asked, knowing: history).historical(path: path, file: $0.file) } ?? []
    }
    let byPath = Dictionary(uniqueKeysWithValues: zip(paths, read))
    return forms.map { entry in
      guard let anew = byPath[entry.path]?.first(where: { $0.submission.file == entry.form.submission.file }) else {
        return entry
      }
      return HistoricalForm(
        form: anew, path: entry.path, file: entry.file, asked: entry.asked, received: entry.received)
    }
  }

  /// A form of an earlier period before it is judged.
  private struct HistoricalForm: Sendable {
    let form: ReadForm
    let path: String
    let file: String
    /// The folder's, for a file that names none.
    let asked: Period?
    let received: CivilDate?
    var period: Period { form.submission.period }
  }

  /// The dispatches of the year's months that end before a period does and of which anything came in.
  func dispatches(of plan: Plan, before period: Period, workers: Int) async throws(JobError) -> [Dispatch] {
    let byPeriod = Dictionary(grouping: candidates, by: \.submission.period)
    // No month asks for another's.
    let months = plan.formPeriods(before: period).filter { byPeriod[$0] != nil }
    let made = await Batch.map(months, workers: workers) { month in
      Result { () throws(JobError) in try dispatch(of: plan, month, byPeriod[month] ?? []) }
    }
    var dispatches: [Dispatch] = []
    for one in made { dispatches.append(try one.get()) }
    return dispatches
  }

  private func dispatch(of plan: Plan, _ month: Period, _ own: [Candidate]) throws(JobError) -> Dispatch {
    do throws(FixedDecimalError) {
      let consolidated = try Consolidator(
        plan: plan, period: month, previous: previous(for: month, plan: plan),
        choices: choices[month] ?? FileChoices()
      )
      .consolidate(own)
      return try Dispatch(consolidated)
    } catch {
      throw JobError(.overflow, month.description)
    }
  }

  /// What the earlier periods leave for one.
  ///
  /// - Parameter adjustments: points that people gave and took in a period.
  func earlierMonths(
    for period: Period, of plan: Plan, workers: Int,
    adjustments: (Period) throws(JobError) -> [Adjustment] = { _ in [] }
  ) async throws(JobError) -> EarlierMonths {
    var (last, lastYear) = (EarlierMonths.Figures(), EarlierMonths.Figures())
    for unit in plan.reportingUnits(in: period) {
      for (code, value) in figuresOfLast(period, unit, plan) { last[code, default: [:]][unit] = value }
      for (code, row) in rows(of: unit, for: period, plan: plan).lastYear {
        if let value = row.cumulative.figure.number { lastYear[code, default: [:]][unit] = value }
      }
    }
    let objects = lists.filter { $0.key.period.year == plan.year && $0.key.period.lastDay < period.lastDay }
      .sorted { $0.key < $1.key }
      .flatMap { key, byCode in
        byCode.sorted { $0.key < $1.key }.flatMap { code, rows in
          rows.compactMap { ListSighting($0, code: code, unit: key.unit, period: key.period) }
        }
      }
    let dispatches = try await dispatches(of: plan, before: period, workers: workers)
    return EarlierMonths(
      dispatches: dispatches, lastPeriod: last, lastYear: lastYear, carried: carried(for: period, plan: plan),
      objects: objects, lastRanks: try ranks(before: period, of: plan, dispatches, adjustments))
  }

  /// What is carried where an item is missing at a period's end: what the form before its last one said.
  private func carried(for period: Period, plan: Plan) -> EarlierMonths.Figures {
    let closing = plan.formPeriod(closing: period)
    var carried: EarlierMonths.Figures = [:]
    let codes = Set(plan.indicators.filter { $0.missing == .carryMarked }.map(\.code))
    guard !codes.isEmpty else { return [:] }
    for (unit, figures) in previous(for: closing, plan: plan) {
      for (code, value) in figures where codes.contains(code) { carried[code, default: [:]][unit] = value }
    }
    return carried
  }

  /// The ranks of the evaluation before a period's; empty where nothing is known of its end, or across the turn of the year.
  private func ranks(
    before period: Period, of plan: Plan, _ dispatches: [Dispatch],
    _ adjustments: (Period) throws(JobError) -> [Adjustment]
  ) throws(JobError) -> [String: Int] {
    guard period.kind != .month, let last = period.previous, last.year == period.year else { return [:] }
    let closing = candidates.filter { last.isClosed(by: $0.submission.period) }
    guard !closing.isEmpty else { return [:] }
    let given = try adjustments(last)
    do {
      return try Consolidator(
        plan: plan, period: last, previous: previous(for: last, plan: plan),
        choices: choices[plan.formPeriod(closing: last)] ?? FileChoices(),
        earlier: EarlierMonths(
          dispatches: dispatches.filter { $0.period.lastDay < last.lastDay }, carried: carried(for: last, plan: plan)),
        adjustments: given
      ).consolidate(closing).evaluation()?.ranks ?? [:]
    } catch {
      throw JobError(.overflow, last.description)
    }
  }

  /// What a unit did in the period before, by code; of a level, how it stood. Nothing across the turn of the year.
  private func figuresOfLast(_ period: Period, _ unit: String, _ plan: Plan) -> [String: FixedDecimal] {
    guard let last = period.previous, last.year == period.year else { return [:] }
    let form = plan.formPeriod(closing: last)
    let opening = form == last ? [:] : previous(of: unit, for: last, plan: plan)
    var figures: [String: FixedDecimal] = [:]
    for indicator in plan.indicators(reportedBy: unit, in: last) where !indicator.isDated {
      guard let row = row(of: unit, last, indicator.code) else { continue }
      let value: FixedDecimal? =
        if indicator.measure == .level {
          row.cumulative.figure.number
        } else if form == last {
          row.current.figure.number
        } else {
          row.cumulative.figure.number.flatMap { value in
            opening[indicator.code].flatMap { try? value.subtracting($0) }
          }
        }
      if let value { figures[indicator.code] = value }
    }
    return figures
  }

  /// What these files say.
  ///
  /// - Parameter choices: what people decided about the files of a period.
  init(_ candidates: [Candidate], of plan: Plan, choices: (Period) -> FileChoices = { _ in FileChoices() }) {
    self.candidates = candidates
    let groups = Dictionary(grouping: candidates) { Key(unit: $0.submission.unit, period: $0.submission.period) }
    for period in Set(groups.keys.map(\.period)) { self.choices[period] = choices(period) }
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
        if let value = row.cumulative.figure.number {
          superseded[key, default: [:]][row.code, default: []].append(value)
        }
      }
    }
  }

  /// The periods of the year before one of which a unit's rows are known, the latest first; of two that end together the
  /// longer first.
  private func known(of unit: String, before period: Period) -> [Period] {
    Period.Kind.allCases.flatMap { Period(kind: .year, year: period.year, ordinal: 1)?.parts($0) ?? [] }
      .filter { $0.lastDay < period.lastDay && rows[Key(unit: unit, period: $0)] != nil }.sorted(by: >)
  }

  /// The period of an indicator before the one that ends with `period`, and whether there is none in the year.
  private func before(_ indicator: Indicator, _ period: Period, _ plan: Plan) -> (period: Period?, startsHere: Bool) {
    let step = max(indicator.frequency.months, period.kind.months)
    let month = period.lastMonth - step
    if month <= 0 || (indicator.isRecurring && plan.periodsDue(indicator, by: period) <= 1) { return (nil, true) }
    return (Period(kind: period.kind, year: period.year, ordinal: month / period.kind.months), false)
  }

  /// The longer form says it where several end together.
  private func row(of unit: String, _ period: Period?, _ code: String) -> Submission.Row? {
    guard let period else { return nil }
    return period.closing.reversed().lazy.compactMap { self.rows[Key(unit: unit, period: $0)]?[code] }.first
  }

  /// 上期累计 on the first form of a longer period, for what was not reported before it.
  private func opening(of unit: String, _ period: Period, _ code: String) -> FixedDecimal? {
    let first = Period.Kind.allCases.filter { $0.months < period.kind.months }.lazy
      .compactMap { period.parts($0).first }.compactMap { self.rows[Key(unit: unit, period: $0)]?[code] }.first
    return first?.previous.figure.number
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
      } else {
        previous[indicator.code] =
          row(of: unit, before.period, indicator.code)?.cumulative.figure.number
          ?? opening(of: unit, period, indicator.code)
      }
    }
    return previous
  }

  /// The same for all units that report, by id.
  func previous(for period: Period, plan: Plan) -> [String: [String: FixedDecimal]] {
    var previous: [String: [String: FixedDecimal]] = [:]
    for unit in plan.reportingUnits(in: period) { previous[unit] = self.previous(of: unit, for: period, plan: plan) }
    return previous
  }

  /// The objects of lists that the form before left open, by the indicator's code.
  func open(of unit: String, for period: Period, plan: Plan) -> [String: [FormLayout.ListObject]] {
    var open: [String: [FormLayout.ListObject]] = [:]
    for indicator in plan.indicators(reportedBy: unit, in: period) where indicator.kind == .list {
      guard let before = before(indicator, period, plan).period,
        let list = before.closing.reversed().lazy
          .compactMap({ self.lists[Key(unit: unit, period: $0)]?[indicator.code] }).first
      else { continue }
      open[indicator.code] = list.compactMap { row in
        let state = row.figure(ListColumn.state.chinese)
        guard case .text(let object) = row.figure(ListColumn.object.chinese) else { return nil }
        // A state that is not known leaves the object open: nothing is dropped on a guess.
        guard case .text(let word) = state else { return .init(name: object, state: ListState.notStarted.rawValue) }
        return ListState(rawValue: word)?.isOpen == false ? nil : .init(name: object, state: word)
      }
    }
    return open
  }

  /// What a form is compared with.
  func earlier(of unit: String, for period: Period, plan: Plan) -> EarlierFigures {
    var earlier = EarlierFigures(previous: previous(of: unit, for: period, plan: plan))
    let known = known(of: unit, before: period)
    let begin = plan.reporting.from?.firstDay
    earlier.isFirst = !plan.formPeriods(before: period).contains { own in begin.map { own.lastDay >= $0 } ?? true }
    for indicator in plan.indicators(reportedBy: unit, in: period) {
      earlier.known[indicator.code] = known.compactMap { own in
        let key = Key(unit: unit, period: own)
        return rows[key]?[indicator.code].map {
          .init(period: own, row: $0, list: lists[key]?[indicator.code] ?? [])
        }
      }
      guard let before = before(indicator, period, plan).period else { continue }
      earlier.superseded[indicator.code] =
        before.closing.reversed().lazy
        .compactMap { self.superseded[Key(unit: unit, period: $0)]?[indicator.code] }.first
      earlier.sums[indicator.code] = sum(of: indicator, unit, until: before, plan)
    }
    return earlier
  }

  /// The indicator's own figures from its first known period on, on top of what that one began with; `nil` where a
  /// period in between is not known.
  private func sum(of indicator: Indicator, _ unit: String, until last: Period, _ plan: Plan) -> FixedDecimal? {
    var period: Period? = last
    var sum = FixedDecimal.zero
    var first: Submission.Row?
    while let own = period, let row = row(of: unit, own, indicator.code) {
      guard let value = row.current.figure.number, let next = try? sum.adding(value) else { return nil }
      (sum, first) = (next, row)
      period = before(indicator, own, plan).period
    }
    return first?.previous.figure.number.flatMap { try? sum.adding($0) }
  }

  /// What the rules of a row may look back at.
  func rows(of unit: String, for period: Period, plan: Plan) -> RowHistory {
    var history = RowHistory()
    for indicator in plan.indicators(reportedBy: unit, in: period) {
      history.last[indicator.code] = row(of: unit, before(indicator, period, plan).period, indicator.code)
      // `2023/2.5.1-02`: the year of last year's plan, and the code that the indicator had in it.
      guard let parts = indicator.continues?.split(separator: "/", maxSplits: 1), parts.count == 2,
        Int(parts[0]) == period.year - 1
      else { continue }
      history.lastYear[indicator.code] = row(of: unit, period.lastYear, String(parts[1]))
    }
    return history
  }
}

extension OpenPlan {
  /// - Parameter period: `nil` takes any period's form.
  fileprivate func checker(of period: Period?, knowing history: History) -> FileChecker {
    FileChecker(
      plan: plan, rules: rules, period: period, key: key, history: { _, _ in history }, contacts: contacts)
  }
}
