import FoundationEssentials
import Glibc
import XLSXWriting

/// What a process has begun and not ended.
public enum RunningWork {
  /// Takes away what is half written, after what a ledger is at has been ended, and ends the programs that were started.
  /// Nothing more can be done in the process afterwards but to end it.
  public static func takeAway() {
    let paths = UnfinishedFiles.end()
    for process in children() {
      // Each leads a session of its own: all that it started goes with it.
      kill(-process, SIGKILL)
      kill(process, SIGKILL)
    }
    for path in paths {
      // A program that was just ended may still put something into its folder.
      for _ in 0..<50 {
        FileAccess.remove(path)
        usleep(20_000)
        guard FileAccess.exists(path) else { break }
      }
    }
  }

  /// Waits for the end of a process that was interrupted; returns at once in any other.
  public static func waitIfInterrupted() { UnfinishedFiles.waitForEnd() }

  private static func children() -> [pid_t] {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
    return threads.flatMap { thread -> [pid_t] in
      let text = (try? String(contentsOfFile: "/proc/self/task/\(thread)/children", encoding: .utf8)) ?? ""
      return text.split(separator: " ").compactMap { pid_t($0) }
    }
  }
}
