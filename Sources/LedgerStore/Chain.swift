import Crypto
import FoundationEssentials
import GRDB

/// The chain that holds the events together: each has the digest of what it says and of the digest before.
///
/// hash = SHA-256, in hexadecimal, of these joined by line feeds: the hash before (nothing before the first), seq, at,
/// kind, actor, body.
enum Chain {
  enum Kind: String {
    case opened, received, read, judged, decided, entered
  }

  static func hash(after previous: String, seq: Int64, at: String, kind: String, actor: String, body: String) -> String
  {
    let text = [previous, String(seq), at, kind, actor, body].joined(separator: "\n")
    let digits = Array("0123456789abcdef".utf8)
    var hex: [UInt8] = []
    for byte in SHA256.hash(data: Array(text.utf8)) { hex += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: hex, as: UTF8.self)
  }

  /// Returns the body of an event: JSON with sorted keys.
  static func text(of body: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(body), as: UTF8.self)
  }

  /// Puts an event at the end.
  /// - Returns: its number.
  static func append(
    kind: Kind, _ body: some Encodable, _ stamp: AuditStamp, in db: Database
  ) throws -> Int64 {
    let text = try text(of: body)
    let last = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1"))
    let seq = (last?["seq"] as Int64? ?? 0) + 1
    let hash = hash(
      after: last?["hash"] ?? "", seq: seq, at: stamp.at, kind: kind.rawValue, actor: stamp.by, body: text)
    try db.cachedStatement(sql: "INSERT INTO event (seq, at, kind, actor, body, hash) VALUES (?, ?, ?, ?, ?, ?)")
      .execute(arguments: [seq, stamp.at, kind.rawValue, stamp.by, text, hash])
    return seq
  }
}
