/// How the files of an inbox were dealt to several machines, and which of these shards have been read.
public struct InboxSplit: Hashable, Sendable {
  /// Shards into which an inbox may be dealt.
  public static let mostShards = 10_000

  /// SHA-256 over the names of the files that were dealt, in their order: only equal lists are dealt alike.
  public let list: String
  /// Shards of the whole.
  public let count: Int
  /// One-based.
  public let read: Set<Int>

  /// `nil` for shards that such a split does not have, and for none.
  public init?(list: String, count: Int, read: Set<Int>) {
    guard (1...Self.mostShards).contains(count), !read.isEmpty, read.allSatisfy({ (1...count).contains($0) }) else {
      return nil
    }
    self.list = list
    self.count = count
    self.read = read
  }

  /// The shards that nobody has read, in order.
  public var missing: [Int] { (1...count).filter { !read.contains($0) } }
}

extension [InboxSplit] {
  /// Returns the splits of both, in the order of their lists, each with the shards of both.
  ///
  /// - Throws: where a list was dealt into another number of shards.
  func merging(_ other: [InboxSplit]) throws(PartialError) -> [InboxSplit] {
    var merged = self
    for split in other {
      guard let index = merged.firstIndex(where: { $0.list == split.list }) else {
        merged.append(split)
        continue
      }
      let own = merged[index]
      guard own.count == split.count,
        let joined = InboxSplit(list: own.list, count: own.count, read: own.read.union(split.read))
      else { throw .differentSplit(own.count, split.count) }
      merged[index] = joined
    }
    return merged.sorted { $0.list < $1.list }
  }
}
