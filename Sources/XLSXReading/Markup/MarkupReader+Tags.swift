extension MarkupReader {
  /// Reads a start tag at `position` and opens its element.
  mutating func startTag(_ bytes: RawSpan) throws(XLSXReadError) {
    if open.isEmpty && sawRoot { throw malformed("a second root element") }
    guard open.count < limits.depth else { throw exceeded("depth", limits.depth) }
    sawRoot = true
    position += 1
    let (start, local, end) = try scanName(bytes)
    let outerBindings = bindings.count
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    try scanAttributes(bytes)
    try checkTokenLength()
    nameStart = start
    localStart = local
    nameEnd = end
    name = names.find(bytes, local, end)
    namespace = namespace(ofPrefix: start, local == start ? start : local - 1, bytes)
    open.append(
      OpenElement(
        name: name, namespace: namespace, nameStart: start, localStart: local, nameEnd: end, bindings: outerBindings))
  }

  /// Reads an end tag at `position` and compares it with the open element.
  mutating func endTag(_ bytes: RawSpan) throws(XLSXReadError) {
    guard let element = open.last else { throw malformed("an end tag without a start tag") }
    position += 2
    let length = element.nameEnd - element.nameStart
    for index in 0..<length where bytes.byte(position + index) != bytes.byte(element.nameStart + index) {
      throw malformed("an end tag that does not match", at: tokenStart)
    }
    position += length
    skipBlanks(bytes)
    guard bytes.byte(position) == UInt8(ascii: ">") else {
      throw malformed("an end tag that does not match", at: tokenStart)
    }
    position += 1
  }

  /// Reads a qualified name; gives where it begins, where its local part begins, and its end.
  @inline(__always) private mutating func scanName(
    _ bytes: RawSpan
  ) throws(XLSXReadError) -> (start: Int, local: Int, end: Int) {
    let start = position
    var local = start
    guard Self.beginsName(bytes.byte(start)) else { throw malformed("a name expected") }
    while true {
      let word = bytes.word(position)
      let hits = Self.nameEnds(word)
      if hits == 0 {
        position += 8
        continue
      }
      position += hits.trailingZeroBitCount / 8
      switch bytes.byte(position) {
      case UInt8(ascii: ":"):
        if local == start { local = position + 1 }
      case UInt8(ascii: "?"): break
      default: return (start, local, position)
      }
      position += 1
    }
  }

  /// Returns a high bit for each byte that may end a name (white space and below, `"` `&` `'` `/` `<` `=` `>`), and for
  /// `:` and `?`, which do not; false ones only above a true one.
  @inline(__always) private static func nameEnds(_ word: UInt64) -> UInt64 {
    let blanks = (word &- 0x2121_2121_2121_2121) & ~word & 0x8080_8080_8080_8080
    let colonsAndSlashes = zeros(word ^ 0x2F2F_2F2F_2F2F_2F2F) | zeros(word ^ 0x3A3A_3A3A_3A3A_3A3A)
    let angles = zeros((word & 0xFCFC_FCFC_FCFC_FCFC) ^ 0x3C3C_3C3C_3C3C_3C3C)
    let quotes = zeros(word ^ 0x2222_2222_2222_2222) | zeros((word & 0xFEFE_FEFE_FEFE_FEFE) ^ 0x2626_2626_2626_2626)
    return blanks | colonsAndSlashes | angles | quotes
  }

  private mutating func scanAttributes(_ bytes: RawSpan) throws(XLSXReadError) {
    while true {
      let before = position
      skipBlanks(bytes)
      switch bytes.byte(position) {
      case UInt8(ascii: ">"):
        position += 1
        return
      case UInt8(ascii: "/"):
        guard bytes.byte(position + 1) == UInt8(ascii: ">") else { throw malformed("/ without >") }
        position += 2
        endsNext = true
        return
      default:
        guard position > before else { throw malformed("white space expected between attributes") }
        try scanAttribute(bytes)
      }
    }
  }

  private mutating func scanAttribute(_ bytes: RawSpan) throws(XLSXReadError) {
    let (start, local, end) = try scanName(bytes)
    skipBlanks(bytes)
    guard bytes.byte(position) == UInt8(ascii: "=") else { throw malformed("= expected after an attribute's name") }
    position += 1
    skipBlanks(bytes)
    let quote = bytes.byte(position)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw malformed("a quote expected") }
    position += 1
    let valueStart = position
    var isPlain = true
    let quotes = UInt64(quote) &* 0x0101_0101_0101_0101
    while true {
      let word = bytes.word(position)
      // A high bit for each byte that is the quote, &, < or below a blank; borrows make false ones only above a true one.
      let hits =
        Self.zeros(word ^ quotes) | Self.zeros(word ^ 0x2626_2626_2626_2626) | Self.zeros(word ^ 0x3C3C_3C3C_3C3C_3C3C)
        | (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
      if hits == 0 {
        position += 8
        continue
      }
      position += hits.trailingZeroBitCount / 8
      let byte = bytes.byte(position)
      if byte == quote { break }
      if byte < 0x20 || byte == UInt8(ascii: "&") {
        if byte == 0 { throw malformed(position == contentEnd ? "the part ends inside a tag" : "a NUL byte") }
        isPlain = false
      } else if byte == UInt8(ascii: "<") {
        throw malformed("< inside an attribute")
      }
      position += 1
    }
    let attribute = MarkupAttribute(
      name: names.find(bytes, local, end), nameStart: start, localStart: local, nameEnd: end,
      valueStart: valueStart, valueEnd: position, isPlain: isPlain)
    position += 1
    try checkUnique(attribute, bytes)
    attributes.append(attribute)
    if attribute.name == .xmlns || attribute.hasPrefix { try bind(attribute, bytes) }
  }

  @inline(__always) private func checkUnique(_ attribute: MarkupAttribute, _ bytes: RawSpan) throws(XLSXReadError) {
    guard attributes.count < limits.attributes else { throw exceeded("attributes", limits.attributes) }
    let length = attribute.nameEnd - attribute.nameStart
    for other in attributes where other.name == attribute.name && other.nameEnd - other.nameStart == length {
      if equal(bytes, attribute.nameStart, other.nameStart, length) { throw malformed("an attribute twice") }
    }
  }

  mutating func skipBlanks(_ bytes: RawSpan) {
    while case let byte = bytes.byte(position), byte <= 0x20, Self.isBlank(byte) { position += 1 }
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func beginsName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Returns whether two stretches of the part hold the same bytes.
  @inline(__always) func equal(_ bytes: RawSpan, _ first: Int, _ second: Int, _ length: Int) -> Bool {
    for index in 0..<length where bytes.byte(first + index) != bytes.byte(second + index) { return false }
    return true
  }
}
