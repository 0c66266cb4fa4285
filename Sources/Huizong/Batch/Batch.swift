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

  static func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], workers: Int, _ work: @escaping @Sendable (Input) -> Output
  ) async -> [Output] {
    let counter = Counter()
    return await withTaskGroup(of: [(Int, Output)].self) { group in
      for _ in 0..<max(1, min(workers, inputs.count)) {
        group.addTask {
          var done: [(Int, Output)] = []
          while case let index = counter.take(), index < inputs.count { done.append((index, work(inputs[index]))) }
          return done
        }
      }
      var all: [(Int, Output)] = []
      for await part in group { all += part }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
