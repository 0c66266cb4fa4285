public import PlanModel
import Validation

extension RuleBook {
  /// What came of the examples.
  public struct TestOutcome: Hashable, Sendable {
    public let text: String
    /// True if every example came true and none is missing.
    public let passed: Bool
  }

  /// Runs the examples of every rule.
  public func test(in language: Language) -> TestOutcome {
    let examples = RuleExamples(catalogue)
    return TestOutcome(text: examples.text(in: language), passed: examples.troubles.isEmpty)
  }
}
