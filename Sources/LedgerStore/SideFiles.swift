internal import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files that stand beside a ledger while it is worked on. What else bears such a name is somebody's, and is not
/// touched: a link would lead the writing to another file, a pipe would be waited for.
public enum SideFiles {
  /// What follows the ledger's name.
  public static let endings = [".lock", ".new", ".new-journal", "-journal"]

  /// - Throws: `.sideFile` where something else bears one of the names.
  static func check(_ ledger: String) throws(LedgerError) {
    for ending in endings {
      let path = ledger + ending
      var info = stat()
      // The call fills the structure, or fails.
      guard unsafe lstat(path, &info) == 0 else { continue }
      guard info.st_mode & S_IFMT == S_IFREG, info.st_nlink == 1, isOurs(path, ending) else {
        throw LedgerError(.sideFile, path)
      }
    }
  }

  private static func isOurs(_ path: String, _ ending: String) -> Bool {
    guard let head = head(path) else { return false }
    if head.isEmpty { return true }
    if ending == ".lock" {
      // Who held it, and when; never more than a line.
      return head.count < 512 && head.contains(UInt8(ascii: "@")) && head.contains(UInt8(ascii: "#"))
        && head.last == UInt8(ascii: "Z") && !head.contains(UInt8(ascii: "\n"))
    }
    // What was only begun, or is done with, may begin with zeros.
    if head.prefix(8).allSatisfy({ $0 == 0 }) { return true }
    return head.starts(with: ending == ".new" ? Array("SQLite format 3".utf8) : journal)
  }

  /// - Source: sqlite.org/fileformat2.html, 3 (The Rollback Journal).
  private static let journal: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  private static func head(_ path: String) -> [UInt8]? {
    let handle = unsafe open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard handle >= 0 else { return nil }
    defer { _ = close(handle) }
    var count = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 512) { buffer, filled in
      // At most the buffer's length is read into it.
      count = unsafe read(handle, buffer.baseAddress, buffer.count)
      filled = max(count, 0)
    }
    return count < 0 ? nil : bytes
  }
}
