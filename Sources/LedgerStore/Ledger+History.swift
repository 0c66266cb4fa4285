internal import GRDB
public import PlanModel

/// One thing that the ledger recorded, as far as a history tells of it.
public struct LedgerLine: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case received(day: CivilDate, isStated: Bool)
    /// Items that were due, and of these read; `nil` for a file that was refused.
    case read(expected: Int, read: Int)
    case refused
    case judged(isAcceptable: Bool, errors: Int, warnings: Int)
    case decided(FileDecision, indicator: String?, why: String)
    /// As `FigureCode` has them, with the place of the deciding one and the SHA-256 of the plan file by which they were
    /// read.
    /// Points where there is no indicator; the evidence is a file's name.
    case entered(indicator: String?, value: String, evidence: String?, why: String, plan: String?)
    case figure(indicator: String, current: String, cumulative: String, sheet: String?, cell: String?, plan: String)
  }

  public let seq: Int64
  public let at: String
  public let by: String
  public let unit: String?
  public let period: Period?
  public let digest: String
  /// The name under which the file came in last.
  public let name: String
  public let kind: Kind
}

extension Ledger {
  /// What a history is about.
  public enum Subject: Hashable, Sendable {
    /// A unit's id.
    case unit(String)
    /// An indicator's code.
    case indicator(String)
    /// A file's digest.
    case file(String)
  }

  /// Returns everything that was recorded of a subject, oldest first.
  public func history(of subject: Subject, period: Period? = nil) throws(LedgerError) -> [LedgerLine] {
    let lines: [LedgerLine]
    switch subject {
    case .indicator(let code):
      // By period and unit, what was entered behind what was read.
      lines = try figures(of: code) + entered { $0.indicator == code }
    case .unit(let unit):
      let own = try events(where: "digest IN (SELECT digest FROM reading WHERE unit = :key)", of: unit)
      lines = (own + (try entered { $0.unit == unit })).sorted { $0.seq < $1.seq }
    case .file(let digest): lines = try events(where: "digest = :key", of: digest)
    }
    return lines.filter { period == nil || $0.period == period }
  }

  /// Returns what was entered by hand, oldest first.
  private func entered(where isMeant: (StoredEntry) -> Bool) throws(LedgerError) -> [LedgerLine] {
    try entries().filter(isMeant).map { entry in
      LedgerLine(
        seq: entry.seq, at: entry.at, by: entry.by, unit: entry.unit, period: entry.period,
        digest: entry.evidence?.digest ?? "", name: "",
        kind: .entered(
          indicator: entry.indicator, value: entry.value.shortest, evidence: entry.evidence?.name, why: entry.why,
          plan: entry.plan))
    }
  }

  private static let name = "(SELECT r.name FROM receipt r WHERE r.digest = x.digest ORDER BY r.seq DESC LIMIT 1)"

