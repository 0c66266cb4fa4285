/// An entry for `ZipFile`, with everything the directory says of it; change a field to make it lie.
public struct ZipEntry: Sendable {
  public var name: [UInt8]
  /// The bytes as they lie in the file.
  public var stored: [UInt8]
  /// 0 stored, 8 deflated.
  public var method: UInt16
  public var crc: UInt32
  public var size: Int
  public var compressedSize: Int
  public var flags: UInt16 = 0x0800
  /// Fields behind the name, in the directory and in front of the bytes.
  public var extra: [UInt8] = []

  /// An entry that is not compressed.
  public init(_ name: String, _ content: [UInt8]) {
    self.name = Array(name.utf8)
    stored = content
    method = 0
    crc = Checksum.crc32(content)
    size = content.count
    compressedSize = content.count
  }

  public init(_ name: String, _ text: String) {
    self.init(name, Array(text.utf8))
  }

  /// An entry deflated from `prefix`, then `count` times the last byte of it, then `suffix`; about 158 to 1.
  public init(_ name: String, run count: Int, after prefix: String, before suffix: String = "") {
    var deflater = RunDeflater()
    for byte in prefix.utf8 { deflater.literal(byte) }
    deflater.repeatLast(count)
    for byte in suffix.utf8 { deflater.literal(byte) }
    let content = Array(prefix.utf8) + [UInt8](repeating: prefix.utf8.last ?? 0, count: count) + Array(suffix.utf8)
    self.name = Array(name.utf8)
    stored = deflater.finish()
    method = 8
    crc = Checksum.crc32(content)
    size = content.count
    compressedSize = stored.count
  }
}
