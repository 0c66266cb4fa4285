internal import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Held by the run that writes a ledger, so that two runs at once take turns. The system lets go of it when the process
/// ends, however it ends.
///
/// It is a file of its own beside the ledger: closing a handle of the database itself would undo SQLite's locks. What
/// stands in it says who holds it.
public final class RunLock: Sendable {
  private let handle: Int32

  /// Waits for its turn.
  ///
  /// - Parameter waiting: called once where another run holds the ledger, with who that is: `zhang@office1 #4711 2024-07-05
  ///   08:30`; empty where it did not say.
  /// - Throws: also for what is there and no ledger, beside which no lock is left.
  public init(ledger path: String, waiting: (String) -> Void) throws(LedgerError) {
    try SideFiles.check(path)
    if try Ledger.size(of: path) != nil {
      do throws(LedgerError) {
        _ = try Ledger(path: path, .read, stamp: AuditStamp(at: ""))
      } catch {
        // Who is writing it is waited for below.
        guard error.code == .busy else { throw error }
      }
    }
    let handle = unsafe open("\(SideFiles.real(path)).lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard handle >= 0 else {
      throw LedgerError(errno == ENOSPC ? .full : .readOnly, path, reason: unsafe String(cString: strerror(errno)))
    }
    if flock(handle, LOCK_EX | LOCK_NB) != 0 {
      waiting(Self.text(in: handle))
      while flock(handle, LOCK_EX) != 0 {
        guard errno == EINTR else {
          _ = close(handle)
          throw LedgerError(.busy, path)
        }
      }
    }
    self.handle = handle
    // Only for others to read: on a full disk it is left out.
    let own = Array(Self.ownWords.utf8)
    if ftruncate(handle, 0) == 0 {
      _ = unsafe own.withUnsafeBytes { unsafe pwrite(handle, $0.baseAddress, $0.count, 0) }
    }
  }

  deinit { _ = close(handle) }

  private static var ownWords: String {
    let environment = ProcessInfo.processInfo.environment
    let user = environment["USER"] ?? environment["LOGNAME"] ?? "uid \(getuid())"
    let now = Date.now.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: false))
    return "\(user)@\(ProcessInfo.processInfo.hostName) #\(getpid()) \(now)Z"
  }

  private static func text(in handle: Int32) -> String {
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 200) { buffer, count in
      // At most the buffer's length is read into it.
      count = max(unsafe pread(handle, buffer.baseAddress, buffer.count, 0), 0)
    }
    return String(decoding: bytes.filter { $0 >= 0x20 }, as: UTF8.self)
  }
}
