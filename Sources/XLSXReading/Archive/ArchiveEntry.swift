/// One entry of a zip archive, by its directory.
package struct ArchiveEntry: Sendable {
  /// Its place in the directory.
  package let index: Int
  /// The name as it stands there: UTF-8, or what an old program wrote.
  package let nameBytes: [UInt8]
  /// Bytes when inflated, as the directory says.
  package let size: Int
  package let compressedSize: Int
  package let crc: UInt32
  package let method: UInt16
  package let isEncrypted: Bool

  /// The name as UTF-8; bytes that are not become U+FFFD.
  package var name: String { String(decoding: nameBytes, as: UTF8.self) }
  /// What is called a folder and holds something is a file all the same.
  package var isFolder: Bool { nameBytes.last == UInt8(ascii: "/") && size == 0 }
}
