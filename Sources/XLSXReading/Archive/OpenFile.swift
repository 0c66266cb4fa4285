internal import Glibc

/// A regular file, open for reading.
@safe struct OpenFile: ~Copyable {
  private let descriptor: Int32
  /// Bytes, when it was opened.
  let size: Int

  /// Opens `path`; pipes and devices are refused without waiting on them.
  init(path: String) throws(XLSXReadError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw XLSXReadError(.cannotOpen, reason: Self.systemReason()) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let reason = Self.systemReason()
      close(descriptor)
      throw XLSXReadError(.cannotOpen, reason: reason)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw XLSXReadError(.notAFile)
    }
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Fills `buffer` from a place of the file on; gives how many bytes there were.
  func read(into buffer: UnsafeMutableRawBufferPointer, from place: Int = 0) throws(XLSXReadError) -> Int {
    var filled = 0
    while filled < buffer.count {
      // pread writes at most the rest of the buffer, from its filled part on.
      let got = unsafe pread(
        descriptor, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled,
        off_t(place + filled))
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        throw XLSXReadError(.cannotOpen, reason: Self.systemReason())
      }
      filled += got
    }
    return filled
  }

  /// Returns bytes from a place on; fewer where the file ends before.
  func bytes(_ count: Int, from place: Int) throws(XLSXReadError) -> [UInt8] {
    guard place >= 0, place < size else { return [] }
    var failure: XLSXReadError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: min(count, size - place)) { buffer, filled in
      do throws(XLSXReadError) {
        filled = try unsafe read(into: UnsafeMutableRawBufferPointer(buffer), from: place)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  private static func systemReason() -> String {
    // strerror gives a C string that lives until the next call on this thread.
    unsafe strerror(errno).map { unsafe String(cString: $0) } ?? ""
  }
}
