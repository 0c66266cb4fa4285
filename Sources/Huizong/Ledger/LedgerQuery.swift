import LedgerStore
public import PlanModel
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
    let lines: [String]

    public func text() -> String { lines.joined(separator: "\n") }
  }

  /// Proves the chain of events.
  ///
  /// - Parameter head: a digest noted down earlier, which must be in the chain.
  public func verify(head: String? = nil, in language: Language) throws(JobError) -> Proof {
    let report = try ask { ledger throws(LedgerError) in try ledger.verify() }
    var lines = report.faults.map { Self.line($0, language) }
    if let head, !(try ask { ledger throws(LedgerError) in try ledger.holds(head) }) {
      lines.append(Self.missing(head, language))
    }
    let isSound = lines.isEmpty
    lines += Self.verdict(report, faults: lines.count, language)
    return Proof(events: report.events, head: report.head, isSound: isSound, lines: lines)
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
    try ask { ledger throws(LedgerError) in try ledger.history(of: subject, period: period) }.map { line in
      let own = line.period.map { "[\($0)] " } ?? ""
      let who = line.by == AuditStamp.program ? "" : Self.bracketed(line.by, language)
      return "\(line.at) \(own)\(line.name) \(Self.words(line, plan, language))\(who)"
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
    guard let old = try ask({ _ throws(LedgerError) in try before.submission(named: names.0) }),
      let new = try ask({ _ throws(LedgerError) in try last.submission(named: names.1) })
    else { return [] }
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
  /// - Parameter write: called with the text, piece by piece.
  public func export(_ view: String, as format: ExportFormat, to write: ([UInt8]) -> Void) throws(JobError) {
    guard Ledger.views.contains(view) else { throw JobError(.unknownView(known: Ledger.views), view) }
    var columns: [String] = []
    var buffer: [UInt8] = []
    try ask { ledger throws(LedgerError) in
      try ledger.export(view) { values in
        if columns.isEmpty {
          columns = values.compactMap(\.self)
          if format == .csv { buffer += Array((columns.map(CSVText.field).joined(separator: ",") + "\n").utf8) }
        } else if format == .csv {
          buffer += Array((values.map { CSVText.field($0 ?? "") }.joined(separator: ",") + "\n").utf8)
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
