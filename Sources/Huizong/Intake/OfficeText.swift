import Glibc

/// Text as offices save it: UTF-8 with or without its mark, UTF-16 (Excel's “Unicode text”), or what the Chinese Windows
/// programs write (GBK, a part of GB18030).
enum OfficeText {
  static func decoded(_ bytes: [UInt8]) -> String {
    if let text = utf16(bytes) { return text }
    let own = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    return String(validating: own, as: UTF8.self) ?? gb18030(own) ?? String(decoding: own, as: UTF8.self)
  }

  /// Returns the name of a file, which is never UTF-16.
  ///
  /// - Parameter amongGB18030: true where others beside it are no UTF-8. A short name may be either by chance (扫 is ɨ); as
  ///   UTF-8 no Chinese sign has less than three bytes.
  static func decoded(name bytes: [UInt8], amongGB18030: Bool = false) -> String {
    if amongGB18030, bytes.contains(where: { $0 >= 0x80 }), !bytes.contains(where: { $0 >= 0xE0 }),
      let text = gb18030(bytes)
    {
      return text
    }
    return String(validating: bytes, as: UTF8.self) ?? gb18030(bytes) ?? String(decoding: bytes, as: UTF8.self)
  }

  /// Returns the text of UTF-16 with its mark, or without it where the bytes can be nothing else: every other byte of
  /// ASCII is 0.
  private static func utf16(_ bytes: [UInt8]) -> String? {
    let zeros = bytes.indices.filter { bytes[$0] == 0 }
    let isBig: Bool
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFE, 0xFF): isBig = true
    case (0xFF, 0xFE): isBig = false
    default:
      let even = zeros.count { $0.isMultiple(of: 2) }
      guard bytes.count.isMultiple(of: 2), zeros.count >= 2, even == 0 || even == zeros.count else { return nil }
      isBig = even > 0
    }
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { place -> UInt16 in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    let text = String(decoding: units, as: UTF16.self)
    return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// Returns the text of GB18030 by the C library; `nil` for bytes that are none.
  private static func gb18030(_ bytes: [UInt8]) -> String? {
    let converter = unsafe iconv_open("UTF-8", "GB18030")
    guard unsafe converter != iconv_t(bitPattern: -1) else { return nil }
    defer { unsafe iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 4)
    let room = output.count
    let left = unsafe input.withUnsafeMutableBufferPointer { source -> Int? in
      unsafe output.withUnsafeMutableBufferPointer { target -> Int? in
        var (from, to) = (source.baseAddress, target.baseAddress)
        var (remaining, free) = (source.count, target.count)
        // iconv reads within `source` and writes within `target`, whose lengths it is told.
        let result = unsafe iconv(converter, &from, &remaining, &to, &free)
        return result == Int(bitPattern: UInt.max) || remaining != 0 ? nil : free
      }
    }
    guard let left else { return nil }
    return String(decoding: output[..<(room - left)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
