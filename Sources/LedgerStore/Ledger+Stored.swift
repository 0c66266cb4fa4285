internal import FoundationEssentials
internal import GRDB
public import PlanModel

/// When a file came in, as the ledger has it.
public struct StoredReceipt: Hashable, Sendable {
  public let digest: String
  public let name: String
  public let folder: String
  public let day: CivilDate
  /// True if a list of receipts or the operator said so; else the day on which the ledger first saw it.
  public let isStated: Bool
}

/// What a file, or a part of it, was read as, the last time it was read.
public struct StoredReading: Hashable, Sendable {
  /// The number of its event.
  public let seq: Int64
  public let digest: String
  /// The sheet, of a file with several forms; else empty.
  public let part: String
  /// SHA-256 of the plan file by which it was read.
  public let plan: String
  /// `nil` for a file that is nobody's form.
  public let unit: String?
  public let period: Period?
  let body: String

  /// The form that was read, its figures from the file of this name; `nil` for a file that was refused.
  public func submission(named file: String) throws(LedgerError) -> Submission? {
    try decoded { record in
      try record.submission?.submission(of: .init(name: file, digest: digest))
    }
  }

  /// What reading alone found.
  public func findings(named file: String) throws(LedgerError) -> [Finding] {
    try decoded { record in try record.findings.map { try $0.finding(in: file) } }
  }

  private func decoded<Value>(_ take: (LedgerEvent.Read) throws -> Value) throws(LedgerError) -> Value {
    do {
      return try take(JSONDecoder().decode(LedgerEvent.Read.self, from: Data(body.utf8)))
    } catch {
      throw LedgerError(.unreadableEvent(seq), "", reason: "\(error)")
    }
  }
}

/// What the rules said of a reading, the last time they were asked.
public struct StoredVerdict: Hashable, Sendable {
  public let seq: Int64
  public let reading: Int64
  /// SHA-256 of the plan file whose rules were asked.
  public let plan: String
  public let isAcceptable: Bool
  let body: String

  public func findings(named file: String) throws(LedgerError) -> [Finding] {
    do {
      return try JSONDecoder().decode(LedgerEvent.Judged.self, from: Data(body.utf8)).findings.map {
        try $0.finding(in: file)
      }
    } catch {
      throw LedgerError(.unreadableEvent(seq), "", reason: "\(error)")
    }
  }
}

/// What a person decided about a file.
public struct StoredDecision: Hashable, Sendable {
  public let seq: Int64
  public let decision: FileDecision
  public let digest: String
  public let part: String
  public let unit: String
  public let period: Period
  public let indicator: String?
  public let by: String
  public let at: String
  public let why: String
}

extension Ledger {
  /// Every file by digest and name, with the day that holds: the last that was stated, else the first on which it was
  /// seen.
  public func receipts() throws(LedgerError) -> [StoredReceipt] {
    try fetch { db in
      var order: [String] = []
      var kept: [String: StoredReceipt] = [:]
      let rows = try Row.fetchCursor(db, sql: "SELECT digest, name, folder, day, isStated FROM receipt ORDER BY seq")
      while let row = try rows.next() {
        guard let day = CivilDate(row["day"] as String) else { continue }
        let receipt = StoredReceipt(
          digest: row["digest"], name: row["name"], folder: row["folder"], day: day, isStated: row["isStated"])
        let key = "\(receipt.digest) \(receipt.name)"
        if kept[key] == nil { order.append(key) }
        if kept[key] == nil || receipt.isStated { kept[key] = receipt }
      }
      return order.compactMap { kept[$0] }
    }
  }

  private static let last = """
    SELECT d.seq, d.digest, d.part, d."plan", d.unit, d.period, e.body FROM reading d JOIN event e ON e.seq = d.seq
    WHERE NOT EXISTS (SELECT 1 FROM reading n WHERE n.digest = d.digest AND n.part = d.part AND n.seq > d.seq)
    """

