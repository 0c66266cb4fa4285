import Consolidation
import Forms
import LedgerStore
import PlanModel

/// What a ledger holds, as the rest of the program knows it: files that may count, and what was decided about them.
struct LedgerView: Sendable {
  let ledger: Ledger
  let plan: OpenPlan
  /// What the plans by which something was read or entered measure in, by digest and indicator code.
  private let measures: [String: [String: String]]

  init(ledger: Ledger, plan: OpenPlan) throws(LedgerError) {
    self.ledger = ledger
    self.plan = plan
    measures = try ledger.measures()
  }

  /// Does something with the ledger, its errors as a job has them.
  func ask<Value>(_ question: (Ledger) throws(LedgerError) -> Value) throws(JobError) -> Value {
    do throws(LedgerError) {
      return try question(ledger)
    } catch {
      throw JobError(.ledger(error), ledger.path)
    }
  }

  /// Returns a form as the plan measures now, with what that changes of what was read by another; `nil` for a file that was
  /// refused.
  func submission(
    _ reading: StoredReading, _ name: String
  ) throws(JobError) -> (submission: Submission, findings: [Finding])? {
    let submission = try ask { _ throws(LedgerError) in try reading.submission(named: name) }
    return submission?.restated(from: measures[reading.plan] ?? [:], by: plan.plan)
  }

  /// The names under which files came in, by period and digest.
  struct Names: Sendable {
    struct File: Hashable, Sendable {
      let name: String
      let day: CivilDate
    }

    private var files: [String: [File]] = [:]

    init(_ receipts: [StoredReceipt]) {
      // A name that stands for several files is told apart by the digest; the last one keeps it.
      let byName = Dictionary(grouping: receipts) { "\($0.period) \($0.name)" }
      for receipt in receipts {
        let same = byName["\(receipt.period) \(receipt.name)"] ?? []
        let last = same.max { ($0.day, $0.digest) < ($1.day, $1.digest) }
        let name = last?.digest == receipt.digest ? receipt.name : "\(receipt.name)（\(receipt.digest.prefix(8))）"
        files["\(receipt.period) \(receipt.digest)", default: []].append(File(name: name, day: receipt.day))
      }
    }

    /// Returns the files of a reading in the order of their names.
    func of(_ reading: StoredReading) -> [File] {
      (files["\(reading.asked) \(reading.digest)"] ?? []).map { File(name: $0.name + reading.part, day: $0.day) }
        .sorted { $0.name < $1.name }
    }
  }

  func names() throws(JobError) -> Names {
    Names(try ask { ledger throws(LedgerError) in try ledger.receipts() })
  }

  /// Returns the forms that say how a period ends, as they were last judged.
  func candidates(of period: Period) throws(JobError) -> [Candidate] {
    var candidates: [Candidate] = []
    for own in period.closing { candidates += try ownCandidates(of: own) }
    return candidates
  }

  /// Returns the forms of a period.
  func ownCandidates(of period: Period) throws(JobError) -> [Candidate] {
    let names = Names(try ask { ledger throws(LedgerError) in try ledger.receipts(of: period) })
    var candidates: [Candidate] = []
    for reading in try ask({ ledger throws(LedgerError) in try ledger.readings(of: period) }) {
      candidates += try self.candidates(reading, names)
    }
    return candidates + (try entered(of: period))
  }

  /// Returns what people entered by hand for a period, of each item the last entry; for one unit, or for all.
  func entered(of period: Period, unit: String? = nil) throws(JobError) -> [Candidate] {
    var last: [String: StoredEntry] = [:]
    for entry in try ask({ ledger throws(LedgerError) in try ledger.entries(of: period, unit: unit) })
    where entry.kind == .figure {
      last["\(entry.unit) \(entry.indicator ?? "")"] = entry
    }
    var candidates: [Candidate] = []
    for entry in last.values.sorted(by: { $0.seq < $1.seq }) {
      guard let code = entry.indicator, let indicator = plan.plan.indicator(code: code),
        let day = CivilDate(String(entry.at.prefix(10)))
      else { continue }
      let previous = try earlier(of: entry.unit, before: period).previous(of: entry.unit, for: period)
      let measure = entry.plan.flatMap { measures[$0]?[code] } ?? indicator.measure
      candidates.append(
        ManualEntry(entry: entry, indicator: indicator, measure: measure, previous: previous[code], day: day).candidate)
    }
    return candidates
  }

