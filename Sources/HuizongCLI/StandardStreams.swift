internal import Glibc

/// What a command does to its process: write, complain, set the time zone.
enum StandardStreams {
  /// Writes all bytes to standard output; what nobody takes any more is dropped.
  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Writes a line to standard error.
  static func complain(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

  /// Writes over the last line of standard error, which stays open.
  static func overwrite(_ line: String) { write(Array("\r\u{1B}[K\(line)".utf8), to: STDERR_FILENO) }

  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Sets TZ: without it libzip looks for the time zone once for each entry of each file.
  static func setTimeZone() {
    // 0: a value that is there stays. No other thread runs yet.
    _ = unsafe setenv("TZ", ":/etc/localtime", 0)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    // The pointer stays inside the closure, and write reads only the rest of the buffer.
    unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return }
        done += count
      }
    }
  }
}
