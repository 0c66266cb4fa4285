public import PlanModel

/// A plan file that cannot be used, with everything that is wrong with it.
public struct PlanFileError: Error, Hashable, Sendable {
  /// Never empty; in the order of the file.
  public let problems: [PlanFileProblem]

  init(_ problems: [PlanFileProblem]) {
    self.problems = problems.sorted()
  }

  /// Problems that a message lists: one wrong name can be wrong in thousands of places.
  static let limit = 100

  /// Returns one line for each problem, each beginning with `file`, line and column; of very many, how many more there
  /// are.
  public func message(file: String, in language: Language) -> String {
    let shown = problems.prefix(Self.limit).map { $0.message(file: file, in: language) }
    let rest = problems.count - shown.count
    let more = language("另有\(rest)个问题没有列出，先改正以上的再查。", "\(rest) more problems are not listed; mend these first.")
    return (shown + (rest > 0 ? [more] : [])).joined(separator: "\n")
  }
}
