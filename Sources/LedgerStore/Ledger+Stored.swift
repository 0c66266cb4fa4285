internal import FoundationEssentials
internal import GRDB
public import PlanModel

/// When a file came in, as the ledger has it.
public struct StoredReceipt: Hashable, Sendable {
  public let digest: String
  public let name: String
  public let folder: String
  /// The period in whose inbox it lay.
  public let period: Period
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
  /// The period whose forms were asked for.
  public let asked: Period
  /// `nil` for a file that is nobody's form.
  public let unit: String?
  public let period: Period?
  let body: String

  /// Returns the form that was read, its figures from the file of this name; `nil` for a file that was refused.
  public func submission(named file: String) throws(LedgerError) -> Submission? {
    try decoded { record in
      try record.submission?.submission(of: .init(name: file, digest: digest))
    }
  }

  /// Returns what reading alone found.
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
  /// Returns the files of a period's inbox, of a unit, or of all, by digest and name, with the day that holds: the last
  /// that was stated, else the first on which it was seen.
  public func receipts(of period: Period? = nil, unit: String? = nil) throws(LedgerError) -> [StoredReceipt] {
    try fetch { db in
      var order: [String] = []
      var kept: [String: StoredReceipt] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT digest, name, folder, period, day, isStated FROM receipt
          WHERE (:period IS NULL OR period = :period)
            AND (:unit IS NULL OR digest IN (SELECT digest FROM reading WHERE unit = :unit))
          ORDER BY seq
          """, arguments: ["period": period?.description, "unit": unit])
      while let row = try rows.next() {
        let receipt = try StoredReceipt(
          digest: row.value("digest"), name: row.value("name"), folder: row.value("folder"),
          period: row.period("period"), day: row.value("day") { CivilDate($0) },
          isStated: row.value("isStated"))
        let key = "\(receipt.period) \(receipt.digest) \(receipt.name)"
        if kept[key] == nil { order.append(key) }
        if kept[key] == nil || receipt.isStated { kept[key] = receipt }
      }
      return order.compactMap { kept[$0] }
    }
  }

  private static let last = """
    SELECT d.seq, d.digest, d.part, d."plan", d.asked, d.unit, d.period, e.body
    FROM reading d JOIN event e ON e.seq = d.seq
    WHERE NOT EXISTS (
      SELECT 1 FROM reading n WHERE n.digest = d.digest AND n.part = d.part AND n.asked = d.asked AND n.seq > d.seq)
    """

  private static func reading(_ row: Row) throws -> StoredReading {
    try StoredReading(
      seq: row.value("seq"), digest: row.value("digest"), part: row.value("part"), plan: row.value("plan"),
      asked: row.period("asked"), unit: row.value("unit"), period: row.periodIfAny("period"), body: row.value("body"))
  }

  /// Returns the forms of a period, each as it was last read, in the order in which they were.
  public func readings(of period: Period) throws(LedgerError) -> [StoredReading] {
    try fetch { db in
      try Row.fetchAll(
        db, sql: "\(Self.last) AND d.period = ? AND d.asked = d.period AND d.isRefused = 0 ORDER BY d.seq",
        arguments: [period.description]
      ).map(Self.reading)
    }
  }

  /// Returns the forms of a unit for periods that end before a day.
  public func readings(of unit: String, before day: CivilDate) throws(LedgerError) -> [StoredReading] {
    try fetch { db in
      try Row.fetchAll(
        db,
        sql: "\(Self.last) AND d.unit = ? AND d.lastDay < ? AND d.asked = d.period AND d.isRefused = 0 ORDER BY d.seq",
        arguments: [unit, day.description]
      ).map(Self.reading)
    }
  }

  /// Returns what the files of a period's inbox were last read as, those that were refused too, by digest.
  public func readings(asked period: Period) throws(LedgerError) -> [String: [StoredReading]] {
    try fetch { db in
      let all = try Row.fetchAll(
        db, sql: "\(Self.last) AND d.asked = ? ORDER BY d.seq", arguments: [period.description]
      ).map(Self.reading)
      return Dictionary(grouping: all, by: \.digest)
    }
  }

  /// Returns the digests of the files whose last reading for a period hangs on nothing but the file, this plan and this
  /// key: forms of another make may take figures from earlier ones, and are read anew.
  ///
  /// - Parameter key: its id; `nil` for none.
  public func digests(
    readBy plan: String, key: String?, asked period: Period
  ) throws(LedgerError) -> Set<String> {
    try fetch { db in
      Set(
        try String.fetchAll(
          db,
          sql: """
            SELECT DISTINCT d.digest FROM reading d JOIN "provedBy" k ON k.seq = d.seq
            WHERE d."plan" = ? AND k."key" = ? AND d.asked = ? AND (d.isOwn = 1 OR d.isRefused = 1) AND NOT EXISTS (
              SELECT 1 FROM reading n
              WHERE n.digest = d.digest AND n.part = d.part AND n.asked = d.asked AND n.seq > d.seq)
            """, arguments: [plan, key ?? "", period.description]))
    }
  }

  /// Returns the last verdict on a reading; `nil` where the rules were never asked.
  public func verdict(on reading: Int64) throws(LedgerError) -> StoredVerdict? {
    try fetch { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT v.seq, v.reading, v."plan", v.isAcceptable, e.body FROM verdict v JOIN event e ON e.seq = v.seq
            WHERE v.reading = ? ORDER BY v.seq DESC LIMIT 1
            """), arguments: [reading]
      ).map { row in
        try StoredVerdict(
          seq: row.value("seq"), reading: row.value("reading"), plan: row.value("plan"),
          isAcceptable: row.value("isAcceptable"),
          body: row.value("body"))
      }
    }
  }

  /// Returns what was decided about the files of a period, in order.
  public func decisions(of period: Period) throws(LedgerError) -> [StoredDecision] {
    try fetch { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT c.seq, c.kind, c.digest, c.part, c.unit, c.indicator, c.why, e.actor, e.at
          FROM decision c JOIN event e ON e.seq = c.seq WHERE c.period = ? ORDER BY c.seq
          """, arguments: [period.description]
      ).map { row in
        try StoredDecision(
          seq: row.value("seq"), decision: row.value("kind") { FileDecision(rawValue: $0) },
          digest: row.value("digest"),
          part: row.value("part"), unit: row.value("unit"), period: period, indicator: row.value("indicator"),
          by: row.line("actor"), at: row.line("at"), why: row.line("why"))
      }
    }
  }

  /// The number of the last event that bears on each unit's forms of each period: what was received, read or decided
  /// by a person.
  // The plus has receipts looked up by digest: those of a period are many.
  public func lastChanges() throws(LedgerError) -> [(unit: String, period: Period, seq: Int64)] {
    try fetch { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT unit, period, MAX(seq) AS seq FROM (
            SELECT unit, period, seq FROM reading WHERE isRefused = 0
            UNION ALL
            SELECT d.unit, d.period, c.seq FROM reading d JOIN receipt c ON c.digest = d.digest AND +c.period = d.period
            WHERE d.isRefused = 0
            UNION ALL
            SELECT unit, period, seq FROM decision WHERE kind IN ('withdrawn', 'restored', 'chosen')
            UNION ALL
            SELECT unit, period, seq FROM entry
          ) GROUP BY unit, period
          """
      ).map { row in (try row.value("unit"), try row.period("period"), try row.value("seq")) }
    }
  }
}

