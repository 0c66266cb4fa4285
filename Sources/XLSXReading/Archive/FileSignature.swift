/// What kind of file it is, by its first bytes.
enum FileSignature {
  case zip
  /// Nothing known: an archive may still hide behind it.
  case unknown
  /// Something else, for which there are words.
  case foreign(XLSXReadError.Code)

  /// Bytes at the beginning that are looked at.
  static let headLength = 4096

  init(_ bytes: RawSpan) {
    if bytes.byteCount >= 8, bytes.word(0) & 0xFFFF_FFFF == 0x0403_4B50 {
      self = .zip
      return
    }
    let head = (0..<min(bytes.byteCount, Self.headLength)).map { bytes.byte($0) }
    let magics: [([UInt8], FileSignature)] = [
      ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
      ([0x25, 0x50, 0x44, 0x46], .foreign(.pdf)), ([0x1F, 0x8B], .foreign(.otherArchive)),
      ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], .foreign(.otherArchive)),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .foreign(.otherArchive)),
    ]
    if let known = magics.first(where: { head.starts(with: $0.0) }) {
      self = known.1
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .foreign(Self.insideOLE2(bytes))
    } else if Self.isLockFile(head, size: bytes.byteCount) {
      self = .foreign(.lockFile)
    } else {
      self = Self.text(head)
    }
  }

  /// Returns true for what begins as a lock file: a name of 54 characters and its length, once in bytes and once in
  /// UTF-16.
  private static func isLockFile(_ head: [UInt8], size: Int) -> Bool {
    guard size == 165, let length = head.first else { return false }
    return (1...54).contains(length)
  }

  private static func text(_ head: [UInt8]) -> FileSignature {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .foreign(.csv) }
    let isControl = { (byte: UInt8) in byte < 0x20 && !(9...13).contains(byte) && byte != 0x1B }
    if head.contains(where: isControl) { return .unknown }
    let words = String(decoding: head, as: UTF8.self).lowercased()
    let start = words.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if start.hasPrefix("<?xml") && !words.contains("<html") { return .foreign(.xml2003) }
    let marks = ["<html", "<!doctype html", "<table", "<head", "<meta", "<style", "<div", "mime-version:"]
    if marks.contains(where: { start.hasPrefix($0) }) || words.contains("<html") { return .foreign(.html) }
    return .foreign(.csv)
  }

  /// Looks for the names of streams; directory entries stand at multiples of 128 bytes.
  /// - Source: MS-CFB 2.6.1.
  private static func insideOLE2(_ bytes: RawSpan) -> XLSXReadError.Code {
    let names: [(String, XLSXReadError.Code)] = [
      ("EncryptedPackage", .encrypted), ("Workbook", .legacyXLS), ("Book", .legacyXLS),
    ]
    let patterns = names.map { name, code in (utf16(name), code) }
    var found: XLSXReadError.Code?
    for entry in stride(from: 512, through: bytes.byteCount - 128, by: 128) {
      for (pattern, code) in patterns where Self.matches(pattern, at: entry, in: bytes) {
        // An encrypted workbook has no Workbook stream; the first word is enough.
        if code == .encrypted { return code }
        found = found ?? code
      }
    }
    return found ?? .otherOLE2
  }

  /// Returns the name as UTF-16LE with a closing zero.
  private static func utf16(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in name.utf16 { bytes += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)] }
    return bytes + [0, 0]
  }

  private static func matches(_ pattern: [UInt8], at offset: Int, in bytes: RawSpan) -> Bool {
    for (index, byte) in pattern.enumerated() where bytes.byte(offset + index) != byte { return false }
    return true
  }
}
