internal import CZip

/// Reads a written package back before it gets its name.
///
/// The library writes each part to a temporary file and does not notice when the disk is full: the part then ends
/// early, and the workbook would be damaged without a word. So each part is read (its checksum with it) and must end
/// with the end of its root element. This costs about a twentieth of the writing.
@safe struct PackageCheck: ~Copyable {
  private let archive: OpaquePointer
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  /// As much as a root element's start and end need.
  private static let headBytes = 256
  private static let tailBytes = 64

  init(path: String) throws(XLSXWriteError) {
    guard let archive = unsafe zip_open(path, ZIP_RDONLY, nil) else { throw Self.damaged("the package") }
    unsafe self.archive = archive
  }

  mutating func check() throws(XLSXWriteError) {
    let count = unsafe zip_get_num_entries(archive, 0)
    guard count > 0 else { throw Self.damaged("the package") }
    for index in 0..<UInt64(count) { try check(index) }
  }

  private mutating func check(_ index: UInt64) throws(XLSXWriteError) {
    guard let part = unsafe zip_fopen_index(archive, index, 0) else { throw Self.damaged("part \(index)") }
    defer { _ = unsafe zip_fclose(part) }
    var head: [UInt8] = []
    var tail: [UInt8] = []
    while true {
      let room = UInt64(buffer.count)
      // The library fills no more than the buffer's bytes.
      let length = unsafe buffer.withUnsafeMutableBytes { bytes in unsafe zip_fread(part, bytes.baseAddress, room) }
      guard length >= 0 else { throw Self.damaged("part \(index)") }
      guard length > 0 else { break }
      let read = buffer[..<Int(length)]
      if head.count < Self.headBytes { head += read.prefix(Self.headBytes - head.count) }
      if read.count < Self.tailBytes { tail += read } else { tail = Array(read.suffix(Self.tailBytes)) }
    }
    guard Self.isWhole(head: head, tail: tail) else { throw Self.damaged("part \(index)") }
  }

  /// Returns whether a part that begins and ends so ends with the end of its root element.
  static func isWhole(head: [UInt8], tail: [UInt8]) -> Bool {
    let tags = head.split(separator: UInt8(ascii: "<")).filter { $0.first != UInt8(ascii: "?") }
    guard let root = tags.first?.prefix(while: { !isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }),
      !root.isEmpty
    else { return false }
    let end = tail.prefix((tail.lastIndex { !isSpace($0) } ?? -1) + 1)
    func ends(with text: [UInt8]) -> Bool { end.suffix(text.count).elementsEqual(text) }
    return ends(with: Array("</".utf8) + root + [UInt8(ascii: ">")]) || tags.count == 1 && ends(with: Array("/>".utf8))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func damaged(_ what: String) -> XLSXWriteError {
    XLSXWriteError(
      .file, "\(what) could not be written whole; is the disk full, or the folder of temporary files?")
  }

  deinit {
    unsafe zip_discard(archive)
  }
}
