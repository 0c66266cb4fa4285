import Forms
import FoundationEssentials
import GRDB
import Huizong
import LedgerStore
import PlanModel

/// The ledger: with an even first byte changes to values of its rows (`RowEdit`), with an odd one to the bytes of the file
/// (`ByteEdits`). Reading never ends in a crash, and the proof finds what was changed.
func fuzzLedger(_ bytes: [UInt8]) {
  guard let way = bytes.first else { return }
  let path = "\(SmallOffice.folder)/ledger.sqlite"
  for ending in ["", "-journal", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
  var hasChanged = false
  if way.isMultiple(of: 2) {
    SmallOffice.write(base.bytes, to: path)
    hasChanged = SmallOffice.made { try RowEdit.apply(bytes.dropFirst(), to: path, unless: base.rows) }
  } else {
    SmallOffice.write(ByteEdits(bytes.dropFirst()).applied(to: [base.bytes]).texts[0], to: path)
  }
  do throws(LedgerError) {
    let ledger = try Ledger(path: path, .read, stamp: stamp, key: SmallOffice.plan.key)
    let proof = try ledger.verify(key: SmallOffice.plan.key)
    if hasChanged { precondition(!proof.faults.isEmpty, "a changed row is not noticed") }
    readAll(ledger)
    if proof.faults.isEmpty { precondition(exports(ledger) == base.exports, "a view says something else, unnoticed") }
  } catch {
    precondition(!error.message(in: .chinese).isEmpty, "refused without a word")
  }
}

private let stamp = AuditStamp(at: "2024-07-05T08:30:00+08:00")

/// A ledger with a form, a file that was refused, an attachment, an entry and decisions.
private let base: (bytes: [UInt8], rows: [TableRows], exports: [String]) = {
  let path = "\(SmallOffice.folder)/base.sqlite"
  let inbox = "\(SmallOffice.folder)/ledger"
  SmallOffice.made { try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true) }
  SmallOffice.write(SmallOffice.workbook(SmallOffice.form), to: "\(inbox)/东县.xlsx")
  SmallOffice.write(Array("no workbook".utf8), to: "\(inbox)/西县.xlsx")
  _ = SmallOffice.made {
    try SmallOffice.waiting {
      try await ConsolidateJob(
        plan: SmallOffice.plan, period: SmallOffice.period, source: .inbox(inbox, earlier: []),
        received: SmallOffice.received, ledger: path, workers: 1
      ).run()
    }
  }
  SmallOffice.made {
    let ledger = try Ledger(path: path, .write, stamp: stamp, key: SmallOffice.plan.key)
    try ledger.record(stamp) { writer in
      try writer.enter(
        .figure, unit: "west", period: SmallOffice.period, indicator: "1.1-01", value: 20,
        evidence: Evidence(name: "电话.txt", digest: "e"), why: "电话", plan: "plan")
    }
  }
  let ledger = SmallOffice.made { try Ledger(path: path, .read, stamp: stamp, key: SmallOffice.plan.key) }
  precondition(SmallOffice.made { try ledger.verify(key: SmallOffice.plan.key).faults.isEmpty }, "it does not prove")
  return (SmallOffice.read(path), SmallOffice.made { try TableRows.all(of: path) }, exports(ledger))
}()

/// Asks for all there is; what cannot be read is said by an error.
private func readAll(_ ledger: Ledger) {
  let period = SmallOffice.period
  if let readings = try? ledger.readings(of: period) {
    for reading in readings {
      _ = try? reading.submission(named: "东县.xlsx")
      _ = try? reading.findings(named: "东县.xlsx")
      _ = try? ledger.verdict(on: reading.seq)?.findings(named: "东县.xlsx")
    }
  }
  _ = try? ledger.counts()
  _ = try? ledger.receipts(of: period)
  _ = try? ledger.decisions(of: period)
  _ = try? ledger.entries(of: period)
  _ = try? ledger.measures()
  _ = try? ledger.lastChanges()
  _ = try? ledger.head()
  for subject in [Ledger.Subject.unit("east"), .indicator("1.1-01"), .unit("west")] {
    _ = try? ledger.history(of: subject, period: period)
  }
}

private func exports(_ ledger: Ledger) -> [String] {
  Ledger.views.map { view in
    var lines: [String] = []
    do {
      try ledger.export(view) { lines.append($0.map { $0 ?? "∅" }.joined(separator: "|")) }
    } catch {
      lines.append("\(error)")
    }
    return lines.joined(separator: "\n")
  }
}

/// The values of a table.
private struct TableRows: Equatable, Sendable {
  let name: String
  let columns: [String]
  let rows: [[DatabaseValue]]

  /// Returns the tables of a ledger that have rows.
  static func all(of path: String) throws -> [TableRows] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      let names = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      return try names.compactMap { name in
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM \"\(name)\"")
        guard let first = rows.first else { return nil }
        return TableRows(
          name: name, columns: Array(first.columnNames),
          rows: rows.map { Array($0.databaseValues) }.sorted { "\($0)" < "\($1)" })
      }
    }
  }
}

/// A change to a value: five bytes (table, row, column, kind, length) and the value.
private enum RowEdit {
  /// Returns true where the values are others afterwards.
  static func apply(_ input: ArraySlice<UInt8>, to path: String, unless base: [TableRows]) throws -> Bool {
    var input = input
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { db in
      let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \"\(trigger["name"] as String)\"") }
      while input.count >= 5 {
        let head = input.prefix(5).map(Int.init)
        input = input.dropFirst(5)
        let table = base[head[0] % base.count]
        let value = value(of: input.prefix(head[4]), kind: head[3])
        input = input.dropFirst(head[4])
        let row = table.rows[head[1] % table.rows.count]
        let isRow = table.columns.map { "\"\($0)\" IS ?" }.joined(separator: " AND ")
        // What a constraint keeps out is not changed.
        try? db.execute(
          sql: "UPDATE \"\(table.name)\" SET \"\(table.columns[head[2] % table.columns.count])\" = ? WHERE \(isRow)",
          arguments: StatementArguments([value] + row))
      }
      for trigger in triggers { try db.execute(sql: trigger["sql"]) }
    }
    try queue.close()
    return try TableRows.all(of: path) != base
  }

  private static func value(of bytes: ArraySlice<UInt8>, kind: Int) -> DatabaseValue {
    switch kind % 5 {
    case 0: .null
    case 1: (Int64(String(decoding: bytes, as: UTF8.self)) ?? Int64(bytes.count)).databaseValue
    case 2: (Double(String(decoding: bytes, as: UTF8.self)) ?? 0.5).databaseValue
    case 3: Data(bytes).databaseValue
    default: String(decoding: bytes, as: UTF8.self).databaseValue
    }
  }
}
