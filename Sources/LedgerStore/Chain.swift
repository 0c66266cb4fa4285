import FoundationEssentials
import GRDB
import Hashing

/// The chain that holds the events together: each has the digest of what it says and of the digest before.
///
/// hash = SHA-256, in hexadecimal, of these joined by line feeds: the hash before (nothing before the first), seq, at,
/// kind, actor, body. None of them but the body holds a line break, or text could move from one to the next.
enum Chain {
  enum Kind: String {
    case opened, sealed, planned, received, read, judged, decided, entered
  }

  static func hash(after previous: String, seq: Int64, at: String, kind: String, actor: String, body: String) -> String
  {
    let text = [previous, String(seq), at, kind, actor, body].joined(separator: "\n")
    return Hexadecimal.text(SHA256.hash(Array(text.utf8)))
  }

  /// Returns the body of an event: JSON with sorted keys.
  static func text(of body: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(body), as: UTF8.self)
  }

  /// Returns what the body of an event says.
  static func body<Body: Decodable>(_: Body.Type, _ text: String) throws -> Body {
    try JSONDecoder().decode(Body.self, from: Data(text.utf8))
  }

  /// The last event.
  struct Head {
    let seq: Int64
    let hash: String
  }

  /// Returns the last event; `nil` for a ledger that has none yet.
  static func head(_ db: Database) throws -> Head? {
    try Row.fetchOne(db.cachedStatement(sql: "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")).map { row in
      Head(seq: try row.decode(forColumn: "seq"), hash: try row.decode(forColumn: "hash"))
    }
  }

  /// Puts an event at the end, with the rows that are made from it.
  /// - Returns: its number.
  static func append<Body: EventBody>(_ body: Body, _ stamp: AuditStamp, in db: Database) throws -> Int64 {
    let text = try text(of: body)
    let last = try head(db)
    let seq = (last?.seq ?? 0) + 1
    let hash = hash(
      after: last?.hash ?? "", seq: seq, at: stamp.at, kind: Body.kind.rawValue, actor: stamp.by, body: text)
    try db.cachedStatement(sql: "INSERT INTO event (seq, at, kind, actor, body, hash) VALUES (?, ?, ?, ?, ?, ?)")
      .execute(arguments: [seq, stamp.at, Body.kind.rawValue, stamp.by, text, hash])
    for row in body.rows(seq) {
      try db.cachedStatement(sql: row.table.insertion).execute(arguments: StatementArguments(row.values))
    }
    return seq
  }
}
