/// Checks and escapes of text before it goes to the library, which takes C strings and cuts silently.
enum TextCheck {
  /// Returns text for a cell, a run, a comment or a formula's cached value, with escapes where XML has no such
  /// character.
  ///
  /// Control characters other than tab and line feed, U+FFFE, U+FFFF, and what already looks like an escape become
  /// `_xHHHH_`.
  /// - Source: ECMA-376 Part 1, 22.9.2.19 (ST_Xstring).
  static func cellText(_ text: String, limit: Int = SheetLimits.cellText) throws(XLSXWriteError) -> String {
    try checkLength(text, limit: limit, what: "text")
    return needsEscape(text) ? try escape(text) : text
  }

  /// Units of the longest escape of one byte.
  static let longestEscape = 7

  /// Returns the length of a text in UTF-16 units once its escapes are written.
  static func length(_ text: String) -> Int {
    guard needsEscape(text) else { return text.utf16.count }
    return text.unicodeScalars.reduce(0) { length, scalar in
      let isEscaped =
        scalar.value < 0x20 && scalar.value != 0x09 && scalar.value != 0x0A
        || scalar.value >= 0xFFFE && scalar.value <= 0xFFFF
      // An underscore may begin what looks like an escape.
      return length + (isEscaped || scalar == "_" ? longestEscape : UTF16.width(scalar))
    }
  }

  /// Returns a formula without its leading `=`.
  static func formula(_ formula: String, limit: Int = SheetLimits.formula) throws(XLSXWriteError) -> String {
    let body = formula.hasPrefix("=") ? String(formula.dropFirst()) : formula
    guard !body.isEmpty else { throw XLSXWriteError(.option, "the formula is empty") }
    try checkLength(body, limit: limit, what: "formula")
    try checkCharacters(body, what: "formula", allowsLineFeed: true)
    return body
  }

  /// Checks text of an attribute or a property, where no escape exists.
  static func plain(
    _ text: String, limit: Int, what: String, allowsLineFeed: Bool = false
  ) throws(XLSXWriteError) {
    try checkLength(text, limit: limit, what: what)
    try checkCharacters(text, what: what, allowsLineFeed: allowsLineFeed)
  }

  /// Checks text in the same way, with a limit in bytes.
  static func plain(_ text: String, bytes limit: Int, what: String) throws(XLSXWriteError) {
    guard text.utf8.count <= limit else {
      throw XLSXWriteError(.textTooLong, "\(what) has \(text.utf8.count) bytes of UTF-8, at most \(limit) are possible")
    }
    try checkCharacters(text, what: what, allowsLineFeed: false)
  }

  private static func checkLength(_ text: String, limit: Int, what: String) throws(XLSXWriteError) {
    guard text.utf8.count > limit else { return }
    let length = text.utf16.count
    guard length <= limit else {
      throw XLSXWriteError(.textTooLong, "\(what) has \(length) characters, at most \(limit) are possible")
    }
  }

  /// Returns true for a header or footer with `&G` or `&[Picture]` in it.
  static func holdsPicture(_ code: String) -> Bool {
    // Looked for byte by byte: searching a text for a text compares whole characters.
    let bytes = Array(code.utf8)
    let picture = Array("&[Picture]".utf8)
    return bytes.indices.contains { start in
      guard bytes[start] == UInt8(ascii: "&") else { return false }
      let rest = bytes[start...]
      return rest.dropFirst().first == UInt8(ascii: "G") || rest.starts(with: picture)
    }
  }

  private static func checkCharacters(_ text: String, what: String, allowsLineFeed: Bool) throws(XLSXWriteError) {
    // Nearly every text has only characters from U+0020 to U+EFFF.
    guard !text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0xEF }) else { return }
    for scalar in text.unicodeScalars where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF {
      if allowsLineFeed, scalar == "\n" || scalar == "\t" { continue }
      throw XLSXWriteError(.character, "\(what) holds the character U+\(hex(scalar.value)), which it cannot hold")
    }
  }

  /// Returns whether one of the bytes could begin something to escape. It may say yes too often, never no.
  private static func needsEscape(_ text: String) -> Bool {
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF; full-width punctuation begins with EF too.
    var (before, last): (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if byte < 0x20, byte != 0x0A, byte != 0x09 { return true }
      if byte == UInt8(ascii: "x"), last == UInt8(ascii: "_") { return true }
      if byte >= 0xBE, last == 0xBF, before == 0xEF { return true }
      (before, last) = (last, byte)
    }
    return false
  }

  private static func escape(_ text: String) throws(XLSXWriteError) -> String {
    let scalars = Array(text.unicodeScalars)
    var escaped = ""
    for index in scalars.indices {
      let scalar = scalars[index]
      switch scalar.value {
      case 0:
        throw XLSXWriteError(.character, "the text holds the character U+0000, which a workbook cannot hold")
      case 0x01...0x08, 0x0B...0x1F, 0xFFFE, 0xFFFF:
        escaped += "_x\(hex(scalar.value))_"
      case 0x5F where looksEscaped(scalars[index...]):
        escaped += "_x005F_"
      default:
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Returns whether the text reads `_xHHHH_` from here.
  private static func looksEscaped(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let head = Array(rest.prefix(7))
    return head.count == 7 && head[1] == "x" && head[6] == "_" && head[2...5].allSatisfy(\.properties.isASCIIHexDigit)
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
