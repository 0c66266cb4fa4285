import Consolidation
import Forms
import LedgerStore
import PlanModel
import Validation
import XLSXWriting

/// A run over a ledger: what came in is read and noted, the rules are asked where something changed, and what counts is
/// worked out from the whole of it. The order of the runs decides nothing.
struct LedgerSession: Sendable {
  let view: LedgerView
  /// SHA-256 of the plan file.
  let planDigest: String
  let clock: OfficeClock
  let workers: Int
  var converter: LegacyConverter? = .installed
  private let lock: RunLock

  var plan: OpenPlan { view.plan }

  /// Files that are read and noted together: what a crash can cost.
  static let chunk = 32

  /// Opens the ledger, and makes it if there is none; tells the plan what it ends with that is not sealed.
  ///
  /// - Parameter waiting: called once where another run holds the ledger, with who that is.
  init(path: String, plan: OpenPlan, clock: OfficeClock, workers: Int, waiting: (String) -> Void) throws(JobError) {
    planDigest = try plan.digest()
    let unsealed: UnsealedEvents?
    do throws(LedgerError) {
      lock = try RunLock(ledger: path, waiting: waiting)
      let ledger = try UnfinishedFiles.uninterrupted { () throws(LedgerError) in
        try Ledger(path: path, .write, stamp: AuditStamp(at: clock.at), key: plan.key)
      }
      unsealed = try UnsealedEvents(atEndOf: ledger)
      view = try LedgerView(ledger: ledger, plan: plan)
    } catch {
      throw JobError(.ledger(error), path)
    }
    self.clock = clock
    self.workers = workers
    guard let unsealed else { return }
    plan.tellUnsealed(unsealed)
    // Sealed from here on, whether anything new has come in or not.
    try record { _ in }
  }

  /// Copies a ledger as it stands between two runs.
  ///
  /// - Parameter waiting: called once where another run holds the ledger, with who that is.
  static func copy(_ ledger: String, to path: String, waiting: (String) -> Void) throws(JobError) {
    do throws(LedgerError) {
      let lock = try RunLock(ledger: ledger, waiting: waiting)
      defer { withExtendedLifetime(lock) {} }
      // For writing: what a killed run left half done is taken back first.
      try Ledger(path: ledger, .write, stamp: AuditStamp(at: "")).copy(to: path)
    } catch {
      throw JobError(.ledger(error), ledger)
    }
  }

  /// Returns where the ledger ends.
  func head() throws(JobError) -> LedgerHead? { try ask { ledger throws(LedgerError) in try ledger.head() } }

  func ask<Value>(_ question: (Ledger) throws(LedgerError) -> Value) throws(JobError) -> Value {
    try view.ask(question)
  }

  private func record(_ body: (inout LedgerWriter) throws -> Void) throws(JobError) {
    let measures = plan.plan.measures
    try ask { ledger throws(LedgerError) in
      try UnfinishedFiles.uninterrupted { () throws(LedgerError) in
        try ledger.record(AuditStamp(at: clock.at)) { writer in
          try writer.plan(planDigest, measures: measures)
          try body(&writer)
        }
      }
    }
  }

  private func checker(
    _ period: Period, _ earlier: @escaping @Sendable (String, Period) -> EarlierSubmissions
  ) -> FileChecker {
    FileChecker(
      plan: plan.plan, rules: plan.rules, period: period, key: plan.key, earlier: earlier, contacts: plan.contacts,
      limits: plan.limits, converter: converter)
  }

  // MARK: Taking in

