internal import Glibc

/// Bytes in memory that belong to one owner, taken with `malloc` so that libzip may free them.
@safe struct FileBlock: ~Copyable {
  private let buffer: UnsafeMutableRawBufferPointer

  private init(buffer: UnsafeMutableRawBufferPointer) {
    unsafe self.buffer = unsafe buffer
  }

  deinit { unsafe free(buffer.baseAddress) }

  var count: Int { unsafe buffer.count }

  /// Returns a block of `count` bytes, not yet written; `nil` when memory is short.
  private static func allocate(_ count: Int) -> FileBlock? {
    // malloc(0) may give nil; a block always has an address.
    guard let base = unsafe malloc(max(count, 1)) else { return nil }
    return unsafe FileBlock(buffer: UnsafeMutableRawBufferPointer(start: base, count: count))
  }

  /// Returns a copy of `bytes`.
  static func copying(_ bytes: [UInt8]) throws(XLSXReadError) -> FileBlock {
    guard let block = allocate(bytes.count) else { throw outOfMemory }
    unsafe block.buffer.copyBytes(from: bytes)
    return block
  }

  /// Returns the first `count` bytes of an open file; fewer when the file is shorter by now.
  static func reading(_ count: Int, from file: borrowing OpenFile) throws(XLSXReadError) -> FileBlock {
    guard let block = allocate(count) else { throw outOfMemory }
    let filled = try unsafe file.read(into: block.buffer)
    if filled == count { return block }
    let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: block.buffer[..<filled])
    guard let shorter = allocate(filled) else { throw outOfMemory }
    unsafe shorter.buffer.copyMemory(from: UnsafeRawBufferPointer(rest))
    return shorter
  }

  private static var outOfMemory: XLSXReadError {
    XLSXReadError(.limitExceeded, reason: "not enough memory for the file")
  }

  /// Lets `body` look at the bytes.
  func withBytes<Result>(_ body: (RawSpan) -> Result) -> Result {
    // The buffer lives as long as self, which is borrowed for the call.
    body(unsafe RawSpan(_unsafeBytes: UnsafeRawBufferPointer(buffer)))
  }

  /// Returns bytes from a place on; fewer where the block ends before.
  func bytes(_ count: Int, from place: Int) -> [UInt8] {
    guard place >= 0, place < self.count else { return [] }
    return unsafe Array(UnsafeRawBufferPointer(rebasing: buffer[place..<min(place + count, self.count)]))
  }

  /// Gives the memory away; the taker frees it with `free`.
  consuming func release() -> UnsafeMutableRawBufferPointer {
    let taken = unsafe buffer
    discard self
    return unsafe taken
  }
}
