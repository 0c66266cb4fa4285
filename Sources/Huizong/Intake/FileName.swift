/// Names of files as texts. A name is bytes, and old Chinese programs write GBK: a byte that belongs to no UTF-8 becomes a
/// character of its own (`U+10FF00` + the byte), so that a file can be found again by the text of its path.
enum FileName {
  private static let first: UInt32 = 0x10_FF00

  /// Returns the text of a name, or of a path, from which its bytes can be had again.
  static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains(where: isByte) { return text }
    var text = String.UnicodeScalarView()
    var place = 0
    while place < bytes.count {
      let lengths = 1...min(4, bytes.count - place)
      let read = lengths.lazy.compactMap { length in
        String(validating: bytes[place..<place + length], as: UTF8.self)?.unicodeScalars.first.map {
          (scalar: $0, length: length)
        }
      }.first
      if let read, !isByte(read.scalar) {
        text.append(read.scalar)
        place += read.length
      } else {
        text.append(scalar(of: bytes[place]))
        place += 1
      }
    }
    return String(text)
  }

  /// Returns the bytes that `text` made a text of.
  static func bytes(_ text: String) -> [UInt8] {
    // The characters in question begin with F4.
    guard text.utf8.contains(0xF4) else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in
      isByte(scalar) ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
    }
  }

  /// Returns a name as people read it: UTF-8, or as the Chinese Windows programs write it (GBK, a part of GB18030), without
  /// control characters.
  static func label(_ bytes: [UInt8], amongGB18030: Bool = false) -> String {
    let text = OfficeText.decoded(name: bytes, amongGB18030: amongGB18030)
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }

  /// Returns false for a text with bytes in it that belong to no UTF-8: nothing is written under such a name.
  static func isText(_ text: String) -> Bool { !text.unicodeScalars.contains(where: isByte) }

  private static func isByte(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= first && scalar.value <= first + 0xFF }

  private static func scalar(of byte: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(first + UInt32(byte)) ?? "\u{FFFD}"
  }
}

extension FileName {
  /// Returns the name cut to as many bytes of UTF-8 as a name in a folder may have, with room for what is put behind it;
  /// what stands behind the last dot stays.
  static func fitting(_ name: String, leaving room: Int = 0) -> String {
    let limit = longest - room
    guard name.utf8.count > limit else { return name }
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let ending = name[dot...].utf8.count <= 16 ? String(name[dot...]) : ""
    var left = limit - ending.utf8.count - "…".utf8.count
    let kept = name.prefix { character in
      left -= character.utf8.count
      return left >= 0
    }
    return kept + "…" + ending
  }

  /// Bytes of a name on every file system in use.
  private static let longest = 255
}