  /// Notes the files of a period's inbox, and reads those that were never read by this plan.
  ///
  /// - Parameter progress: called with the number of files noted so far, and of all.
  func take(
    _ inbox: Inbox, for period: Period, receipts: ReceiptBook, progress: (Int, Int) -> Void = { _, _ in }
  ) async throws(JobError) -> (forms: [LedgerView.Taken], attachments: [PeriodIntake.Attachment]) {
    let files = inbox.files.filter { $0.kind == .submission }
    let history = LedgerLookup(view)
    let checker = checker(period) { unit, before in history.of(unit, before: before) }
    let stamps = await Batch.map(files, workers: workers, scratch: { OpenArchives() }) { file, archives in
      checker.fingerprint(file, archives)
    }
    var known: [String: StoredReceipt] = [:]
    for own in period.closing {
      for receipt in try ask({ ledger throws(LedgerError) in try ledger.receipts(of: own) }) {
        known["\(own) \(receipt.digest) \(receipt.name)"] = receipt
      }
    }
    var read = try readBefore(for: period)
    let found = zip(files, stamps).compactMap { file, stamp in stamp.map { (file: file, stamp: $0) } }
    for first in stride(from: 0, to: found.count, by: Self.chunk) {
      let chunk = found[first..<min(first + Self.chunk, found.count)]
      var chosen: Set<String> = []
      let fresh = chunk.filter { read[$0.stamp.digest] == nil && chosen.insert($0.stamp.digest).inserted }
      let parts = await Batch.map(fresh, workers: workers, scratch: { OpenArchives() }) { entry, archives in
        await checker.read(entry.file, archives).parts
      }
      try history.check()
      for (entry, parts) in zip(fresh, parts) { read[entry.stamp.digest] = Self.asked(parts, period) }
      let received = chunk.compactMap { entry in
        receipt(entry.file.name, entry.stamp, inbox, read[entry.stamp.digest] ?? period, receipts, known)
      }
      progress(min(first + Self.chunk, found.count), found.count)
      if received.isEmpty, fresh.isEmpty { continue }
      try record { writer in
        for file in received { try writer.receive(file) }
        for (entry, parts) in zip(fresh, parts) {
          for part in parts {
            try writer.read(
              part.reading, digest: entry.stamp.digest, part: String(part.file.dropFirst(entry.file.name.count)),
              plan: planDigest, key: plan.key?.id, asked: Self.asked(parts, period))
          }
        }
      }
    }
    let attachments = await inbox.attachments(among: inbox.files, plan.limits, workers: workers)
    try takeEvidence(attachments, of: inbox, for: period, receipts: receipts, known)
    let taken = await Batch.map(
      Array(zip(files, stamps)), workers: workers, scratch: { OpenArchives() }
    ) { entry, archives in
      let (file, stamp) = entry
      guard stamp == nil else { return LedgerView.Taken(name: file.name, digest: stamp?.digest) }
      let parts = await checker.read(file, archives).parts
      let why = parts.flatMap { part in
        if case .refused(_, let findings) = part.reading { findings } else { [Finding]() }
      }
      return LedgerView.Taken(name: file.name, digest: nil, unopened: why)
    }
    return (taken, attachments)
  }

  /// Notes the scans and documents beside the forms (佐证); nobody reads them.
  private func takeEvidence(
    _ attachments: [PeriodIntake.Attachment], of inbox: Inbox, for period: Period, receipts: ReceiptBook,
    _ known: [String: StoredReceipt]
  ) throws(JobError) {
    let received = attachments.compactMap { file -> ReceivedFile? in
      guard let digest = file.digest, !period.closing.contains(where: { known["\($0) \(digest) \(file.name)"] != nil })
      else {
        return nil
      }
      let size = FileAccess.state(FileAccess.join(inbox.folder, file.name))?.first ?? 0
      return receipt(
        file.name, FileChecker.Fingerprint(digest: digest, size: size), inbox, plan.plan.formPeriod(closing: period),
        receipts,
        known)
    }
    guard !received.isEmpty else { return }
    try record { writer in
      for file in received { try writer.receive(file) }
    }
  }

  /// Returns the period whose inbox a file belongs to: that of its forms, where a form of June came in for the quarter.
  private static func asked(_ parts: [FilePart], _ period: Period) -> Period {
    let own = Set(
      parts.map { part in if case .form(let form) = part.reading { form.submission.period } else { period } })
    return own.count == 1 ? own.first ?? period : period
  }

