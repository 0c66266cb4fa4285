/// A zip archive open for reading: names, and entries one at a time, within limits.
///
/// Not safe to share between threads; open one per task.
package final class ArchiveReader {
  package let limits: ReadLimits
  /// In the order of the directory.
  package let entries: [ArchiveEntry]
  /// Whether a member whose name is in plain letters has another one in a field that not every program knows.
  package let hasSecondNames: Bool
  private let handle: ArchiveHandle
  private let inflater: Inflater
  /// Bytes of the file.
  private let fileSize: Int
  private var inflatedBytes = 0

  /// Opens a file; says what it is when it is no archive.
  package convenience init(path: String, limits: ReadLimits = .standard) throws(XLSXReadError) {
    let bytes = path.utf8
    let name = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes[bytes.index(after: $0)...] } ?? bytes[...]
    if name.starts(with: "~$".utf8) { throw XLSXReadError(.lockFile) }
    let file = try OpenFile(path: path)
    try Self.checkSize(file.size, limits)
    let isSmall = file.size <= limits.bytesInMemory
    let block = try FileBlock.reading(isSmall ? file.size : FileSignature.headLength, from: file)
    try Self.checkSignature(block, isWhole: isSmall)
    let hasSecondNames =
      if isSmall {
        try Self.checkEnd(block, limits)
      } else {
        try ArchiveEnd.check(size: file.size, mostMembers: limits.entries) { place, count throws(XLSXReadError) in
          try file.bytes(count, from: place)
        }
      }
    let handle = try isSmall ? ArchiveHandle(block: block) : ArchiveHandle(path: path)
    try self.init(handle: handle, fileSize: file.size, limits: limits, hasSecondNames: hasSecondNames)
  }

  /// Opens an archive in memory. The bytes are copied.
  package convenience init(bytes: [UInt8], limits: ReadLimits = .standard) throws(XLSXReadError) {
    try Self.checkSize(bytes.count, limits)
    let block = try FileBlock.copying(bytes)
    try Self.checkSignature(block, isWhole: true)
    let hasSecondNames = try Self.checkEnd(block, limits)
    try self.init(
      handle: ArchiveHandle(block: block), fileSize: bytes.count, limits: limits, hasSecondNames: hasSecondNames)
  }

  private init(
    handle: consuming ArchiveHandle, fileSize: Int, limits: ReadLimits, hasSecondNames: Bool
  ) throws(XLSXReadError) {
    let count = handle.count
    guard count <= limits.entries else {
      throw .exceeded("entries", limits.entries, found: count)
    }
    var entries: [ArchiveEntry] = []
    entries.reserveCapacity(count)
    for index in 0..<count {
      guard let entry = handle.entry(index) else {
        throw XLSXReadError(.damagedArchive, reason: "entry \(index) of the directory")
      }
      entries.append(entry)
    }
    self.entries = entries
    self.hasSecondNames = hasSecondNames
    self.handle = handle
    inflater = try Inflater()
    self.fileSize = fileSize
    self.limits = limits
  }

  private static func checkSize(_ size: Int, _ limits: ReadLimits) throws(XLSXReadError) {
    if size == 0 { throw XLSXReadError(.emptyFile) }
    if size > limits.fileBytes {
      throw .exceeded("fileBytes", limits.fileBytes, found: size)
    }
  }

  private static func checkSignature(_ block: borrowing FileBlock, isWhole: Bool) throws(XLSXReadError) {
    switch block.withBytes({ FileSignature($0) }) {
    case .zip: break
    case .foreign(let code): throw XLSXReadError(code)
    case .unknown:
      // Bytes may stand before an archive; only libzip can tell. It says so below if there is none.
      guard isWhole, block.withBytes({ Self.hasEndRecord($0) }) else { throw XLSXReadError(.unknownFormat) }
    }
  }

  private static func checkEnd(_ block: borrowing FileBlock, _ limits: ReadLimits) throws(XLSXReadError) -> Bool {
    try ArchiveEnd.check(size: block.count, mostMembers: limits.entries) { place, count throws(XLSXReadError) in
      block.bytes(count, from: place)
    }
  }

  private static func hasEndRecord(_ bytes: RawSpan) -> Bool {
    guard bytes.byteCount >= 22 else { return false }
    // The end record is followed by a comment of at most 65,535 bytes.
    for offset in max(0, bytes.byteCount - 65_557)...(bytes.byteCount - 22)
    where bytes.word(offset) & 0xFFFF_FFFF == 0x0605_4B50 {
      return true
    }
    return false
  }

  /// Returns the bytes of an entry, inflated and checked against the directory's size and checksum.
  package func read(_ entry: ArchiveEntry) throws(XLSXReadError) -> [UInt8] {
    Array(try part(entry, name: entry.name).content)
  }

  /// Returns the same with the zeros that the parser needs.
  func part(_ entry: ArchiveEntry, name: String) throws(XLSXReadError) -> PartBytes {
    try part(entry, stored: stored(entry, name: name), name: name)
  }

  /// Returns the bytes of an entry as they are stored, its claims compared with the limits.
  func stored(_ entry: ArchiveEntry, name: String) throws(XLSXReadError) -> [UInt8] {
    try check(entry, name)
    guard let stored = handle.storedBytes(entry.index, count: entry.compressedSize) else {
      throw XLSXReadError(.damagedEntry, part: name, reason: "the data end too early")
    }
    inflatedBytes += entry.size
    return stored
  }

  /// Returns what the stored bytes of an entry inflate to, checked against the directory's size and checksum.
  func part(_ entry: ArchiveEntry, stored: [UInt8], name: String) throws(XLSXReadError) -> PartBytes {
    let bytes: [UInt8]
    if entry.method == 0 {
      guard entry.size == stored.count else {
        throw XLSXReadError(.damagedEntry, part: name, reason: "stored size differs")
      }
      bytes = stored + [UInt8](repeating: 0, count: PartBytes.sentinel)
    } else {
      guard let inflated = inflater.inflate(stored, size: entry.size) else {
        throw XLSXReadError(.damagedEntry, part: name, reason: "cannot be inflated to \(entry.size) bytes")
      }
      bytes = inflated
    }
    guard Inflater.crc(bytes, count: entry.size) == entry.crc else {
      throw XLSXReadError(.damagedEntry, part: name, reason: "checksum differs")
    }
    return PartBytes(withSentinel: bytes, part: name)
  }

  /// Inflates and checks an entry as reading does, and keeps nothing of it; gives its bytes.
  package func inflate(_ entry: ArchiveEntry) throws(XLSXReadError) -> Int {
    try part(entry, name: entry.name).count
  }

  /// Returns a window that slides over an entry, for parts too large to be held; `nil` where only `part` can say what
  /// is wrong.
  func window(_ entry: ArchiveEntry, name: String, length: Int) throws(XLSXReadError) -> PartWindow? {
    try check(entry, name)
    guard let stream = handle.stream(entry) else { return nil }
    inflatedBytes += entry.size
    return PartWindow(stream, size: entry.size, length: length)
  }

  /// Checks everything that the directory claims, before memory is taken for it.
  private func check(_ entry: ArchiveEntry, _ name: String) throws(XLSXReadError) {
    guard !entry.isEncrypted else { throw XLSXReadError(.encrypted, part: name) }
    guard entry.method == 0 || entry.method == 8 else {
      throw XLSXReadError(.unsupportedCompression, part: name, reason: "method \(entry.method)")
    }
    guard entry.compressedSize <= fileSize else {
      throw XLSXReadError(.damagedEntry, part: name, reason: "larger than the file")
    }
    guard entry.size <= limits.partBytes else {
      throw .exceeded("partBytes", limits.partBytes, found: entry.size, part: name)
    }
    // Deflate cannot do better than 1,032 to 1, so a larger claim is a lie whatever the limits are.
    let ratio = entry.size > limits.ratioFloor ? min(limits.ratio, 1032) : 1032
    guard entry.size <= 64 || entry.size / ratio <= entry.compressedSize else {
      throw .exceeded("ratio", ratio, found: entry.size / max(entry.compressedSize, 1), part: name)
    }
    guard inflatedBytes <= limits.totalBytes - entry.size else {
      throw .exceeded("totalBytes", limits.totalBytes, part: name)
    }
  }
}
