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
  public static let endings = [".lock", ".new", ".new-journal", "-journal", "-wal", "-shm"]

  /// Returns the path of the ledger itself, where a link leads to it: what stands beside it stands there.
  static func real(_ ledger: String) -> String {
    guard let resolved = unsafe realpath(ledger, nil) else { return ledger }
    defer { unsafe free(resolved) }
    // The system gave a text with its zero.
    return unsafe String(cString: resolved)
  }

  /// - Throws: `.sideFile` where something else bears one of the names; `.special` for a link that leads nowhere.
  static func check(_ ledger: String) throws(LedgerError) {
    let real = real(ledger)
    var own = stat()
    // The call fills the structure, or fails.
    if real == ledger, unsafe lstat(ledger, &own) == 0, own.st_mode & S_IFMT == S_IFLNK {
      throw LedgerError(.special, ledger)
    }
    for ending in endings {
      let path = real + ending
      var info = stat()
      // The call fills the structure, or fails.
      guard unsafe lstat(path, &info) == 0 else { continue }
      let isPlain = info.st_mode & S_IFMT == S_IFREG && info.st_nlink == 1
      // The index of a write-ahead log has no mark of its own; it comes in pieces of 32 KiB.
      let isIndex = ending == "-shm" && Int(info.st_size) % (32 << 10) == 0
      guard isPlain, isIndex || ending != "-shm" && isOurs(path, ending) else {
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
    switch ending {
    case ".new": return head.starts(with: "SQLite format 3".utf8)
    case "-wal": return head.starts(with: log) && head.count > 3 && head[3] & 0xFE == 0x82
    default: return head.starts(with: journal)
    }
  }

  /// - Source: sqlite.org/fileformat2.html, 4.1 (WAL File Format).
  private static let log: [UInt8] = [0x37, 0x7F, 0x06]

  /// - Source: the same, 3 (The Rollback Journal).
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
