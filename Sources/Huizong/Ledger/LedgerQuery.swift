import Forms
import LedgerStore
public import PlanModel
import Reports
import SpreadsheetML

/// Questions to a ledger: `huizong ledger verify`, `history`, `diff`, `export`.
public struct LedgerQuery: Sendable {
  let ledger: Ledger

  public init(path: String) throws(JobError) {
    do throws(LedgerError) {
      ledger = try Ledger(path: path, .read, stamp: AuditStamp(at: ""))
    } catch {
      throw JobError(.ledger(error), path)
    }
  }

  private func ask<Value>(_ question: (Ledger) throws(LedgerError) -> Value) throws(JobError) -> Value {
    do throws(LedgerError) {
      return try question(ledger)
    } catch {
      throw JobError(.ledger(error), ledger.path)
    }
  }

  // MARK: verify

  /// What proving a ledger came to.
  public struct Proof: Hashable, Sendable {
    public let events: Int
    /// The digest of the last event.
    public let head: String
    public let isSound: Bool
    /// Whether every event was recorded with the key at hand, and that was proved.
    public let isSealed: Bool
    let lines: [String]

    public func text() -> String { lines.joined(separator: "\n") }
  }

  /// Proves the ledger by the key of a plan, or that of a file; where neither is named, without its seals.
  public func verify(
    head: String?, plan: String?, keyPath: String?, in language: Language
  ) throws(JobError) -> Proof {
    let key = try OpenPlan.signingKey(ofPlan: plan, orAt: keyPath)
    return try verify(head: head, key: key, hasPlan: plan != nil, in: language)
  }

  /// Proves the events, what is made of them, and that the key sealed them.
  ///
  /// - Parameters:
  ///   - head: a digest noted down earlier, which must be in the chain; blanks in it and its case do not matter.
  ///   - key: with which the ledger was sealed; `nil` leaves that unproved.
  ///   - hasPlan: whether a plan was asked for the key.
  /// - Throws: `.unreadableDigest` for a head that is none.
  func verify(
    head: String? = nil, key: SigningKey? = nil, hasPlan: Bool = false, in language: Language
  ) throws(JobError) -> Proof {
    let head = try head.map(Self.digest)
    let proof = try ask { ledger throws(LedgerError) in try ledger.verify(key: key) }
    var lines = proof.faults.map { Self.line($0, language) }
    if let head, !(try ask { ledger throws(LedgerError) in try ledger.holds(head) }) {
      lines.append(Self.missing(head, language))
    }
    let isSound = lines.isEmpty
    lines += Self.verdict(proof, faults: lines.count, language)
    lines += Self.sealing(proof, key: key, hasPlan: hasPlan, language)
    return Proof(
      events: proof.events, head: proof.head, isSound: isSound, isSealed: key != nil && proof.unsealed.isEmpty,
      lines: lines)
  }

