internal import GRDB

/// What proving the chain came to.
public struct ChainReport: Hashable, Sendable {
  public enum Fault: Hashable, Sendable {
    /// An event's digest is not that of what it says, or of the event before.
    case broken(seq: Int64)
    /// Numbers are missing before this event.
    case gap(before: Int64)
    /// A table made from the events has not what they say.
    case table(String)
  }

  public let events: Int
  /// The digest of the last event: who keeps it can prove that nothing was cut off since.
  public let head: String
  public let faults: [Fault]
}

extension Ledger {
  /// Proves every event against the one before it, and the tables against the events.
  ///
  /// - Parameter stop: faults of the chain after which no more are looked for.
  public func verify(stopAfter stop: Int = 20) throws(LedgerError) -> ChainReport {
    try fetch { db in
      var (events, hash, last) = (0, "", Int64(0))
      var faults: [ChainReport.Fault] = []
      let rows = try Row.fetchCursor(db, sql: "SELECT seq, at, kind, actor, body, hash FROM event ORDER BY seq")
      while let row = try rows.next(), faults.count < stop {
        let seq: Int64 = row["seq"]
        if seq != last + 1 { faults.append(.gap(before: seq)) }
        let own: String = row["hash"]
        let wanted = Chain.hash(
          after: hash, seq: seq, at: row["at"], kind: row["kind"], actor: row["actor"], body: row["body"])
        if own != wanted { faults.append(.broken(seq: seq)) }
        (events, hash, last) = (events + 1, own, seq)
      }
      for (table, kind) in [
        ("receipt", "received"), ("reading", "read"), ("verdict", "judged"), ("decision", "decided"),
        ("entry", "entered"),
      ] {
        let strays = try Int.fetchOne(
          db,
          sql: """
            SELECT (SELECT COUNT(*) FROM event WHERE kind = ? AND seq NOT IN (SELECT seq FROM "\(table)"))
              + (SELECT COUNT(*) FROM "\(table)" WHERE seq NOT IN (SELECT seq FROM event WHERE kind = ?))
            """, arguments: [kind, kind])
        if strays != 0 { faults.append(.table(table)) }
      }
      return ChainReport(events: events, head: hash, faults: faults)
    }
  }
}
