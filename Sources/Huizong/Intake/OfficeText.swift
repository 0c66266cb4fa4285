import Glibc

/// Text as offices save it: UTF-8 with or without its mark, or what the Chinese Windows programs write (GBK, a part of
/// GB18030).
enum OfficeText {
  static func decoded(_ bytes: [UInt8]) -> String {
    let own = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    return String(validating: own, as: UTF8.self) ?? gb18030(own) ?? String(decoding: own, as: UTF8.self)
  }

  /// GB18030 by the C library; `nil` for bytes that are none.
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
