/// Deflates literals and runs of one byte with the fixed codes.
/// - Source: RFC 1951, 3.2.6.
struct RunDeflater {
  private var bytes: [UInt8] = []
  private var bits: UInt64 = 0
  private var count: UInt64 = 0

  init() {
    put(1, 1)  // the last block
    put(1, 2)  // fixed codes
  }

  mutating func literal(_ byte: UInt8) {
    if byte < 144 { code(0x30 + UInt64(byte), 8) } else { code(0x190 + UInt64(byte) - 144, 9) }
  }

  /// Repeats the last byte, mostly by copies of 258 bytes from one byte back.
  mutating func repeatLast(_ length: Int) {
    var rest = length
    while rest >= 258 {
      code(0xC5, 8)  // length code 285
      code(0, 5)  // distance 1
      rest -= 258
    }
    for _ in 0..<(rest / 3) {
      code(1, 7)  // length code 257: three bytes
      code(0, 5)
    }
    for _ in 0..<(rest % 3) { literal(0x61) }
  }

  mutating func finish() -> [UInt8] {
    code(0, 7)
    while count > 0 { put(0, 1) }
    return bytes
  }

  /// Huffman codes go in from their highest bit.
  private mutating func code(_ value: UInt64, _ width: Int) {
    for bit in (0..<width).reversed() { put(value >> UInt64(bit) & 1, 1) }
  }

  private mutating func put(_ value: UInt64, _ width: UInt64) {
    bits |= value << count
    count += width
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      count -= 8
    }
    if count == 0 { bits = 0 }
  }
}
