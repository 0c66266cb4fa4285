import Consolidation
import Forms

/// One of several parts into which the files of an inbox are dealt, so that several machines can read them: `3/7`.
public struct InboxShard: Hashable, Sendable, LosslessStringConvertible {
  /// One-based.
  public let number: Int
  public let count: Int

  /// `nil` for a text that is no part of a whole.
  public init?(_ description: String) {
    let parts = description.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]),
      (1...InboxSplit.mostShards).contains(count), (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  public var description: String { "\(number)/\(count)" }

  /// Returns which shard this is of an inbox with these files.
  func split(of files: [Inbox.File]) -> InboxSplit? {
    // No name holds a byte 0.
    let list = Digest.hex(of: Array(files.map(\.name).joined(separator: "\0").utf8))
    return InboxSplit(list: list, count: count, read: [number])
  }

  func holds(_ index: Int) -> Bool { index % count == number - 1 }
}
