/// A plan file that cannot be used, with everything that is wrong with it.
public struct PlanFileError: Error, Hashable, Sendable {
  /// Never empty; in the order of the file.
  public let problems: [PlanFileProblem]

  init(_ problems: [PlanFileProblem]) {
    self.problems = problems.sorted()
  }

  /// Problems that a message lists: one wrong name can be wrong in thousands of places.
  static let limit = 100
}
