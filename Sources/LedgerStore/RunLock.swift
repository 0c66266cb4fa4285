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
/// It is a file of its own beside the ledger: closing a handle of the database itself would undo SQLite's locks.
public final class RunLock: Sendable {
  private let handle: Int32

  /// Waits for its turn.
  ///
  /// - Parameter waiting: called once where another run holds the ledger.
  public init(ledger path: String, waiting: () -> Void) throws(LedgerError) {
    let handle = unsafe open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard handle >= 0 else {
      throw LedgerError(errno == ENOSPC ? .full : .readOnly, path, reason: unsafe String(cString: strerror(errno)))
    }
    if flock(handle, LOCK_EX | LOCK_NB) != 0 {
      waiting()
      while flock(handle, LOCK_EX) != 0 {
        guard errno == EINTR else {
          _ = close(handle)
          throw LedgerError(.busy, path)
        }
      }
    }
    self.handle = handle
  }

  deinit { _ = close(handle) }
}
