public import PlanModel

/// What is wrong in a rule of the plan file, and where.
public struct RuleProblem: Error, Hashable, Sendable {
  public enum Code: Hashable, Sendable {
    /// A rule of the plan's own lacks a field.
    case missingField
    /// Another rule has the name.
    case nameTaken
    /// The name of a built-in rule cannot be changed.
    case nameFixed
    /// E20 to E28 can be neither softened nor switched off.
    case fixedRule
    /// The findings of the rule are made by the reader of forms or by comparing files, not by an expression.
    case observed
    /// A rule of the plan's own looks at rows or forms.
    case subject
    /// 读表发现 of a name that nobody remarks.
    case unknownObservation
    /// A waiver of no rule.
    case unknownRule
    /// A name in braces that no message has.
    case placeholder
    /// The expression cannot be read or does not fit, in the words of both languages.
    case expression(chinese: String, english: String)
  }

  public let code: Code
  /// The rule's id.
  public let rule: String
  /// `nil` for built-in rules.
  public let place: RuleSource.Place?
  /// The field or word that is meant.
  public let found: String
  /// The code of the indicator for which the expression does not fit.
  public let indicator: String?

  init(
    _ code: Code, _ rule: String, at place: RuleSource.Place?, found: String = "", indicator: String? = nil
  ) {
    self.code = code
    self.rule = rule
    self.place = place
    self.found = found
    self.indicator = indicator
  }
}

extension RuleProblem: Comparable {
  /// Returns true if the left problem stands before the right one.
  public static func < (left: Self, right: Self) -> Bool {
    func key(_ problem: Self) -> (Int, Int, String, String) {
      (problem.place?.line ?? 0, problem.place?.column ?? 0, problem.rule, problem.found)
    }
    return key(left) < key(right)
  }
}
