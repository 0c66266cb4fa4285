/// Strings as JSON writes them.
enum JSONText {
  /// Appends the text in quotes; only what must be escaped is.
  /// - Source: RFC 8259, 7.
  static func append(_ text: String, to buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): buffer += [UInt8(ascii: "\\"), byte]
      case 0x0A: buffer += "\\n".utf8
      case 0x0D: buffer += "\\r".utf8
      case 0x09: buffer += "\\t".utf8
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        buffer += "\\u00\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8
      default: buffer.append(byte)
      }
    }
    buffer.append(UInt8(ascii: "\""))
  }
}