  private func events(where condition: String, of key: String) throws(LedgerError) -> [LedgerLine] {
    try fetch { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT x.*, e.at, e.actor, e.kind, \(Self.name) AS name FROM (
            SELECT seq, digest, NULL AS unit, period, day AS word, NULL AS why, isStated AS a, 0 AS b, 0 AS c
            FROM receipt
            WHERE \(condition)
            UNION ALL
            SELECT seq, digest, unit, asked, NULL, NULL, isRefused, expected, read FROM reading WHERE \(condition)
            UNION ALL
            SELECT v.seq, d.digest, d.unit, d.asked, NULL, NULL, v.isAcceptable,
              (SELECT COUNT(*) FROM finding f WHERE f.verdict = v.seq AND f.grade = 'error' AND f.standing = 'open'),
              (SELECT COUNT(*) FROM finding f WHERE f.verdict = v.seq AND f.grade = 'warning' AND f.standing = 'open')
            FROM verdict v JOIN reading d ON d.seq = v.reading WHERE d.\(condition)
            UNION ALL
            SELECT seq, digest, unit, period, kind, COALESCE(indicator, '') || char(10) || why, 0, 0, 0
            FROM decision WHERE \(condition)
          ) x JOIN event e ON e.seq = x.seq ORDER BY x.seq
          """, arguments: ["key": key]
      ).compactMap(Self.line)
    }
  }

  private static func line(_ row: Row) throws -> LedgerLine? {
    let kind: LedgerLine.Kind
    switch try row.value("kind", as: Chain.Kind.init) {
    case .received: kind = try .received(day: row.value("word") { CivilDate($0) }, isStated: row.value("a"))
    case .read: kind = try row.value("a") ? .refused : .read(expected: row.value("b"), read: row.value("c"))
    case .judged: kind = try .judged(isAcceptable: row.value("a"), errors: row.value("b"), warnings: row.value("c"))
    case .decided:
      let (indicator, why) = try row.value("why") { text -> (String, String)? in
        let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
      }
      kind = .decided(
        try row.value("word", as: FileDecision.init), indicator: indicator.isEmpty ? nil : indicator, why: why.onOneLine
      )
    case .opened, .sealed, .planned, .entered: return nil
    }
    let name: String? = try row.value("name")
    return try LedgerLine(
      seq: row.value("seq"), at: row.line("at"), by: row.line("actor"), unit: row.value("unit"),
      period: row.periodIfAny("period"), digest: row.value("digest"), name: name ?? "", kind: kind)
  }

  private func figures(of code: String) throws(LedgerError) -> [LedgerLine] {
    try fetch { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT x.seq, x.unit, x.period, x.digest, x."plan", f.current, f.cumulative, f.sheet, f.cell, e.at, e.actor,
            \(Self.name) AS name
          FROM figure f JOIN reading x ON x.seq = f.reading JOIN event e ON e.seq = x.seq
          WHERE f.indicator = ? ORDER BY x.lastDay, x.unit, x.seq
          """, arguments: [code]
      ).map { row in
        let name: String? = try row.value("name")
        return try LedgerLine(
          seq: row.value("seq"), at: row.line("at"), by: row.line("actor"), unit: row.value("unit"),
          period: row.periodIfAny("period"), digest: row.value("digest"), name: name ?? "",
          kind: .figure(
            indicator: code, current: row.value("current"), cumulative: row.value("cumulative"),
            sheet: row.value("sheet"),
            cell: row.value("cell"),
            plan: row.value("plan")))
      }
    }
  }

  /// A form that the ledger holds.
  public struct KnownForm: Hashable, Sendable {
    public let digest: String
    public let part: String
    public let unit: String
    public let period: Period
    public let name: String
  }

  /// Returns the forms of the files that are called so, or whose digest begins so, oldest first.
  public func forms(named name: String) throws(LedgerError) -> [KnownForm] {
    try fetch { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT x.digest, x.part, x.unit, x.period, \(Self.name) AS name FROM reading x
          WHERE x.isRefused = 0 AND x.asked = x.period AND x.seq = (
              SELECT MAX(n.seq) FROM reading n WHERE n.digest = x.digest AND n.part = x.part AND n.asked = x.asked)
            AND (x.digest IN (
                SELECT digest FROM receipt WHERE name || x.part = :name OR name = :name OR name LIKE '%/' || :name)
              OR (length(:name) >= 8 AND substr(x.digest, 1, length(:name)) = :name))
          ORDER BY x.seq
          """, arguments: ["name": name]
      ).map { row in
        let name: String? = try row.value("name")
        return try KnownForm(
          digest: row.value("digest"), part: row.value("part"), unit: row.value("unit"),
          period: row.period("period"), name: name ?? "")
      }
    }
  }

  /// The views that other programs may read, with their columns.
  public static let views = ["v1_files", "v1_readings", "v1_figures", "v1_findings", "v1_decisions", "v1_entries"]

  /// Hands out the rows of a view, oldest first; the first row has the names of the columns.
  ///
  /// - Parameter each: called with a row's values as text; `nil` for none.
  public func export(_ view: String, _ each: ([String?]) throws -> Void) throws(LedgerError) {
    try fetch { db in
      let statement = try db.makeStatement(sql: "SELECT * FROM \"\(view)\"")
      try each(statement.columnNames)
      let rows = try Row.fetchCursor(statement)
      while let row = try rows.next() {
        try each(
          row.databaseValues.map { value in
            switch value.storage {
            case .null: nil
            case .int64(let number): String(number)
            case .double(let number): "\(number)"
            case .string(let text): text
            case .blob: nil
            }
          })
      }
    }
  }

  /// Returns true if an event has this digest: nothing before it was cut out since it was noted down.
  public func holds(_ hash: String) throws(LedgerError) -> Bool {
    try fetch { db in try Row.fetchOne(db, sql: "SELECT 1 FROM event WHERE hash = ?", arguments: [hash]) != nil }
  }
}
