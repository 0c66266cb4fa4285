/// Collects what is wrong with a file while it is read on.
final class ProblemLog {
  private(set) var problems: [PlanFileProblem] = []
  /// The text of the file, for the places of characters inside its values.
  let source: SourceText

  init(source: String) { self.source = SourceText(source) }

  func add(
    _ code: PlanFileProblem.Code, at place: SourcePlace, path: String, found: String = "",
    expected: PlanFileProblem.Expectation = .none
  ) {
    problems.append(PlanFileProblem(code, at: place, path: path, found: found, expected: expected))
  }

  func add<Value>(
    _ code: PlanFileProblem.Code, at located: Located<Value>, found: String,
    expected: PlanFileProblem.Expectation = .none
  ) {
    add(code, at: located.place, path: located.path, found: found, expected: expected)
  }
}

/// A value with its place in the plan file, for checks that come later.
struct Located<Value> {
  let value: Value
  let place: SourcePlace
  let path: String
}
