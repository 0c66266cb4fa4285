/// The bytes of one part, followed by zeros.
///
/// Every scan of the markup stops at a zero byte, so no loop over the content needs a second condition,
/// and loads of eight bytes at any place of the content stay inside.
struct PartBytes {
  /// Zero bytes after the content.
  static let sentinel = 64

  /// The content and the zeros.
  let storage: [UInt8]
  /// The name for messages.
  let part: String

  /// Takes bytes that end in the zeros already.
  init(withSentinel storage: [UInt8], part: String) {
    precondition(storage.count >= Self.sentinel)
    self.storage = storage
    self.part = part
  }

  init(_ content: [UInt8], part: String) {
    self.init(withSentinel: content + [UInt8](repeating: 0, count: Self.sentinel), part: part)
  }

  /// Bytes of the content.
  var count: Int { storage.count - Self.sentinel }
  var content: ArraySlice<UInt8> { storage[..<count] }
}