/// Whether the rules were asked of a reading since something last bore on it.
public struct JudgedReading: Hashable, Sendable {
  /// The number of the reading.
  public let reading: Int64
  public let unit: String
  public let period: Period
  /// The number of its last verdict, and the plan by which it was made; `nil` where there is none.
  public let verdict: Int64?
  public let plan: String?

  public init(reading: Int64, unit: String, period: Period, verdict: Int64?, plan: String?) {
    self.reading = reading
    self.unit = unit
    self.period = period
    self.verdict = verdict
    self.plan = plan
  }
}

extension Ledger {
  /// Returns the forms of all units for periods that end on a day or before, and on another or after.
  public func judged(
    from first: CivilDate? = nil, through day: CivilDate
  ) throws(LedgerError) -> [JudgedReading] {
    try fetch { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT d.seq, d.unit, d.period, v.seq AS verdict, v."plan"
          FROM reading d
            LEFT JOIN verdict v ON v.seq = (SELECT MAX(w.seq) FROM verdict w WHERE w.reading = d.seq)
          WHERE d.isRefused = 0 AND d.asked = d.period AND d.lastDay <= :last AND d.lastDay >= :first AND NOT EXISTS (
            SELECT 1 FROM reading n
            WHERE n.digest = d.digest AND n.part = d.part AND n.asked = d.asked AND n.seq > d.seq)
          ORDER BY d.seq
          """, arguments: ["last": day.description, "first": first?.description ?? ""]
      ).map { row in
        try JudgedReading(
          reading: row.value("seq"), unit: row.value("unit"), period: row.period("period"),
          verdict: row.value("verdict"), plan: row.value("plan"))
      }
    }
  }
}

/// A figure that a person entered by hand.
public struct StoredEntry: Hashable, Sendable {
  public let seq: Int64
  public let kind: ManualEntryKind
  public let unit: String
  public let period: Period
  public let indicator: String?
  public let value: FixedDecimal
  /// SHA-256 of the plan file in whose unit of measure it is; `nil` for points, and where an older program noted none.
  public let plan: String?
  public let evidence: Evidence?
  public let by: String
  public let at: String
  public let why: String
}

extension Ledger {
  /// Returns what was entered by hand for a period, or for a unit, in order.
  public func entries(of period: Period? = nil, unit: String? = nil) throws(LedgerError) -> [StoredEntry] {
    try fetch { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT n.*, e.actor, e.at, e.body FROM entry n JOIN event e ON e.seq = n.seq
          WHERE (:period IS NULL OR n.period = :period) AND (:unit IS NULL OR n.unit = :unit) ORDER BY n.seq
          """, arguments: ["period": period?.description, "unit": unit]
      ).map { row in
        let name: String? = try row.value("evidence")
        let digest: String? = try row.value("evidenceDigest")
        let body: String = try row.value("body")
        return try StoredEntry(
          seq: row.value("seq"), kind: row.value("kind") { ManualEntryKind(rawValue: $0) }, unit: row.value("unit"),
          period: row.period("period"), indicator: row.value("indicator"),
          value: row.value("value") { FixedDecimal($0) },
          plan: JSONDecoder().decode(LedgerEvent.Entered.self, from: Data(body.utf8)).plan,
          evidence: name.map { Evidence(name: $0, digest: digest ?? "") }, by: row.line("actor"), at: row.line("at"),
          why: row.line("why"))
      }
    }
  }
}

extension Ledger {
  /// Returns the units of measure by indicator code of every plan by which something was read or entered, by the SHA-256
  /// of its file. Older ledgers do not know those of their first plans.
  public func measures() throws(LedgerError) -> [String: [String: String]] {
    try fetch { db in
      guard try db.tableExists(DerivedRow.Table.planned.rawValue) else { return [:] }
      var measures: [String: [String: String]] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT e.body FROM planned p JOIN event e ON e.seq = p.seq") {
        let body: String = try row.value("body")
        let planned = try JSONDecoder().decode(LedgerEvent.Planned.self, from: Data(body.utf8))
        measures[planned.plan] = planned.measures
      }
      return measures
    }
  }
}
