internal import CDeflate

/// The owner of one libdeflate decompressor.
@safe struct Inflater: ~Copyable {
  private let decompressor: OpaquePointer

  init() throws(XLSXReadError) {
    guard let decompressor = unsafe libdeflate_alloc_decompressor() else {
      throw XLSXReadError(.limitExceeded, reason: "not enough memory to inflate")
    }
    unsafe self.decompressor = unsafe decompressor
  }

  deinit { unsafe libdeflate_free_decompressor(decompressor) }

  /// Inflates `stored` to exactly `size` bytes, followed by `PartBytes.sentinel` zeros; `nil` when the
  /// data are damaged or of another size.
  func inflate(_ stored: [UInt8], size: Int) -> [UInt8]? {
    var isWhole = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + PartBytes.sentinel) { output, filled in
      var produced = 0
      // libdeflate reads within `input` and writes at most `size` bytes, which `output` has.
      let result = unsafe stored.withUnsafeBytes { input in
        unsafe libdeflate_deflate_decompress_ex(
          decompressor, input.baseAddress, input.count, output.baseAddress, size, nil, &produced)
      }
      isWhole = result == LIBDEFLATE_SUCCESS && produced == size
      guard isWhole else { return }
      unsafe output[size..<(size + PartBytes.sentinel)].update(repeating: 0)
      filled = size + PartBytes.sentinel
    }
    return isWhole ? bytes : nil
  }

  /// Returns the CRC-32 of the first `count` bytes.
  static func crc(_ bytes: [UInt8], count: Int) -> UInt32 {
    unsafe bytes.withUnsafeBytes { unsafe libdeflate_crc32(0, $0.baseAddress, min(count, $0.count)) }
  }
}
