import GRDB

/// The tables of a ledger.
///
/// `event` is the ledger: everything else is made from the bodies of its rows, in the same transaction, so that it can be
/// asked quickly. Nothing is ever changed or deleted; triggers see to it. The views are for other programs, and keep their
/// columns: another meaning gets another name.
enum LedgerSchema {
  /// `HZLG`, so that `file` and other programs know whose file it is.
  static let applicationID = 0x485A_4C47

  /// The number of the last migration.
  static let version = 3

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: tables)
      for table in ["event", "receipt", "reading", "figure", "verdict", "finding", "decision", "entry"] {
        try makeAppendOnly(table, db)
      }
      try db.execute(sql: views)
    }
    migrator.registerMigration("2") { db in
      try db.execute(sql: sealing)
      for table in ["planned", "seal"] { try makeAppendOnly(table, db) }
    }
    migrator.registerMigration("3") { db in
      try db.execute(sql: provedBy)
      try makeAppendOnly("provedBy", db)
    }
    return migrator
  }

  private static func makeAppendOnly(_ table: String, _ db: Database) throws {
    for change in ["UPDATE", "DELETE"] {
      try db.execute(
        sql: """
          CREATE TRIGGER "\(table) is append-only: \(change)" BEFORE \(change) ON "\(table)"
          BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
          """)
    }
  }

  private static let tables = """
    CREATE TABLE event (
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      kind TEXT NOT NULL,
      actor TEXT NOT NULL,
      body TEXT NOT NULL,
      hash TEXT NOT NULL
    );
    CREATE TABLE receipt (
      seq INTEGER PRIMARY KEY REFERENCES event (seq),
      digest TEXT NOT NULL,
      name TEXT NOT NULL,
      folder TEXT NOT NULL,
      period TEXT NOT NULL,
      size INTEGER NOT NULL,
      day TEXT NOT NULL,
      isStated INTEGER NOT NULL
    );
    CREATE INDEX receiptByDigest ON receipt (digest);
    CREATE INDEX receiptByName ON receipt (name);
    CREATE INDEX receiptByPeriod ON receipt (period);
    CREATE TABLE reading (
      seq INTEGER PRIMARY KEY REFERENCES event (seq),
      digest TEXT NOT NULL,
      part TEXT NOT NULL,
      "plan" TEXT NOT NULL,
      asked TEXT NOT NULL,
      isOwn INTEGER NOT NULL,
      unit TEXT,
      period TEXT,
      lastDay TEXT,
      parent TEXT,
      isRefused INTEGER NOT NULL,
      expected INTEGER NOT NULL,
      read INTEGER NOT NULL,
      nilReturns INTEGER NOT NULL,
      notApplicable INTEGER NOT NULL,
      blank INTEGER NOT NULL,
      unreadable INTEGER NOT NULL,
      outside INTEGER NOT NULL
    );
    CREATE INDEX readingByDigest ON reading (digest, part, asked);
    CREATE INDEX readingByPeriod ON reading (period, unit);
    CREATE INDEX readingByUnit ON reading (unit, lastDay);
    CREATE TABLE figure (
      reading INTEGER NOT NULL REFERENCES reading (seq),
      indicator TEXT NOT NULL,
      previous TEXT NOT NULL,
      current TEXT NOT NULL,
      cumulative TEXT NOT NULL,
      sheet TEXT,
      cell TEXT,
      PRIMARY KEY (reading, indicator)
    ) WITHOUT ROWID;
    CREATE TABLE verdict (
      seq INTEGER PRIMARY KEY REFERENCES event (seq),
      reading INTEGER NOT NULL REFERENCES reading (seq),
      "plan" TEXT NOT NULL,
      isAcceptable INTEGER NOT NULL
    );
    CREATE INDEX verdictByReading ON verdict (reading);
    CREATE TABLE finding (
      verdict INTEGER NOT NULL REFERENCES verdict (seq),
      ordinal INTEGER NOT NULL,
      id TEXT NOT NULL,
      rule TEXT NOT NULL,
      grade TEXT NOT NULL,
      standing TEXT NOT NULL,
      indicator TEXT,
      sheet TEXT,
      cells TEXT NOT NULL,
      text TEXT,
      PRIMARY KEY (verdict, ordinal)
    ) WITHOUT ROWID;
    CREATE TABLE decision (
      seq INTEGER PRIMARY KEY REFERENCES event (seq),
      kind TEXT NOT NULL,
      digest TEXT NOT NULL,
      part TEXT NOT NULL,
      unit TEXT NOT NULL,
      period TEXT NOT NULL,
      indicator TEXT,
      why TEXT NOT NULL
    );
    CREATE INDEX decisionByUnit ON decision (unit, period);
    CREATE TABLE entry (
      seq INTEGER PRIMARY KEY REFERENCES event (seq),
      kind TEXT NOT NULL,
      unit TEXT NOT NULL,
      period TEXT NOT NULL,
      indicator TEXT,
      value TEXT NOT NULL,
      evidence TEXT,
      evidenceDigest TEXT,
      why TEXT NOT NULL
    );
    CREATE INDEX entryByUnit ON entry (unit, period);
    """

  private static let sealing = """
    CREATE TABLE planned (
      seq INTEGER PRIMARY KEY REFERENCES event (seq),
      digest TEXT NOT NULL
    );
    CREATE TABLE seal (
      "last" INTEGER PRIMARY KEY REFERENCES event (seq),
      "first" INTEGER NOT NULL,
      "key" TEXT NOT NULL,
      mac TEXT NOT NULL
    );
    """

  /// By which key the stamp of a file was looked at; empty for none. Of readings before this table nobody knows.
  private static let provedBy = """
    CREATE TABLE "provedBy" (
      seq INTEGER PRIMARY KEY REFERENCES reading (seq),
      "key" TEXT NOT NULL
    );
    """

  private static let views = """
    CREATE VIEW v1_files AS
      SELECT r.digest, r.name, r.folder, r.period, r.size, r.day AS received, r.isStated AS receivedIsStated, e.at AS recordedAt,
        e.actor AS recordedBy
      FROM receipt r JOIN event e ON e.seq = r.seq;
    CREATE VIEW v1_readings AS
      SELECT d.seq AS reading, d.digest, d.part, d.unit, d.period, d.isRefused, d.expected, d.read, d.nilReturns,
        d.notApplicable, d.blank, d.unreadable, d.outside, d."plan", e.at AS recordedAt
      FROM reading d JOIN event e ON e.seq = d.seq;
    CREATE VIEW v1_figures AS
      SELECT d.unit, d.period, f.indicator, f.previous, f.current, f.cumulative, d.digest, f.sheet, f.cell, f.reading
      FROM figure f JOIN reading d ON d.seq = f.reading;
    CREATE VIEW v1_findings AS
      SELECT d.unit, d.period, f.id, f.rule, f.grade, f.standing, f.indicator, f.sheet, f.cells, f.text, d.digest,
        v.seq AS verdict, v.isAcceptable, v."plan"
      FROM finding f JOIN verdict v ON v.seq = f.verdict JOIN reading d ON d.seq = v.reading;
    CREATE VIEW v1_decisions AS
      SELECT c.kind, c.digest, c.unit, c.period, c.indicator, c.why, e.actor AS decidedBy, e.at AS decidedAt
      FROM decision c JOIN event e ON e.seq = c.seq;
    CREATE VIEW v1_entries AS
      SELECT n.kind, n.unit, n.period, n.indicator, n.value, n.evidence, n.evidenceDigest, n.why, e.actor AS enteredBy,
        e.at AS enteredAt
      FROM entry n JOIN event e ON e.seq = n.seq;
    """
}
