/// One of several parts into which the files of an inbox are dealt, so that several machines can read them: `3/7`.
public struct InboxShard: Hashable, Sendable, LosslessStringConvertible {
  /// One-based.
  public let number: Int
  public let count: Int

  /// `nil` for a text that is no part of a whole.
  public init?(_ description: String) {
    let parts = description.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), (1...10_000).contains(count),
      (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  public var description: String { "\(number)/\(count)" }

  func holds(_ index: Int) -> Bool { index % count == number - 1 }
}
