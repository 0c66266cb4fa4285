public import PlanModel

/// A plan file that cannot be used, with everything that is wrong with it.
public struct PlanFileError: Error, Hashable, Sendable {
  /// Never empty; in the order of the file.
  public let problems: [PlanFileProblem]

  init(_ problems: [PlanFileProblem]) {
    self.problems = problems.sorted()
  }

  /// One line for each problem, each beginning with `file`, line and column.
  public func message(file: String, in language: Language) -> String {
    problems.map { $0.message(file: file, in: language) }.joined(separator: "\n")
  }
}
