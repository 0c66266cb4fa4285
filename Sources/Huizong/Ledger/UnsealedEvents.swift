import LedgerStore

/// Events with which a ledger ended before a run, and which its key did not seal.
public struct UnsealedEvents: Hashable, Sendable {
  /// Their numbers.
  public let events: ClosedRange<Int64>

  /// Returns what a ledger ends with that its key did not seal; `nil` where all is sealed there, and without a key.
  init?(atEndOf ledger: Ledger) throws(LedgerError) {
    guard let events = try ledger.head()?.unsealedEnd else { return nil }
    self.events = events
  }
}
