/// Reads markup an event at a time, for parts that are not SpreadsheetML. Comments and processing instructions
/// are passed over; a DOCTYPE is refused.
package struct MarkupPull {
  package enum Event: Hashable, Sendable {
    /// A start tag; `attribute` gives what stands in it.
    case start(name: String, MarkupNamespace)
    /// An end tag, also of an element that closes itself.
    case end(name: String, MarkupNamespace)
    /// Text with references resolved. One text may come in several pieces.
    case text(String)
  }

  private let part: PartBytes
  private var reader: MarkupReader

  /// - Throws: when the bytes are in an encoding that OPC does not allow.
  package init(_ bytes: [UInt8], part: String, limits: ReadLimits = .standard) throws(XLSXReadError) {
    self.init(try MarkupEncoding.utf8(PartBytes(bytes, part: part)), limits: limits)
  }

  init(_ part: PartBytes, limits: ReadLimits) {
    self.part = part
    reader = MarkupReader(part, limits: limits)
    reader.unwraps = false
  }

  /// Elements open; after a start it counts that element, after an end no longer.
  package var depth: Int { reader.depth }
  /// Where the last event begins, in bytes.
  package var offset: Int { reader.tokenStart }

  /// Returns the next event; `nil` at the end of a part that was well formed.
  package mutating func next() throws(XLSXReadError) -> Event? {
    // Bytes have no padding, and the storage, named apart from self, outlives the call; so below.
    let storage = part.storage
    let bytes = unsafe storage.span.bytes
    let event = try reader.next(bytes)
    switch event {
    case .start: return .start(name: bytes.string(reader.localStart, reader.nameEnd), reader.namespace)
    case .end: return .end(name: bytes.string(reader.localStart, reader.nameEnd), reader.namespace)
    case .text:
      var text: [UInt8] = []
      try reader.appendText(bytes, to: &text)
      return .text(String(decoding: text, as: UTF8.self))
    case .finished: return nil
    }
  }

  /// Returns the value of an attribute of the start tag just read, by its local name; without a prefix it is in no
  /// namespace.
  package func attribute(
    _ name: String, _ namespace: MarkupNamespace = .none
  ) throws(XLSXReadError) -> String? {
    let bytes = unsafe part.storage.span.bytes
    for attribute in reader.attributes where bytes.string(attribute.localStart, attribute.nameEnd) == name {
      let own =
        attribute.hasPrefix
        ? reader.namespace(ofPrefix: attribute.nameStart, attribute.localStart - 1, bytes) : .none
      if own == namespace { return try reader.string(of: attribute, bytes) }
    }
    return nil
  }
}
