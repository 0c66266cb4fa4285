/// What SpreadsheetML does to text after XML is done with it.
enum TextRules {
  /// Appends the text of a `<t>`: trimmed of white space unless it says to keep it, with `_xHHHH_` resolved.
  static func append(_ text: [UInt8], trimming: Bool, to target: inout [UInt8]) {
    var start = 0
    var end = text.count
    if trimming {
      // Blank, tab, CR, LF; not the no-break space, not U+3000.
      while start < end, MarkupReader.isBlank(text[start]) { start += 1 }
      while end > start, MarkupReader.isBlank(text[end - 1]) { end -= 1 }
    }
    appendUnescaped(text[start..<end], to: &target)
  }

  /// Appends text with each `_xHHHH_` made the UTF-16 unit it stands for, left to right and once.
  ///
  /// Two that make a surrogate pair join; half a pair is U+FFFD.
  /// - Source: ECMA-376 Part 1, 22.9.2.19 (ST_Xstring).
  static func appendUnescaped(_ text: ArraySlice<UInt8>, to target: inout [UInt8]) {
    guard hasEscape(text) else {
      target += text
      return
    }
    var rest = text
    var units: [UInt16] = []
    while let byte = rest.first {
      if let unit = escape(rest) {
        units.append(unit)
        rest = rest.dropFirst(7)
        continue
      }
      flush(&units, to: &target)
      target.append(byte)
      rest = rest.dropFirst()
    }
    flush(&units, to: &target)
  }

  /// Returns how many bytes of a UTF-8 text are left when it is cut to so many UTF-16 units; a character is whole or
  /// gone.
  static func cutLength(_ text: ArraySlice<UInt8>, _ limit: Int) -> Int {
    if text.count <= limit { return text.count }
    var units = 0
    for index in text.indices where text[index] & 0xC0 != 0x80 {
      units += text[index] >= 0xF0 ? 2 : 1
      if units > limit { return index - text.startIndex }
    }
    return text.count
  }

  private static func flush(_ units: inout [UInt16], to target: inout [UInt8]) {
    guard !units.isEmpty else { return }
    target += String(decoding: units, as: UTF16.self).utf8
    units.removeAll(keepingCapacity: true)
  }

  private static func hasEscape(_ text: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in text {
      if byte == UInt8(ascii: "x") && previous == UInt8(ascii: "_") { return true }
      previous = byte
    }
    return false
  }

  private static func escape(_ text: ArraySlice<UInt8>) -> UInt16? {
    let start = text.startIndex
    guard text.count >= 7, text[start] == UInt8(ascii: "_"), text[start + 1] == UInt8(ascii: "x"),
      text[start + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for byte in text[(start + 2)..<(start + 6)] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte & 15
      case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"): digit = (byte & 15) + 9
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