  private func candidates(_ reading: StoredReading, _ names: Names) throws(JobError) -> [Candidate] {
    let files = names.of(reading)
    guard let first = files.first, let submission = try submission(reading, first.name)?.submission else { return [] }
    let verdict = try ask { ledger throws(LedgerError) in try ledger.verdict(on: reading.seq) }
    // A form of this year that was read and never judged may not count: a run was cut short.
    if verdict == nil, reading.period?.year == plan.plan.year { return [] }
    let findings = try ask { _ throws(LedgerError) in try verdict?.findings(named: first.name) ?? [] }
    return files.map { file in
      Candidate(submission: submission.named(file.name), received: file.day, findings: findings.named(file.name))
    }
  }

  /// Returns the submissions of a unit before a period.
  func earlier(of unit: String, before period: Period) throws(JobError) -> EarlierSubmissions {
    try earlier(candidates(of: unit, before: period))
  }

  /// Returns submissions with what people decided about their files.
  func earlier(_ candidates: [Candidate]) throws(JobError) -> EarlierSubmissions {
    var choices: [Period: FileChoices] = [:]
    for own in Set(candidates.map(\.submission.period)) { choices[own] = try self.choices(of: own) }
    return EarlierSubmissions(candidates, of: plan.plan) { choices[$0] ?? FileChoices() }
  }

  /// Returns a unit's forms of periods that ended before one, and what was entered for it by hand.
  func candidates(of unit: String, before period: Period) throws(JobError) -> [Candidate] {
    let readings = try ask { ledger throws(LedgerError) in try ledger.readings(of: unit, before: period.lastDay) }
    let names = Names(try ask { ledger throws(LedgerError) in try ledger.receipts(unit: unit) })
    var candidates: [Candidate] = []
    for reading in readings { candidates += try self.candidates(reading, names) }
    let entries = try ask { ledger throws(LedgerError) in try ledger.entries(unit: unit) }
    for own in Set(entries.map(\.period)) where own.lastDay < period.lastDay {
      candidates += try entered(of: own, unit: unit)
    }
    return candidates
  }

  /// Returns the points given and taken by hand for a period or a part of it, in the order of their entry.
  func adjustments(of period: Period) throws(JobError) -> [Adjustment] {
    try ask { ledger throws(LedgerError) in try ledger.entries() }.compactMap { entry in
      guard entry.kind == .points, entry.period.firstDay >= period.firstDay, entry.period.lastDay <= period.lastDay,
        let day = CivilDate(String(entry.at.prefix(10)))
      else { return nil }
      return Adjustment(
        unit: entry.unit, period: entry.period, points: entry.value, why: entry.why, by: entry.by, at: day,
        evidence: entry.evidence?.name ?? "", digest: entry.evidence?.digest ?? "")
    }
  }

  /// Returns what people decided about the files that say how a period ends.
  func choices(of period: Period) throws(JobError) -> FileChoices {
    var decisions: [StoredDecision] = []
    for own in period.closing {
      decisions += try ask { ledger throws(LedgerError) in try ledger.decisions(of: own) }
    }
    var choices = FileChoices()
    for decision in decisions.sorted(by: { $0.seq < $1.seq }) {
      switch decision.decision {
      case .withdrawn: choices.withdrawn[decision.digest] = "\(decision.why)（\(decision.by)）"
      case .restored:
        choices.withdrawn[decision.digest] = nil
        choices.chosen.append(.init(unit: decision.unit, indicator: decision.indicator, digest: decision.digest))
      case .chosen:
        choices.chosen.append(.init(unit: decision.unit, indicator: decision.indicator, digest: decision.digest))
      case .accepted, .returned, .superseded: continue
      }
    }
    return choices
  }
}

extension Submission {
  /// Returns the same submission, from a file of another name.
  func named(_ file: String) -> Submission {
    var copy = self
    copy.file = file
    return copy
  }
}

extension [Finding] {
  func named(_ file: String) -> [Finding] {
    map { finding in
      Finding(
        id: finding.id, rule: finding.rule, grade: finding.grade, resolution: finding.resolution, unit: finding.unit,
        file: file, sheet: finding.sheet, cells: finding.cells, indicator: finding.indicator, column: finding.column,
        text: finding.text, value: finding.value, expected: finding.expected, difference: finding.difference)
    }
  }
}
