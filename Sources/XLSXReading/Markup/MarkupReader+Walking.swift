extension MarkupReader {
  /// Goes to the root element, which must be the one named.
  mutating func enterRoot(
    _ bytes: RawSpan, _ name: KnownName, _ namespace: MarkupNamespace = .spreadsheetML
  ) throws(XLSXReadError) {
    guard try next(bytes) == .start else { throw malformed("no root element") }
    guard self.is(name, namespace) else {
      throw XLSXReadError(
        .wrongRoot, part: part, offset: tokenStart,
        reason: "the root is \(bytes.string(nameStart, min(nameEnd, nameStart + 64)))")
    }
  }

  /// Goes to the next child of the element that was open at depth `parent`; `false` at its end.
  ///
  /// What is inside a child and was not read is passed over.
  mutating func nextChild(of parent: Int, _ bytes: RawSpan) throws(XLSXReadError) -> Bool {
    while true {
      switch try next(bytes) {
      case .start: if depth == parent + 1 { return true }
      case .end: if depth < parent { return false }
      case .text: continue
      case .finished: return false
      }
    }
  }

  /// Reads the text of the current element up to its end; that of elements inside it does not count.
  mutating func elementText(_ bytes: RawSpan) throws(XLSXReadError) -> String {
    var text: [UInt8] = []
    _ = try appendElementText(bytes, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the text of the current element; returns whether elements stand in it, whose text does not count.
  mutating func appendElementText(_ bytes: RawSpan, to text: inout [UInt8]) throws(XLSXReadError) -> Bool {
    let own = depth
    let passed = passedChoices
    var hasElements = false
    while true {
      switch try next(bytes) {
      case .text: if depth == own { try appendText(bytes, to: &text) }
      case .end: if depth < own { return hasElements || passedChoices > passed }
      case .start: hasElements = true
      case .finished: return hasElements
      }
      if text.count > limits.tokenBytes { throw exceeded("tokenBytes", limits.tokenBytes) }
    }
  }

  /// Reads to the end of the part, so that it is known to be well formed.
  mutating func finishPart(_ bytes: RawSpan) throws(XLSXReadError) {
    while try next(bytes) != .finished {}
  }
}
