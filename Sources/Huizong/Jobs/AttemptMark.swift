import Glibc
import XLSXWriting

/// A file that stands beside a submission's answers while a run works on it, and says how often that was begun.
///
/// It is locked meanwhile, so that two runs never work on one submission; the system lets go of the lock when a process
/// ends, however it ends, and the file stays: the next run knows that this one ended over the submission.
final class AttemptMark {
  private let path: String
  private let handle: Int32
  /// Runs that began before and did not end.
  let earlier: Int

  /// - Returns: `nil` where another run is at it.
  /// - Throws: `.cannotWrite`.
  init?(_ path: String) throws(JobError) {
    let handle = unsafe FileAccess.withPath(path) { unsafe open($0, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644) }
    guard handle >= 0 else { throw JobError(.cannotWrite, path) }
    guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
      let isTaken = errno == EWOULDBLOCK
      _ = close(handle)
      // A disk that knows no locks is no other run.
      guard isTaken else { throw JobError(.cannotWrite, path) }
      return nil
    }
    // A byte for each run that began.
    let begun = lseek(handle, 0, SEEK_END)
    let byte: [UInt8] = [UInt8(ascii: "\n")]
    guard unsafe byte.withUnsafeBytes({ unsafe Glibc.write(handle, $0.baseAddress, 1) }) == 1 else {
      _ = close(handle)
      throw JobError(.cannotWrite, path)
    }
    self.path = path
    self.handle = handle
    earlier = Int(begun)
    // Who interrupts the run means not this submission.
    UnfinishedFiles.add(path)
  }

  /// Takes the file away: the run ends well, or says why not.
  func end() {
    FileAccess.removeTemporary(path)
    _ = close(handle)
  }
}
