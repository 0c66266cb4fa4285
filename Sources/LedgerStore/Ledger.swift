internal import FoundationEssentials
internal import GRDB

/// The office's record of every file that came in, every reading of it and every decision: one SQLite file, to which
/// things are only ever added.
///
/// What is written in one transaction is there as a whole or not at all, also after a crash.
public struct Ledger: Sendable {
  public enum Access: Sendable {
    /// Made if there is none.
    case write
    case read
  }

  public let path: String
  let queue: DatabaseQueue

  /// - Throws: `.missing` for reading, `.notALedger`, `.newer`, `.readOnly`, `.full`.
  public init(path: String, _ access: Access, stamp: AuditStamp) throws(LedgerError) {
    self.path = path
    if access == .read, !FileManager.default.fileExists(atPath: path) { throw LedgerError(.missing, path) }
    do {
      var configuration = Configuration()
      configuration.readonly = access == .read
      // Runs wait for each other by a lock of their own; this is for other programs that look in.
      configuration.busyMode = .timeout(30)
      configuration.prepareDatabase { db in
        // One file, and nothing beside it once a run is over: clerks copy it.
        if !db.configuration.readonly { try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL") }
      }
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw LedgerError(error, path)
    }
    try prepare(access, stamp)
  }

  /// Writes the ledger, as it stands, to another file, which must not be there.
  public func copy(to path: String) throws(LedgerError) {
    do {
      try queue.backup(to: DatabaseQueue(path: path))
    } catch {
      throw LedgerError(error, path)
    }
  }

  private func prepare(_ access: Access, _ stamp: AuditStamp) throws(LedgerError) {
    do {
      let (isEmpty, isOurs, isNewer) = try queue.read { db in
        let tables = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id")
        return (tables == 0, id == LedgerSchema.applicationID, try LedgerSchema.migrator.hasBeenSuperseded(db))
      }
      guard isEmpty || isOurs else { throw LedgerError(.notALedger, path) }
      if isNewer { throw LedgerError(.newer, path) }
      guard access == .write else {
        if isEmpty { throw LedgerError(.notALedger, path) }
        return
      }
      try LedgerSchema.migrator.migrate(queue)
      if isEmpty {
        _ = try queue.write { db in
          try Chain.append(kind: .opened, LedgerEvent.Opened(schema: 1), stamp, in: db)
        }
      }
    } catch {
      throw LedgerError(error, path)
    }
  }

  /// Adds what `body` says, as a whole or not at all.
  public func record<Value>(
    _ stamp: AuditStamp, _ body: (inout LedgerWriter) throws -> Value
  ) throws(LedgerError) -> Value {
    do {
      return try queue.write { db in
        var writer = LedgerWriter(db: db, stamp: stamp)
        return try body(&writer)
      }
    } catch {
      throw LedgerError(error, path)
    }
  }

  func fetch<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw LedgerError(error, path)
    }
  }
}
