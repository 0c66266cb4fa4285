internal import Glibc
internal import Huizong
internal import Synchronization

/// What a command does to its process: write, complain, set the time zone.
enum StandardStreams {
  private static let failure = Mutex(false)

  /// Whether something could not be written to standard output.
  static var hasFailed: Bool { failure.withLock { $0 } }

  private static let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Writes all bytes to standard output, for programs; on a terminal as text for people.
  static func write(_ bytes: [UInt8]) {
    let bytes = isTerminal ? Array(TerminalText.visible(String(decoding: bytes, as: UTF8.self)).utf8) : bytes
    if !write(bytes, to: STDOUT_FILENO) { failure.withLock { $0 = true } }
  }

  /// Writes lines to standard output, for people.
  static func say(_ lines: String) { write(Array((TerminalText.visible(lines) + "\n").utf8)) }

  /// Writes a line to standard error.
  static func complain(_ line: String) { _ = write(Array((TerminalText.visible(line) + "\n").utf8), to: STDERR_FILENO) }

  /// Writes over the last line of standard error, which stays open.
  static func overwrite(_ line: String) { _ = write(Array("\r\u{1B}[K\(line)".utf8), to: STDERR_FILENO) }

  /// Whether standard output is a file, which somebody will open, and neither a terminal nor a pipe.
  static var isFile: Bool {
    var info = stat()
    // The call fills the structure, or fails.
    return unsafe fstat(STDOUT_FILENO, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }

  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Sets TZ: without it libzip looks for the time zone once for each entry of each file.
  static func setTimeZone() {
    // 0: a value that is there stays. No other thread runs yet.
    _ = unsafe setenv("TZ", ":/etc/localtime", 0)
  }

  /// - Returns: false where the system takes not all of it.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    // The pointer stays inside the closure, and write reads only the rest of the buffer.
    unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return false }
        done += count
      }
      return true
    }
  }
}
