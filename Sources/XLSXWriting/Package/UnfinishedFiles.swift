import Glibc
import Synchronization

/// Files and folders of this process that have not got their names yet, so that an interruption leaves none behind.
package enum UnfinishedFiles {
  private struct State {
    var paths: Set<String> = []
    /// How many things are being done that must not be cut short.
    var busy = 0
    var isEnding = false
  }

  private static let state = Mutex(State())

  /// Notes a file or folder before it is made.
  package static func add(_ path: String) {
    waitForEnd()
    state.withLock { _ = $0.paths.insert(path) }
  }

  /// Notes that it has got its name, or is gone.
  package static func remove(_ path: String) { state.withLock { _ = $0.paths.remove(path) } }

  /// Does something that an interruption waits for.
  package static func uninterrupted<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    waitForEnd()
    state.withLock { $0.busy += 1 }
    defer { state.withLock { $0.busy -= 1 } }
    return try body()
  }

  /// Lets nothing new begin, waits for what must not be cut short, and returns what is to be taken away. The process ends
  /// then.
  package static func end() -> [String] {
    state.withLock { $0.isEnding = true }
    while state.withLock({ $0.busy }) > 0 { usleep(2_000) }
    return state.withLock { $0.paths.sorted() }
  }

  /// Waits for the end of a process that is ending; returns at once in any other.
  package static func waitForEnd() {
    while state.withLock({ $0.isEnding }) { usleep(100_000) }
  }
}
