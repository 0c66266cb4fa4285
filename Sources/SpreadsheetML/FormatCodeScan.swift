/// What the first section of a format code says.
///
/// Literals do not count: `"…"`, the character after `\`, `!`, `_` and `*`, and `[…]` (colours, conditions,
/// locales) except the elapsed-time forms `[h] [hh] [m] [mm] [s] [ss]`. The years of an era (`e`, `ggge`) and the days of
/// the week in Chinese (`aaa`, `aaaa`) make a date where no digits stand before them; `General` is a word.
struct FormatCodeScan {
  private(set) var isDate = false
  private(set) var isDuration = false
  private(set) var isPercentage = false

  init(_ code: String) {
    // Every character that matters is ASCII; the bytes of others are never mistaken for it,
    // but an escape skips one whole character.
    let bytes = Array(code.utf8)
    var index = 0
    var hasDigits = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ";"):
        return
      case UInt8(ascii: "\""):
        index = Self.index(of: UInt8(ascii: "\""), after: index, in: bytes)
      case UInt8(ascii: "["):
        let end = Self.index(of: UInt8(ascii: "]"), after: index, in: bytes)
        if end < bytes.count, Self.isElapsed(bytes[(index + 1)..<end]) { isDuration = true }
        index = end
      case UInt8(ascii: "\\"), UInt8(ascii: "!"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        index += 1
        while index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 { index += 1 }
      case UInt8(ascii: "%"):
        isPercentage = true
      case let byte where Self.isDateLetter(byte):
        isDate = true
      case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"):
        hasDigits = true
      case UInt8(ascii: "A"), UInt8(ascii: "a"):
        // AM/PM has its M; A/P has not.
        if Self.starts(bytes[index...], with: "a/p") || !hasDigits && Self.starts(bytes[index...], with: "aaa") {
          isDate = true
        }
      case UInt8(ascii: "G"), UInt8(ascii: "g"):
        if Self.starts(bytes[index...], with: "general") {
          index += 6
        } else if Self.starts(bytes[index...], with: "g/") {
          index += 1  // G/通用格式
        } else if !hasDigits {
          isDate = true
        }
      case UInt8(ascii: "E"), UInt8(ascii: "e"):
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        if !hasDigits, next != UInt8(ascii: "+"), next != UInt8(ascii: "-") { isDate = true }
      default:
        break
      }
      index += 1
    }
  }

  private static func index(of byte: UInt8, after start: Int, in bytes: [UInt8]) -> Int {
    bytes[(start + 1)...].firstIndex(of: byte) ?? bytes.count
  }

  private static func isDateLetter(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "y"), UInt8(ascii: "m"), UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "s"):
      // | 0x20 maps letters only from letters here: no other byte lands on these five.
      true
    default: false
    }
  }

  private static func isElapsed(_ inside: ArraySlice<UInt8>) -> Bool {
    guard (1...2).contains(inside.count), let first = inside.first.map({ $0 | 0x20 }) else { return false }
    let units = [UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s")]
    return units.contains(first) && inside.allSatisfy { $0 | 0x20 == first }
  }

  /// Returns whether the bytes begin with a word, in whatever case.
  private static func starts(_ bytes: ArraySlice<UInt8>, with word: String) -> Bool {
    bytes.prefix(word.utf8.count).elementsEqual(word.utf8) { $0 | 0x20 == $1 }
  }
}
