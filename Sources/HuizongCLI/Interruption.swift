internal import Glibc
internal import Huizong

/// What happens when somebody presses Ctrl-C, closes the terminal, or has the process ended: what is half written is taken
/// away, the ledger finishes what it is at, programs that were started end too, and a sentence says so.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// The ends of a pipe, to read from and to write to: a handler of signals may do little more than write.
  private static let pipe: (reading: Int32, writing: Int32)? = {
    var ends: [Int32] = [-1, -1]
    guard unsafe ends.withUnsafeMutableBufferPointer({ unsafe Glibc.pipe($0.baseAddress) }) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }()

  static func prepare() {
    guard pipe != nil else { return }
    var thread = pthread_t()
    // The thread's handle lives until the call returns.
    guard unsafe pthread_create(&thread, nil, { _ in unsafe Interruption.wait() }, nil) == 0 else { return }
    pthread_detach(thread)
    for signal in signals where !isIgnored(signal) {
      var action = sigaction()
      unsafe action.__sigaction_handler.sa_handler = { signal in
        guard let pipe = Interruption.pipe else { return }
        var byte = UInt8(truncatingIfNeeded: signal)
        _ = unsafe write(pipe.writing, &byte, 1)
      }
      action.sa_flags = SA_RESTART
      // The structure lives until the call returns.
      _ = unsafe sigaction(signal, &action, nil)
    }
  }

  /// Returns true for what a shell has a program in the background ignore: it goes on doing so.
  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    // The call fills the structure.
    guard unsafe sigaction(signal, nil, &action) == 0 else { return false }
    // SIG_IGN is no function but the number 1.
    let handler = unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    return handler == 1
  }

  private static func wait() -> UnsafeMutableRawPointer? {
    guard let pipe else { return nil }
    var signal: UInt8 = 0
    // One byte is read into the number, which lives as long.
    while unsafe read(pipe.reading, &signal, 1) != 1 {}
    RunningWork.takeAway()
    if StandardStreams.isErrorTerminal { StandardStreams.overwrite("") }
    StandardStreams.complain(CommandWords.interrupted)
    _exit(128 + Int32(signal))
  }
}
