internal import Huizong
internal import PlanModel
internal import Synchronization

/// A bar on standard error while a batch is read; nothing where that is no terminal.
final class ProgressBar: Sendable {
  private struct State {
    var shown: ContinuousClock.Instant?
    /// Files done, as last shown.
    var done = 0
  }

  private let language: Language
  private let isShown = StandardStreams.isErrorTerminal
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// Redrawn no more often than this.
  private static let interval = Duration.milliseconds(100)

  init(_ language: Language) {
    self.language = language
  }

  /// Shows how much is done. It may be called from any thread, and out of order.
  func update(_ done: Int, _ total: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    state.withLock { state in
      guard done > state.done else { return }
      if done < total, let shown = state.shown, now - shown < Self.interval { return }
      state = State(shown: now, done: done)
      let elapsed = (now - start) / .seconds(1)
      StandardStreams.overwrite(ProgressLine(done: done, total: total, elapsed: elapsed).text(language))
    }
  }

  /// Takes the bar away.
  func end() {
    if isShown, state.withLock({ $0.shown != nil }) { StandardStreams.overwrite("") }
  }
}
