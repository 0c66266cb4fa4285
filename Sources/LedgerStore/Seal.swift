import Forms
import GRDB

/// What a transaction added, sealed with the office's key: HMAC-SHA-256 over the numbers of its first and last event and
/// the hash of the last.
///
/// The chain alone proves nothing against somebody who computes all of it anew; a seal takes the key.
struct Seal {
  let first, last: Int64
  /// `SigningKey.id`.
  let key: String
  let mac: String

  /// - Parameter hash: of the last event.
  private static func mac(_ first: Int64, _ last: Int64, _ hash: String, _ key: SigningKey) -> String {
    key.seal("ledger", "\(first)\n\(last)\n\(hash)")
  }

  init(_ row: Row) throws {
    first = try row.decode(forColumn: "first")
    last = try row.decode(forColumn: "last")
    key = try row.decode(forColumn: "key")
    mac = try row.decode(forColumn: "mac")
  }

  func isGenuine(_ hash: String, _ own: SigningKey) -> Bool { mac == Self.mac(first, last, hash, own) }

  /// Returns whether a ledger has seals; older ones have none before they are written to.
  static func isKnown(_ db: Database) throws -> Bool { try db.tableExists("seal") }

  static func last(_ db: Database) throws -> Seal? {
    try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM seal ORDER BY \"last\" DESC LIMIT 1")).map(Seal.init)
  }

  /// Seals what a transaction added behind an event; nothing without a key. One that added nothing seals a ledger that
  /// was open, or sealed with another key.
  static func put(after before: Int64, _ key: SigningKey?, _ stamp: AuditStamp, in db: Database) throws {
    guard let key, var head = try Chain.head(db) else { return }
    let latest = try last(db)
    guard head.seq > before || latest?.last != head.seq || latest?.key != key.id else { return }
    if head.seq == before || latest?.key != key.id {
      _ = try Chain.append(LedgerEvent.Sealed(key: key.id), AuditStamp(at: stamp.at), in: db)
      head = try Chain.head(db) ?? head
    }
    try db.cachedStatement(sql: "INSERT INTO seal (\"last\", \"first\", \"key\", mac) VALUES (?, ?, ?, ?)")
      .execute(arguments: [head.seq, before + 1, key.id, mac(before + 1, head.seq, head.hash, key)])
  }

  /// Refuses a ledger whose last event is another than the key sealed: what is added to it would be sealed with it.
  static func checkHead(_ db: Database, _ key: SigningKey?, _ path: String) throws {
    guard let key, let seal = try last(db), seal.key == key.id else { return }
    let row = try Row.fetchOne(db, sql: "SELECT hash FROM event WHERE seq = ?", arguments: [seal.last])
    guard let hash = try row?.decode(String.self, forColumn: "hash"), seal.isGenuine(hash, key) else {
      throw LedgerError(.brokenSeal(seal.last), path)
    }
  }
}

extension Seal {
  /// Returns the events that are under no seal of their own transaction with the key, however many seals came later.
  static func unsealed(_ db: Database, _ key: SigningKey, events: Int64) throws -> [ClosedRange<Int64>] {
    guard try isKnown(db) else { return gaps(in: [], events: events) }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.*, e.hash FROM seal s JOIN event e ON e.seq = s."last" WHERE s."key" = ? ORDER BY s."last"
        """, arguments: [key.id])
    var sealed: [ClosedRange<Int64>] = []
    while let row = try rows.next() {
      let seal = try Seal(row)
      if seal.first <= seal.last, seal.isGenuine(try row.decode(forColumn: "hash"), key) {
        sealed.append(seal.first...seal.last)
      }
    }
    return gaps(in: sealed, events: events)
  }

  /// Returns the numbers up to that of the last event that lie in none of the ranges, which stand in their order.
  static func gaps(in sealed: [ClosedRange<Int64>], events: Int64) -> [ClosedRange<Int64>] {
    var gaps: [ClosedRange<Int64>] = []
    var next: Int64 = 1
    for range in sealed {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = max(next, range.upperBound + 1)
    }
    if next <= events { gaps.append(next...events) }
    return gaps
  }
}

/// Where a ledger ends, and how far it is sealed.
public struct LedgerHead: Hashable, Sendable {
  /// The number of events.
  public let events: Int64
  /// The digest of the last event: who keeps it can prove that nothing was cut off or changed since.
  public let hash: String
  /// The id of the key that sealed the last event; `nil` where none did.
  public let key: String?
  /// The events that the ledger's key did not seal when they were added; empty without a key.
  public let unsealed: [ClosedRange<Int64>]

  /// Those among them with which the ledger ends: nobody with the key has written since.
  public var unsealedEnd: ClosedRange<Int64>? { unsealed.last.flatMap { $0.upperBound == events ? $0 : nil } }
}

extension Ledger {
  /// Returns where the ledger ends; `nil` for one without an event.
  public func head() throws(LedgerError) -> LedgerHead? {
    try fetch { db in
      guard let head = try Chain.head(db) else { return nil }
      let seal = try Seal.isKnown(db) ? Seal.last(db) : nil
      return LedgerHead(
        events: head.seq, hash: head.hash, key: seal?.last == head.seq ? seal?.key : nil,
        unsealed: try key.map { try Seal.unsealed(db, $0, events: head.seq) } ?? [])
    }
  }
}
