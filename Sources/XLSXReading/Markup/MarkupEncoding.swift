/// Brings the bytes of a part into UTF-8, which alone the reader knows.
enum MarkupEncoding {
  /// Returns the part as UTF-8; the same bytes when they are that already.
  /// - Source: XML 1.0, appendix F; OPC allows UTF-8 and UTF-16 only (ECMA-376 Part 2, 8.1.4).
  static func utf8(_ part: PartBytes) throws(XLSXReadError) -> PartBytes {
    if isUsual(part) { return part }
    let head = Array(part.content.prefix(4))
    if head.starts(with: [0xFF, 0xFE]) { return try fromUTF16(part, skipping: 2, bigEndian: false) }
    if head.starts(with: [0xFE, 0xFF]) { return try fromUTF16(part, skipping: 2, bigEndian: true) }
    if head.starts(with: [0x3C, 0x00]) { return try fromUTF16(part, skipping: 0, bigEndian: false) }
    if head.starts(with: [0x00, 0x3C]) { return try fromUTF16(part, skipping: 0, bigEndian: true) }
    switch declared(part) {
    case nil, "utf-8"?, "utf8"?, "us-ascii"?, "ascii"?, "utf-16"?: return part
    case let name?:
      // Any encoding that may stand here has ASCII in it.
      if part.content.allSatisfy({ $0 < 0x80 }) { return part }
      if name == "iso-8859-1" || name == "latin1" { return fromLatin1(part) }
      throw XLSXReadError(.unsupportedEncoding, part: part.part, reason: name)
    }
  }

  /// Returns whether the part begins as nearly all do: as UTF-8 that says so, or with an element of one-byte
  /// characters.
  static func isUsual(_ part: PartBytes) -> Bool {
    let bytes = part.storage
    // The sentinel makes these places exist; a zero or a BOM in them is no usual beginning.
    guard bytes[0] == UInt8(ascii: "<"), bytes[1] != 0 else { return false }
    return bytes[1] != UInt8(ascii: "?") || bytes.starts(with: usualDeclaration)
  }

  private static let usualDeclaration = Array(#"<?xml version="1.0" encoding="UTF-8""#.utf8)

  /// Returns the encoding that the XML declaration names, in small letters.
  private static func declared(_ part: PartBytes) -> String? {
    let head = String(decoding: part.content.prefix(256), as: UTF8.self)
    let start = head.hasPrefix("\u{FEFF}") ? head.dropFirst() : head[...]
    guard start.hasPrefix("<?xml"), let end = start.firstRange(of: "?>") else { return nil }
    let declaration = start[..<end.lowerBound]
    guard let word = declaration.firstRange(of: "encoding") else { return nil }
    let value = declaration[word.upperBound...].drop { $0.isWhitespace || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return value.dropFirst().prefix { $0 != quote }.lowercased()
  }

  private static func fromUTF16(
    _ part: PartBytes, skipping mark: Int, bigEndian: Bool
  ) throws(XLSXReadError) -> PartBytes {
    let content = part.content.dropFirst(mark)
    var text: [UInt8] = []
    text.reserveCapacity(content.count + PartBytes.sentinel)
    let low = bigEndian ? 1 : 0
    let first = content.startIndex
    let units = (0..<content.count / 2).lazy.map { index in
      UInt16(content[first + index * 2 + low]) | UInt16(content[first + index * 2 + 1 - low]) << 8
    }
    // A lone surrogate becomes U+FFFD.
    _ = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) { text.append($0) }
    guard content.count % 2 == 0 else {
      throw XLSXReadError(.malformedMarkup, part: part.part, offset: text.count, reason: "half a UTF-16 character")
    }
    return PartBytes(text, part: part.part)
  }

  private static func fromLatin1(_ part: PartBytes) -> PartBytes {
    var text: [UInt8] = []
    for byte in part.content {
      if byte < 0x80 {
        text.append(byte)
      } else {
        text += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
      }
    }
    return PartBytes(text, part: part.part)
  }
}
