internal import CZlib

/// zlib's own inflating.
@safe struct ZlibInflater: PieceInflater, ~Copyable {
  static var longestOutput: Int { Int.max }

  /// On the heap: zlib's state points back to it.
  private let stream: UnsafeMutablePointer<z_stream>
  private(set) var isAtEnd = false

  init?() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Negative: bare deflate, without zlib's head and checksum.
    guard unsafe inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  mutating func give(_ input: UnsafeMutableBufferPointer<UInt8>) {
    unsafe stream.pointee.next_in = input.baseAddress
    unsafe stream.pointee.avail_in = UInt32(input.count)
  }

  mutating func fill(_ output: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard !isAtEnd else { return 0 }
    unsafe stream.pointee.next_out = output.baseAddress
    unsafe stream.pointee.avail_out = UInt32(output.count)
    // It reads `avail_in` bytes and writes `avail_out` at most. Z_BUF_ERROR: neither was possible, go on with more.
    let result = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
    guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else { return -1 }
    isAtEnd = result == Z_STREAM_END
    return output.count - Int(unsafe stream.pointee.avail_out)
  }
}
