public import PlanModel

/// What came of holding a plan against its document.
public struct PlanCheckReport: Hashable, Sendable {
  public struct Summary: Hashable, Sendable {
    public internal(set) var tasks = 0
    public internal(set) var indicators = 0
    public internal(set) var indicatorsByRole: [Indicator.Role: Int] = [:]
    /// Numbers in the document, numbering of headings left out.
    public internal(set) var numbers = 0
    /// Numbers that lie wholly in quotes of indicators.
    public internal(set) var numbersInIndicators = 0
    /// Numbers that `notFigures` explains.
    public internal(set) var numbersExplained = 0

    public var numbersUncovered: Int { numbers - numbersInIndicators - numbersExplained }
  }

  /// In the order of the document; empty if the plan is proved.
  public let problems: [PlanCheckProblem]
  public let summary: Summary
}
