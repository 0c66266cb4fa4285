internal import Glibc
internal import Synchronization

/// What parts of the workbooks read last say. Forms sent out from one template come back with the same styles, content
/// types and relationships, byte for byte, and of a small workbook they are a fifth of the work.
///
/// A part is known by its bytes as they are stored in the archive, so that it need not be inflated again; they are
/// compared whole, so that an entry is never taken for another's. It is kept only after it was read without an error.
final class PartCache<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let stored: [UInt8]
    /// What the directory says of the bytes; they were found to inflate to this.
    let method: UInt16
    let size: Int
    let crc: UInt32
    /// Relationships are resolved from the part that they belong to.
    let source: String
    let limits: ReadLimits
    let value: Value
  }

  /// Parts kept at most, and the bytes of the largest: 512 KiB in all.
  private static var entryLimit: Int { 8 }
  private static var byteLimit: Int { 64 << 10 }

  private let entries = Mutex<[Entry]>([])

  /// Returns the value of an entry of these bytes, read by `read` unless an equal one is known.
  func value(
    of entry: ArchiveEntry, stored: [UInt8], source: String, limits: ReadLimits,
    _ read: () throws(XLSXReadError) -> Value
  ) throws(XLSXReadError) -> Value {
    guard stored.count <= Self.byteLimit else { return try read() }
    let kept = entries.withLock { $0 }
    for known in kept
    where known.crc == entry.crc && known.size == entry.size && known.method == entry.method
      && Self.equal(known.stored, stored) && known.source == source && known.limits == limits
    {
      return known.value
    }
    let value = try read()
    let known = Entry(
      stored: stored, method: entry.method, size: entry.size, crc: entry.crc, source: source, limits: limits,
      value: value)
    entries.withLock { entries in
      if entries.count == Self.entryLimit { entries.removeFirst() }
      entries.append(known)
    }
    return value
  }

  private static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    // memcmp reads `count` bytes of both, which they have.
    return unsafe left.withUnsafeBytes { first in
      unsafe right.withUnsafeBytes { second in
        guard let first = first.baseAddress, let second = second.baseAddress else { return true }
        return unsafe memcmp(first, second, left.count) == 0
      }
    }
  }
}

/// The caches of the process.
enum PartCaches {
  static let contentTypes = PartCache<ContentTypes>()
  static let relationships = PartCache<[Relationship]>()
  static let workbooks = PartCache<WorkbookPart>()
  static let styles = PartCache<CellStyles>()
}