  private static func reading(_ row: Row) -> StoredReading {
    StoredReading(
      seq: row["seq"], digest: row["digest"], part: row["part"], plan: row["plan"], unit: row["unit"],
      period: (row["period"] as String?).flatMap { Period($0) }, body: row["body"])
  }

  /// The forms of a period, each as it was last read, in the order in which they were.
  public func readings(of period: Period) throws(LedgerError) -> [StoredReading] {
    try fetch { db in
      try Row.fetchAll(
        db, sql: "\(Self.last) AND d.period = ? AND d.isRefused = 0 ORDER BY d.seq", arguments: [period.description]
      ).map(Self.reading)
    }
  }

  /// The forms of a unit for periods that end before a day.
  public func readings(of unit: String, before day: CivilDate) throws(LedgerError) -> [StoredReading] {
    try fetch { db in
      try Row.fetchAll(
        db, sql: "\(Self.last) AND d.unit = ? AND d.lastDay < ? AND d.isRefused = 0 ORDER BY d.seq",
        arguments: [unit, day.description]
      ).map(Self.reading)
    }
  }

  /// The parts of a file, each as it was last read; empty for a file that was never read.
  public func readings(ofFile digest: String) throws(LedgerError) -> [StoredReading] {
    try fetch { db in
      try Row.fetchAll(db, sql: "\(Self.last) AND d.digest = ? ORDER BY d.seq", arguments: [digest]).map(Self.reading)
    }
  }

  /// Digests of the files that were read by a plan.
  public func digests(readBy plan: String) throws(LedgerError) -> Set<String> {
    try fetch { db in
      Set(try String.fetchAll(db, sql: "SELECT DISTINCT digest FROM reading WHERE \"plan\" = ?", arguments: [plan]))
    }
  }

  /// The last verdict on a reading; `nil` where the rules were never asked.
  public func verdict(on reading: Int64) throws(LedgerError) -> StoredVerdict? {
    try fetch { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT v.seq, v.reading, v."plan", v.isAcceptable, e.body FROM verdict v JOIN event e ON e.seq = v.seq
            WHERE v.reading = ? ORDER BY v.seq DESC LIMIT 1
            """), arguments: [reading]
      ).map { row in
        StoredVerdict(
          seq: row["seq"], reading: row["reading"], plan: row["plan"], isAcceptable: row["isAcceptable"],
          body: row["body"])
      }
    }
  }

  /// What was decided about the files of a period, in order.
  public func decisions(of period: Period) throws(LedgerError) -> [StoredDecision] {
    try fetch { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT c.seq, c.kind, c.digest, c.part, c.unit, c.indicator, c.why, e.actor, e.at
          FROM decision c JOIN event e ON e.seq = c.seq WHERE c.period = ? ORDER BY c.seq
          """, arguments: [period.description]
      ).compactMap { row in
        FileDecision(rawValue: row["kind"]).map { decision in
          StoredDecision(
            seq: row["seq"], decision: decision, digest: row["digest"], part: row["part"], unit: row["unit"],
            period: period, indicator: row["indicator"], by: row["actor"], at: row["at"], why: row["why"])
        }
      }
    }
  }

  /// The number of the last event that bears on each unit's forms of each period: what was received, read or decided
  /// by a person.
  public func lastChanges() throws(LedgerError) -> [(unit: String, period: Period, seq: Int64)] {
    try fetch { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT unit, period, MAX(seq) AS seq FROM (
            SELECT unit, period, seq FROM reading WHERE isRefused = 0
            UNION ALL
            SELECT d.unit, d.period, c.seq FROM reading d JOIN receipt c ON c.digest = d.digest WHERE d.isRefused = 0
            UNION ALL
            SELECT unit, period, seq FROM decision WHERE kind IN ('withdrawn', 'restored', 'chosen')
          ) GROUP BY unit, period
          """
      ).compactMap { row in
        guard let period = Period(row["period"] as String) else { return nil }
        return (row["unit"], period, row["seq"])
      }
    }
  }
}
