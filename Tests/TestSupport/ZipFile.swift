/// Writes zip archives, honest ones or not.
public struct ZipFile: Sendable {
  public var entries: [ZipEntry]

  public init(_ entries: [ZipEntry]) {
    self.entries = entries
  }

  public var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = file.count
      file += Self.number(0x0403_4B50, 4) + Self.number(20, 2) + Self.common(entry) + entry.name
      file += entry.extra + entry.stored
      directory += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + Self.number(20, 2) + Self.common(entry)
      directory += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4)
      directory += Self.number(offset, 4) + entry.name + entry.extra
    }
    let end =
      Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(entries.count, 2) + Self.number(entries.count, 2)
      + Self.number(directory.count, 4) + Self.number(file.count, 4) + Self.number(0, 2)
    return file + directory + end
  }

  /// What stands in the local header and in the directory alike, flags to extra length.
  private static func common(_ entry: ZipEntry) -> [UInt8] {
    let sizes = number(Int(entry.crc), 4) + number(entry.compressedSize, 4) + number(entry.size, 4)
    return number(Int(entry.flags), 2) + number(Int(entry.method), 2) + number(0, 2) + number(0x5821, 2) + sizes
      + number(entry.name.count, 2) + number(entry.extra.count, 2)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
