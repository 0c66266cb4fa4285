internal import Glibc

/// What the process says besides its answer.
enum BenchOutput {
  /// Writes a line to standard error.
  static func complain(_ text: String) {
    let line = Array((text + "\n").utf8)
    // write reads at most the bytes of the array.
    _ = unsafe line.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
  }

  static func exit(_ status: Int32) -> Never {
    Glibc.exit(status)
  }
}
