internal import Synchronization

/// What parts of the workbooks read last say. Forms sent out from one template come back with the same styles, content
/// types and relationships, byte for byte, and of a small workbook they are a sixth of the work.
///
/// A part is compared whole, so that an entry is never taken for another's; it is kept only after it was read without
/// an error.
final class PartCache<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let bytes: [UInt8]
    /// Relationships are resolved from the part that they belong to.
    let source: String
    let limits: ReadLimits
    let value: Value
  }

  /// Parts kept at most, and the bytes of the largest: 512 KiB in all.
  private static var entryLimit: Int { 8 }
  private static var byteLimit: Int { 64 << 10 }

  private let entries = Mutex<[Entry]>([])

  /// The value of a part, read by `read` unless an equal one is known.
  func value(
    of part: PartBytes, source: String = "", limits: ReadLimits, _ read: () throws(XLSXReadError) -> Value
  ) throws(XLSXReadError) -> Value {
    guard part.storage.count <= Self.byteLimit else { return try read() }
    let kept = entries.withLock { $0 }
    for entry in kept where Self.equal(entry.bytes, part.storage) && entry.source == source && entry.limits == limits {
      return entry.value
    }
    let entry = Entry(bytes: part.storage, source: source, limits: limits, value: try read())
    entries.withLock { entries in
      if entries.count == Self.entryLimit { entries.removeFirst() }
      entries.append(entry)
    }
    return entry.value
  }

  /// Word by word, since `==` goes byte by byte.
  private static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    // Bytes have no padding, and the storages outlive the call.
    let (first, second) = unsafe (left.span.bytes, right.span.bytes)
    // What is left out at the end is of the zeros that every part has.
    for offset in stride(from: 0, to: left.count - 7, by: 8) where first.word(offset) != second.word(offset) {
      return false
    }
    return true
  }
}

/// The caches of the process.
enum PartCaches {
  static let contentTypes = PartCache<ContentTypes>()
  static let relationships = PartCache<[Relationship]>()
  static let styles = PartCache<CellStyles>()
}
