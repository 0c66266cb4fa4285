extension MarkupReader {
  /// Appends the current text, with references resolved and line ends made LF.
  func appendText(_ bytes: RawSpan, to text: inout [UInt8]) throws(XLSXReadError) {
    if isPlain {
      text.append(bytes, textStart, textEnd)
    } else {
      try decode(bytes, textStart, textEnd, as: isCDATA ? .cdata : .text, into: &text)
    }
  }

  /// Returns the value of an attribute, with references resolved and white space made blanks.
  func string(of attribute: MarkupAttribute, _ bytes: RawSpan) throws(XLSXReadError) -> String {
    if attribute.isPlain { return bytes.string(attribute.valueStart, attribute.valueEnd) }
    var text: [UInt8] = []
    try decode(bytes, attribute.valueStart, attribute.valueEnd, as: .attribute, into: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Returns the value of an attribute without a prefix; `nil` when there is none.
  func string(_ name: KnownName, _ bytes: RawSpan) throws(XLSXReadError) -> String? {
    guard let attribute = attribute(name) else { return nil }
    return try string(of: attribute, bytes)
  }

  /// Returns true for `1`, `true` or `on`; false for anything else, or nothing.
  func flag(_ name: KnownName, _ bytes: RawSpan) throws(XLSXReadError) -> Bool {
    let text = try string(name, bytes)
    return text == "1" || text == "true" || text == "on"
  }

  private enum Source { case text, cdata, attribute }

  private func decode(
    _ bytes: RawSpan, _ start: Int, _ end: Int, as source: Source, into text: inout [UInt8]
  ) throws(XLSXReadError) {
    var index = start
    while index < end {
      let byte = bytes.byte(index)
      index += 1
      switch byte {
      case UInt8(ascii: "&") where source != .cdata:
        index = try reference(bytes, index, end, into: &text)
      case 0x0D:
        // CR LF is one line end; of its two bytes the LF gives the character.
        if index < end && bytes.byte(index) == 0x0A { continue }
        text.append(source == .attribute ? 0x20 : 0x0A)
      case 0x09 where source == .attribute, 0x0A where source == .attribute:
        text.append(0x20)
      default:
        text.append(byte)
      }
    }
  }

  /// Resolves the reference whose first byte after & is at `start`; gives the place after its semicolon.
  private func reference(
    _ bytes: RawSpan, _ start: Int, _ end: Int, into text: inout [UInt8]
  ) throws(XLSXReadError) -> Int {
    // The longest are &#x10FFFF; and their like with zeros in front.
    var index = start
    while index < end, index - start < 16, bytes.byte(index) != UInt8(ascii: ";") { index += 1 }
    guard index < end, bytes.byte(index) == UInt8(ascii: ";") else {
      throw malformed("& without a reference", at: start - 1)
    }
    switch bytes.string(start, index) {
    case "amp": text.append(UInt8(ascii: "&"))
    case "lt": text.append(UInt8(ascii: "<"))
    case "gt": text.append(UInt8(ascii: ">"))
    case "quot": text.append(UInt8(ascii: "\""))
    case "apos": text.append(UInt8(ascii: "'"))
    case let name:
      guard let scalar = Self.scalar(name) else {
        throw malformed("a reference that means nothing", at: start - 1)
      }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return index + 1
  }

  /// Returns the character of `#20013` or `#x4e2d`; `nil` where XML has none.
  /// - Source: XML 1.0, 2.2 (Char) and 4.1.
  private static func scalar(_ name: String) -> Unicode.Scalar? {
    guard name.utf8.first == UInt8(ascii: "#") else { return nil }
    let isHex = name.dropFirst().utf8.first == UInt8(ascii: "x")
    let digits = name.dropFirst(isHex ? 2 : 1)
    // UInt32 would take a sign.
    guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
      let code = UInt32(digits, radix: isHex ? 16 : 10),
      code >= 0x20 || code == 9 || code == 10 || code == 13, code != 0xFFFE, code != 0xFFFF
    else { return nil }
    return Unicode.Scalar(code)
  }
}