  /// Returns the files that need not be read again, with the period that they were read for. What was refused for a
  /// shorter period may be taken for a longer one.
  private func readBefore(for period: Period) throws(JobError) -> [String: Period] {
    var read: [String: Period] = [:]
    let keyID = plan.key?.id
    for own in period.closing {
      let digests = try ask { ledger throws(LedgerError) in
        try ledger.digests(readBy: planDigest, key: keyID, asked: own)
      }
      let readings =
        own == period ? [:] : try ask { ledger throws(LedgerError) in try ledger.readings(asked: own) }
      for digest in digests where own == period || readings[digest]?.allSatisfy({ $0.period == own }) == true {
        read[digest] = own
      }
    }
    return read
  }

  /// Returns what is to be noted of a file; `nil` where the ledger has it already.
  private func receipt(
    _ name: String, _ stamp: FileChecker.Fingerprint, _ inbox: Inbox, _ period: Period, _ receipts: ReceiptBook,
    _ known: [String: StoredReceipt]
  ) -> ReceivedFile? {
    let before = known["\(period) \(stamp.digest) \(name)"]
    // What a list says holds over what the operator says of the rest, and that only of a file seen for the first time.
    let stated = receipts.listed(name) ?? (before == nil ? receipts.stated(of: name) : nil)
    if let before, stated == nil || (before.isStated && before.day == stated) { return nil }
    return ReceivedFile(
      digest: stamp.digest, name: name, folder: inbox.folder, period: period, size: stamp.size,
      day: stated ?? clock.day, isStated: stated != nil)
  }

  // MARK: Asking the rules

  /// Asks the rules of every form up to a period on which something bears since they were last asked.
  ///
  /// A form is compared with those before it, so that a late correction is felt in all that came after.
  func settle(through period: Period) async throws(JobError) {
    let readings = try ask { ledger throws(LedgerError) in try ledger.judged(through: period.lastDay) }
    var changes: [String: [(period: Period, seq: Int64)]] = [:]
    for change in try ask({ ledger throws(LedgerError) in try ledger.lastChanges() }) {
      changes[change.unit, default: []].append((change.period, change.seq))
    }
    let byUnit = Dictionary(grouping: readings, by: \.unit)
    let stale = plan.plan.units.map(\.id).filter { unit in
      (byUnit[unit] ?? []).contains { isStale($0, changes[unit] ?? []) }
    }
    guard !stale.isEmpty else { return }
    let names = try view.names()
    let lastChanges = changes
    for first in stride(from: 0, to: stale.count, by: Self.chunk) {
      let units = Array(stale[first..<min(first + Self.chunk, stale.count)])
      let verdicts = await Batch.map(units, workers: workers) { unit in
        Result { () throws(JobError) in
          try judge(unit, through: period, names: names) { reading in isStale(reading, lastChanges[unit] ?? []) }
        }
      }
      var all: [RevalidatedReading] = []
      for result in verdicts { all += try result.get() }
      try record { writer in
        for verdict in all {
          try writer.judge(
            reading: verdict.reading, plan: planDigest, findings: verdict.findings,
            isAcceptable: verdict.isAcceptable)
        }
      }
    }
  }

  /// Returns true if the reading is to be judged again; of last year's forms only what they say is of interest.
  private func isStale(_ reading: JudgedReading, _ changes: [(period: Period, seq: Int64)]) -> Bool {
    guard reading.period.year == plan.plan.year else { return false }
    guard let verdict = reading.verdict, reading.plan == planDigest else { return true }
    return changes.contains { $0.period.lastDay <= reading.period.lastDay && $0.seq > verdict }
  }

  private struct RevalidatedReading: Sendable {
    let reading: Int64
    let findings: [Finding]
    let isAcceptable: Bool
  }

