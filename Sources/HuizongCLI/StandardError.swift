internal import Glibc

/// Messages about the run itself, apart from its output.
enum StandardError {
  static func print(_ message: String) {
    var rest = Array((message + "\n").utf8)[...]
    while !rest.isEmpty {
      // The buffer outlives the call, and its own count limits it.
      let count = unsafe rest.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest.removeFirst(count)
    }
  }
}
