import FoundationEssentials
import Synchronization

/// Runs a piece of work over many inputs, at most `workers` at a time, results in the order of the inputs.
public enum Batch {
  /// Processors of the machine.
  public static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// A place that hands out each index once.
  private final class Counter: Sendable {
    let next = Atomic<Int>(0)
    func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
  }

  /// - Parameter progress: called from any worker with the number of inputs done, and of all.
  static func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], workers: Int, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
    _ work: @escaping @Sendable (Input) async -> Output
  ) async -> [Output] {
    await map(inputs, workers: workers, progress: progress, scratch: {}) { input, _ in await work(input) }
  }

  /// Runs the same with something of each worker's own, such as what it has open.
  static func map<Input: Sendable, Output: Sendable, Scratch>(
    _ inputs: [Input], workers: Int, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
    scratch: @escaping @Sendable () -> Scratch, _ work: @escaping @Sendable (Input, Scratch) async -> Output
  ) async -> [Output] {
    let counter = Counter()
    let finished = Counter()
    return await withTaskGroup(of: [(Int, Output)].self) { group in
      for _ in 0..<max(1, min(workers, inputs.count)) {
        group.addTask {
          var done: [(Int, Output)] = []
          let own = scratch()
          while case let index = counter.take(), index < inputs.count {
            done.append((index, await work(inputs[index], own)))
            progress(finished.take() + 1, inputs.count)
          }
          return done
        }
      }
      var all: [(Int, Output)] = []
      for await part in group { all += part }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