  /// Returns the digest that somebody typed: on paper it stands in groups.
  private static func digest(_ text: String) throws(JobError) -> String {
    let digest = text.lowercased().filter { !$0.isWhitespace }
    guard digest.utf8.count == 64, digest.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      throw JobError(.unreadableDigest, text.onOneLine)
    }
    return digest
  }

  /// Returns what is wrong with the ledger.
  func faults(key: SigningKey?) throws(JobError) -> [LedgerProof.Fault] {
    try ask { ledger throws(LedgerError) in try ledger.verify(key: key) }.faults
  }

  /// Writes the page that is signed, if the ledger can be proved.
  ///
  /// - Throws: `.ledgerNotProved` with what is wrong.
  public func writeCertificate(of plan: OpenPlan, clock: OfficeClock, to path: String) throws(JobError) {
    let proof = try ask { ledger throws(LedgerError) in try ledger.verify(key: plan.key) }
    guard proof.faults.isEmpty else { throw JobError(.ledgerNotProved(proof.faults), ledger.path) }
    let counts = try ask { ledger throws(LedgerError) in try ledger.counts() }
    let facts = LedgerCertificate.Facts(
      file: FileAccess.name(of: ledger.path), events: proof.events, lastRecorded: counts.lastRecorded, head: proof.head,
      key: plan.key != nil && proof.unsealed.isEmpty ? plan.key?.id : nil, unsealed: Self.ranges(proof, .chinese),
      files: counts.files, readings: counts.readings, decisions: counts.decisions, entries: counts.entries,
      issued: clock.at)
    do {
      try LedgerCertificate(plan: plan.plan, facts: facts).write(to: path)
    } catch {
      throw JobError(writing: path, error)
    }
  }

  // MARK: history

  /// Returns what was recorded of a unit, an indicator or a file, a line each.
  ///
  /// - Parameter subject: a unit's name or id, an indicator's code, a file's name or the beginning of its digest.
  public func history(
    of subject: String, period: Period?, plan: Plan, in language: Language
  ) throws(JobError) -> [String] {
    if let unit = plan.unit(named: subject) {
      return try lines(.unit(unit.id), period, plan, language)
    }
    if plan.indicator(code: subject) != nil { return try lines(.indicator(subject), period, plan, language) }
    let forms = try ask { ledger throws(LedgerError) in try ledger.forms(named: subject) }
    guard !forms.isEmpty else { throw JobError(.unknownInLedger, subject) }
    var lines: [String] = []
    var seen: Set<String> = []
    for form in forms where seen.insert(form.digest).inserted {
      lines += try self.lines(.file(form.digest), period, plan, language)
    }
    return lines
  }

  private func lines(
    _ subject: Ledger.Subject, _ period: Period?, _ plan: Plan, _ language: Language
  ) throws(JobError) -> [String] {
    let measures = try ask { ledger throws(LedgerError) in try ledger.measures() }
    return try ask { ledger throws(LedgerError) in try ledger.history(of: subject, period: period) }.map { line in
      let own = line.period.map { "[\($0)] " } ?? ""
      let name = line.name.isEmpty ? "" : line.name + " "
      let who = line.by == AuditStamp.program ? "" : Self.bracketed(line.by, language)
      return
        "\(line.at) \(own)\(name)\(Self.words(line, plan, language))\(Self.measure(of: line, measures, plan, language))\(who)"
    }
  }

  // MARK: diff

  /// Returns what a unit's last file of a period changed against the one before: cells, and which of them bear on
  /// totals.
  public func difference(of unit: Unit, period: Period, plan: Plan, in language: Language) throws(JobError) -> [String]
  {
    var receipts: [StoredReceipt] = []
    var all: [StoredReading] = []
    for own in period.closing {
      receipts += try ask { ledger throws(LedgerError) in try ledger.receipts(of: own) }
      all += try ask { ledger throws(LedgerError) in try ledger.readings(of: own) }
    }
    let days = Dictionary(receipts.map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first })
    let readings = all.filter { $0.unit == unit.id && days[$0.digest] != nil }
    // By the day of receipt; what came in on one day in the order in which it was read.
    let ordered = readings.sorted { left, right in
      let (a, b) = (days[left.digest]?.day, days[right.digest]?.day)
      return a == b ? left.seq < right.seq : (a ?? period.firstDay) < (b ?? period.firstDay)
    }
    guard let last = ordered.last, let before = ordered.dropLast().last else {
      return [Self.nothingToCompare(unit, period, files: ordered.count, language)]
    }
    let names = (days[before.digest]?.name ?? "", days[last.digest]?.name ?? "")
    let measures = try ask { ledger throws(LedgerError) in try ledger.measures() }
    func form(_ reading: StoredReading, _ name: String) throws(JobError) -> Submission? {
      try ask { _ throws(LedgerError) in try reading.submission(named: name) }?
        .restated(from: measures[reading.plan] ?? [:], by: plan).submission
    }
    guard let old = try form(before, names.0), let new = try form(last, names.1) else { return [] }
    return Self.lines(SubmissionDifference(old, new).changes, from: names.0, to: names.1, plan, language)
  }

  // MARK: export

  public enum ExportFormat: String, Sendable, CaseIterable {
    case csv, jsonl
  }

  /// Names of what can be exported.
  public static var views: [String] { Ledger.views }

  /// Writes a view of the ledger as text, a row to a line.
  ///
  /// - Parameters:
  ///   - isMarked: begins CSV with the mark that Excel looks for.
  ///   - write: called with the text, piece by piece.
  public func export(
    _ view: String, as format: ExportFormat, marked isMarked: Bool = false, to write: ([UInt8]) -> Void
  ) throws(JobError) {
    guard Ledger.views.contains(view) else { throw JobError(.unknownView(known: Ledger.views), view) }
    var columns: [String] = []
    var buffer: [UInt8] = []
    try ask { ledger throws(LedgerError) in
      try ledger.export(view) { values in
        if columns.isEmpty {
          columns = values.compactMap(\.self)
          if format == .csv { buffer += Array(((isMarked ? CSVText.mark : "") + CSVText.line(columns)).utf8) }
        } else if format == .csv {
          buffer += Array(CSVText.line(values.map { $0 ?? "" }).utf8)
        } else {
          Self.append(zip(columns, values), to: &buffer)
        }
        if buffer.count > 1 << 16 {
          write(buffer)
          buffer = []
        }
      }
    }
    write(buffer)
  }

  /// Appends a row as an object of JSON.
  private static func append(_ fields: Zip2Sequence<[String], [String?]>, to buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    for (index, (name, value)) in fields.enumerated() {
      if index > 0 { buffer += ", ".utf8 }
      JSONText.append(name, to: &buffer)
      buffer += ": ".utf8
      if let value { JSONText.append(value, to: &buffer) } else { buffer += "null".utf8 }
    }
    buffer += "}\n".utf8
  }
}
