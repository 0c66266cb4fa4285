// How it works
//
// A pull parser over the bytes of one whole part: each call of `next` goes on to the next start tag, end
// tag or stretch of text. It holds places (Int), never the bytes: a RawSpan may not be stored without
// experimental features, so the caller passes the same span to every call. State lives in this struct, in
// a local variable of the caller; in a class each access would pay for exclusivity checks.
//
// Every scan stops at a zero byte. Behind the content stand 64 of them (`PartBytes`), so a loop needs no
// second condition; only at a zero is it decided whether the part has ended or holds an illegal NUL.
//
// It accepts well-formed XML without a document type; it is lenient about control characters and names.
// Anything that could make two readers see different documents (mismatched tags, second roots, repeated
// attributes, undefined entities) is an error.
//
// `mc:AlternateContent` is no element to those who walk: what is in its `mc:Fallback` reads as if it stood there, and a
// `mc:Choice`, which is for programs that know its namespaces, is passed over (`MarkupReader+Alternates.swift`).

/// Reads the markup of one part, a token at a time.
struct MarkupReader {
  let part: String
  let limits: ReadLimits
  /// Bytes of the content.
  var contentEnd: Int
  let names = NameTable.shared

  /// Where the next token begins.
  var position: Int
  /// Where the current token begins.
  var tokenStart = 0

  // Of a start or end tag.
  var name = KnownName.unknown
  var namespace = MarkupNamespace.none
  var nameStart = 0
  var localStart = 0
  var nameEnd = 0
  /// Of a start tag.
  var attributes: [MarkupAttribute] = []

  // Of text.
  var textStart = 0
  var textEnd = 0
  /// No reference and no carriage return in it: the bytes are the text.
  var isPlain = true
  var isCDATA = false

  var open: [OpenElement] = []
  var bindings: [NamespaceBinding] = []
  var endsNext = false
  var sawRoot = false
  /// How many `mc:Choice` were passed over so far: a program that knows their namespaces reads something else.
  var passedChoices = 0
  /// Whether in one of them stood an element that says what is seen of cells.
  var passedTelling = false
  /// Whether alternate content is unwrapped; else its elements are like any others.
  var unwraps = true
  /// Elements of `open` that are unwrapped.
  var unwrapped = 0

  /// Elements open, less those that are unwrapped; after a start tag it counts that element, after an end tag no longer.
  var depth: Int { open.count - unwrapped }

  /// A reader of `bytes`, which must be UTF-8 (`MarkupEncoding`).
  init(_ bytes: PartBytes, limits: ReadLimits) {
    part = bytes.part
    self.limits = limits
    contentEnd = bytes.count
    let hasMark = bytes.storage.starts(with: [0xEF, 0xBB, 0xBF])
    position = hasMark ? 3 : 0
    // As much as most parts need, taken at once.
    attributes.reserveCapacity(16)
    open.reserveCapacity(8)
    bindings.reserveCapacity(8)
  }

  /// Goes on to the next token.
  mutating func next(_ bytes: RawSpan) throws(XLSXReadError) -> MarkupEvent {
    if endsNext {
      endsNext = false
      if !closeElement() { return .end }
    }
    while true {
      tokenStart = position
      let byte = bytes.byte(position)
      guard byte == UInt8(ascii: "<") else {
        if byte == 0 {
          try finish()
          return .finished
        }
        if try text(bytes) { return .text }
        continue
      }
      switch bytes.byte(position + 1) {
      case UInt8(ascii: "/"):
        try endTag(bytes)
        if !closeElement() { return .end }
      case UInt8(ascii: "!"):
        if try declaration(bytes) { return .text }
      case UInt8(ascii: "?"):
        try skip(bytes, past: (UInt8(ascii: "?"), UInt8(ascii: ">")), from: position + 2)
      default:
        try startTag(bytes)
        if namespace != .markupCompatibility { return .start }
        if try !unwrap(bytes) { return .start }
        if endsNext {
          endsNext = false
          if !closeElement() { return .end }
        }
      }
    }
  }

  /// Checks that a zero byte is the end of a whole document; everything else is an error.
  private func finish() throws(XLSXReadError) {
    guard position == contentEnd else { throw malformed("a NUL byte") }
    guard open.isEmpty else { throw malformed("the part ends inside an element") }
    guard sawRoot else { throw malformed("no root element") }
  }

  /// Takes the last open element for the current one; gives whether nobody has to know of its end.
  private mutating func closeElement() -> Bool {
    // endTag has compared it, and a tag that closes itself has just opened it.
    guard let element = open.popLast() else { return false }
    name = element.name
    namespace = element.namespace
    nameStart = element.nameStart
    localStart = element.localStart
    nameEnd = element.nameEnd
    if bindings.count > element.bindings { bindings.removeLast(bindings.count - element.bindings) }
    return namespace == .markupCompatibility && leavesUnwrapped()
  }

  func malformed(_ reason: String, at offset: Int? = nil) -> XLSXReadError {
    XLSXReadError(.malformedMarkup, part: part, offset: min(offset ?? position, contentEnd), reason: reason)
  }

  /// Returns the error of a part of which programs that know other namespaces read something else.
  func ambiguous() -> XLSXReadError { XLSXReadError(.ambiguousPart, part: part, reason: "mc:AlternateContent") }

  func exceeded(_ limit: String, _ value: Int) -> XLSXReadError {
    .exceeded(limit, value, part: part, offset: min(position, contentEnd))
  }

  /// Refuses a token longer than the limit.
  @inline(__always) func checkTokenLength() throws(XLSXReadError) {
    if position - tokenStart > limits.tokenBytes { throw exceeded("tokenBytes", limits.tokenBytes) }
  }
}