  private func judge(
    _ unit: String, through period: Period, names: LedgerView.Names, isStale: (JudgedReading) -> Bool
  ) throws(JobError) -> [RevalidatedReading] {
    let day = period.lastDay.next
    let readings = try ask { ledger throws(LedgerError) in try ledger.readings(of: unit, before: day) }
    var verdicts: [RevalidatedReading] = []
    var earlier: [Candidate] = []
    var mustJudge = false
    var choices: [Period: FileChoices] = [:]
    var byPeriod: [Period: [StoredReading]] = [:]
    for reading in readings {
      if let own = reading.period { byPeriod[own, default: []].append(reading) }
    }
    for (own, readings) in byPeriod.inTime {
      var candidates: [Candidate] = []
      let known = EarlierSubmissions(earlier, of: plan.plan) { choices[$0] ?? FileChoices() }
      choices[own] = try view.choices(of: own)
      let checker = checker(own) { _, _ in known }
      for reading in readings {
        let files = names.of(reading)
        guard let first = files.first, let (submission, restated) = try view.submission(reading, first.name) else {
          continue
        }
        let last = try ask { ledger throws(LedgerError) in try ledger.verdict(on: reading.seq) }
        let state = JudgedReading(reading: reading.seq, unit: unit, period: own, verdict: last?.seq, plan: last?.plan)
        var findings: [Finding]
        if mustJudge && own.year == plan.plan.year || isStale(state) {
          mustJudge = true
          let found = try ask { _ throws(LedgerError) in try reading.findings(named: first.name) }
          findings = checker.findings(of: submission, reading: found + restated)
          let candidate = Candidate(submission: submission, received: first.day, findings: findings)
          verdicts.append(
            RevalidatedReading(reading: reading.seq, findings: findings, isAcceptable: candidate.isAcceptable))
        } else {
          findings = try ask { _ throws(LedgerError) in try last?.findings(named: first.name) ?? [] }
        }
        candidates += files.map { file in
          Candidate(submission: submission.named(file.name), received: file.day, findings: findings.named(file.name))
        }
      }
      earlier += candidates
      earlier += try view.entered(of: own, unit: unit)
    }
    return verdicts
  }

  // MARK: Noting what becomes of files

  /// Notes for each file of a period whether it counts, goes back or was replaced, where that is new.
  func note(_ period: ConsolidatedPeriod) throws(JobError) {
    var last: [String: FileDecision] = [:]
    for own in period.period.closing {
      for decision in try ask({ ledger throws(LedgerError) in try ledger.decisions(of: own) }) {
        guard [.accepted, .returned, .superseded].contains(decision.decision) else { continue }
        last["\(own) \(decision.digest)\(decision.part)"] = decision.decision
      }
    }
    var news: [(Submission, FileDecision, String)] = []
    for report in period.units {
      let groups: [([Candidate], FileDecision, String)] = [
        (report.files.counting, .accepted, "计入汇总"), (report.files.superseded, .superseded, "已由后来的文件替代"),
        (report.files.returned, .returned, "有必须改正的问题"),
      ]
      for (files, decision, why) in groups {
        for file in files.filter({ !$0.isManual }).map(\.submission) {
          let part = Self.part(of: file.file)
          guard last.updateValue(decision, forKey: "\(file.period) \(file.digest)\(part)") != decision else { continue }
          news.append((file, decision, why))
        }
      }
    }
    guard !news.isEmpty else { return }
    try record { writer in
      for (file, decision, why) in news {
        try writer.decide(
          decision, digest: file.digest, part: Self.part(of: file.file), unit: file.unit, period: file.period,
          why: why)
      }
    }
  }

  /// Returns the part that a name means, `［东县］`, of a file with a sheet for each unit.
  private static func part(of file: String) -> String {
    guard file.hasSuffix("］"), let start = file.lastIndex(of: "［") else { return "" }
    return String(file[start...])
  }
}
