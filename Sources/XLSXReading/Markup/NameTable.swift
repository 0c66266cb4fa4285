/// Finds the `KnownName` of a local name: two masked loads, a multiplication and usually one compare.
struct NameTable {
  private struct Slot {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var name = KnownName.unknown
  }

  private static let bits: UInt64 = 9
  private let slots: [Slot]

  static let shared = NameTable()

  private init() {
    var slots = [Slot](repeating: Slot(), count: 1 << Self.bits)
    for name in KnownName.allCases where name != .unknown {
      let (low, high) = Self.words(of: name.rawValue)
      var index = Self.hash(low, high)
      while slots[index].name != .unknown { index = (index + 1) & (slots.count - 1) }
      slots[index] = Slot(low: low, high: high, name: name)
    }
    self.slots = slots
  }

  /// Returns the name in `bytes[start..<end]`. Loads up to 16 bytes from `start`, which the sentinel allows.
  func find(_ bytes: RawSpan, _ start: Int, _ end: Int) -> KnownName {
    let length = end - start
    guard length > 0, length <= 16 else { return .unknown }
    var low = bytes.word(start)
    var high: UInt64 = 0
    if length < 8 {
      low &= (1 << UInt64(length * 8)) &- 1
    } else if length > 8 {
      high = bytes.word(start + 8)
      if length < 16 { high &= (1 << UInt64((length - 8) * 8)) &- 1 }
    }
    var index = Self.hash(low, high)
    while slots[index].name != .unknown {
      if slots[index].low == low && slots[index].high == high { return slots[index].name }
      index = (index + 1) & (slots.count - 1)
    }
    return .unknown
  }

  private static func hash(_ low: UInt64, _ high: UInt64) -> Int {
    let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> (64 - bits))
  }

  private static func words(of name: String) -> (UInt64, UInt64) {
    var words: (UInt64, UInt64) = (0, 0)
    for (index, byte) in name.utf8.enumerated() {
      if index < 8 {
        words.0 |= UInt64(byte) << UInt64(index * 8)
      } else {
        words.1 |= UInt64(byte) << UInt64((index - 8) * 8)
      }
    }
    return words
  }
}
