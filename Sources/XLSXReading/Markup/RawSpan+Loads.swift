// The whole unsafe surface of the parser: two loads, each checked by a single unsigned compare.
// A check that fails traps: it is the safety net, not the error path. The zeros after the content
// (`PartBytes.sentinel`) are what ends every scan before a load could fail.
extension RawSpan {
  /// Returns the byte at `index`.
  @inline(__always) func byte(_ index: Int) -> UInt8 {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: byteCount))
    // In bounds by the line above.
    return unsafe unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
  }

  /// Returns eight bytes from `index` on, the first in the lowest bits.
  @inline(__always) func word(_ index: Int) -> UInt64 {
    // byteCount is at least the sentinel wherever words are loaded, so the difference is not negative.
    precondition(byteCount >= 8 && UInt(bitPattern: index) <= UInt(bitPattern: byteCount &- 8))
    // In bounds by the line above; any alignment is allowed.
    return unsafe UInt64(littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
  }

  /// Returns the bytes of a range as text; what is no UTF-8 becomes U+FFFD.
  func string(_ start: Int, _ end: Int) -> String {
    // extracting checks the bounds; the pointer does not leave the closure.
    unsafe extracting(start..<end).withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension [UInt8] {
  /// Appends the bytes of a range.
  mutating func append(_ bytes: RawSpan, _ start: Int, _ end: Int) {
    // extracting checks the bounds; the pointer does not leave the closure.
    unsafe bytes.extracting(start..<end).withUnsafeBytes { unsafe append(contentsOf: $0) }
  }
}
