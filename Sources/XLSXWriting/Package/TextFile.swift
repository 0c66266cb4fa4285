import Glibc

/// A text file that comes into being whole or not at all, written piece by piece.
///
/// ```swift
/// var file = try TextFile(path: "list.csv")
/// try file.append("单位,数值\r\n")
/// try file.close()
/// ```
public struct TextFile: ~Copyable {
  private let output: OutputFile
  private let descriptor: Descriptor
  private var buffer: [UInt8] = []
  private static let capacity = 1 << 16

  /// Makes the file under a temporary name in its folder.
  public init(path: String) throws(XLSXWriteError) {
    let output = try OutputFile(path: path)
    let number = unsafe open(output.temporaryPath, O_WRONLY | O_CLOEXEC)
    guard number >= 0 else { throw Self.failure(path) }
    self.output = output
    descriptor = Descriptor(number: number)
    buffer.reserveCapacity(Self.capacity)
  }

  /// Appends the text as UTF-8.
  public mutating func append(_ text: String) throws(XLSXWriteError) {
    buffer += text.utf8
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Appends bytes as they are.
  public mutating func append(_ bytes: [UInt8]) throws(XLSXWriteError) {
    buffer += bytes
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Gives the file its name.
  public consuming func close() throws(XLSXWriteError) {
    try flush()
    try output.commit()
  }

  /// An open file that is closed at its end, come what may.
  private struct Descriptor: ~Copyable {
    let number: Int32

    deinit { _ = Glibc.close(number) }
  }

  private mutating func flush() throws(XLSXWriteError) {
    var written = 0
    while written < buffer.count {
      let rest = buffer[written...]
      let count = unsafe rest.withUnsafeBytes { bytes in unsafe write(descriptor.number, bytes.baseAddress, bytes.count)
      }
      guard count > 0 else { throw Self.failure(output.path) }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func failure(_ path: String) -> XLSXWriteError {
    let code = errno
    return XLSXWriteError(
      .file, systemError: code, "cannot write “\(path)”: \(unsafe String(cString: strerror(code)))")
  }
}
