public import Forms
internal import FoundationEssentials
internal import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The office's record of every file that came in, every reading of it and every decision: one SQLite file, to which
/// things are only ever added.
///
/// What is written in one transaction is there as a whole or not at all, also after a crash.
public struct Ledger: Sendable {
  public enum Access: Sendable {
    /// Made if there is none. Whoever writes holds the `RunLock`.
    case write
    case read
  }

  public let path: String
  let queue: DatabaseQueue
  /// Seals what is written; `nil` writes without.
  let key: SigningKey?

  /// - Throws: `.missing` for reading, `.empty`, `.notALedger`, `.newer`, `.readOnly`, `.full`; for writing also
  ///   `.brokenSeal` where the last event is not what the key sealed.
  public init(path: String, _ access: Access, stamp: AuditStamp, key: SigningKey? = nil) throws(LedgerError) {
    self.path = path
    self.key = key
    try SideFiles.check(path)
    // Of a ledger that a link leads to everything stands beside itself.
    let real = SideFiles.real(path)
    do {
      switch try Self.size(of: path) {
      case nil where access == .read: throw LedgerError(.missing, path)
      case nil: try Self.make(at: real, stamp, key)
      case 0: throw LedgerError(.empty, path)
      default: break
      }
      // What a killed run left half done is taken back by whoever may write.
      let isHot = FileManager.default.fileExists(atPath: "\(real)-journal")
      queue = try DatabaseQueue(path: real, configuration: Self.configuration(isHot ? .write : access))
      try Self.check(queue, path)
      guard access == .write else { return }
      do {
        try LedgerSchema.migrator.migrate(queue)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
        // The steps are sound: what they cannot be made on is no ledger as any version left it.
        throw LedgerError(.damaged, path, reason: error.message ?? "")
      }
      try queue.read { db in try Seal.checkHead(db, key, path) }
    } catch {
      throw LedgerError(error, path)
    }
  }

  /// Returns the size of a file, also of one that a link leads to; `nil` where there is none.
  static func size(of path: String) throws(LedgerError) -> Int? {
    guard !path.isEmpty else { throw LedgerError(.missing, path) }
    var info = stat()
    // The call fills the structure, or fails.
    guard unsafe stat(path, &info) == 0 else { return nil }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return Int(info.st_size)
    case S_IFDIR: throw LedgerError(.folder, path)
    default: throw LedgerError(.special, path)
    }
  }

  private static func configuration(_ access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .read
    // Runs wait for each other by a lock of their own; this is for other programs that look in.
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { db in
      // One file, and nothing beside it once a run is over: clerks copy it.
      if !db.configuration.readonly { try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL") }
    }
    return configuration
  }

  /// Makes a ledger under another name first: whatever ends the program, there is a whole one afterwards, or none.
  private static func make(at path: String, _ stamp: AuditStamp, _ key: SigningKey?) throws {
    let draft = "\(path).new"
    // Of a run that was killed while it made the ledger nothing is there but its opening.
    let left = try? DatabaseQueue(path: draft, configuration: configuration(.read)).read { db in
      try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM event") ?? 0
    }
    if let left, left > 2 { throw LedgerError(.sideFile, draft) }
    func removeDraft() {
      for name in [draft, "\(draft)-journal"] { try? FileManager.default.removeItem(atPath: name) }
    }
    removeDraft()
    defer { removeDraft() }
    let queue = try DatabaseQueue(path: draft, configuration: configuration(.write))
    try LedgerSchema.migrator.migrate(queue)
    try queue.write { db in
      _ = try Chain.append(LedgerEvent.Opened(schema: LedgerSchema.version), stamp, in: db)
      try Seal.put(after: 0, key, stamp, in: db)
    }
    try queue.close()
    do {
      try FileManager.default.moveItem(atPath: draft, toPath: path)
    } catch {
      throw LedgerError(.readOnly, path)
    }
  }

  private static func check(_ queue: DatabaseQueue, _ path: String) throws {
    let (isOurs, isNewer) = try queue.read { db in
      let id = try Int.fetchOne(db, sql: "PRAGMA application_id")
      return (id == LedgerSchema.applicationID, try LedgerSchema.migrator.hasBeenSuperseded(db))
    }
    guard isOurs else { throw LedgerError(.notALedger, path) }
    if isNewer { throw LedgerError(.newer, path) }
  }

  /// Writes the ledger, as it stands, to another file, which must not be there.
  public func copy(to path: String) throws(LedgerError) {
    do {
      try queue.backup(to: DatabaseQueue(path: path))
    } catch {
      throw LedgerError(error, path)
    }
  }

  /// Adds what `body` says, as a whole or not at all, and seals it.
  public func record<Value>(
    _ stamp: AuditStamp, _ body: (inout LedgerWriter) throws -> Value
  ) throws(LedgerError) -> Value {
    do {
      return try queue.write { db in
        let before = try Chain.head(db)?.seq ?? 0
        var writer = LedgerWriter(db: db, stamp: stamp)
        let value = try body(&writer)
        try Seal.put(after: before, key, stamp, in: db)
        return value
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
