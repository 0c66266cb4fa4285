public import PlanModel
import Validation

/// `huizong rules list` and `explain`: what the rules are, those of a plan or those that are shipped.
public struct RuleBook: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case text, json
    /// The catalogue of `Sources/Validation/README.md`.
    case markdown
  }

  let catalogue: RuleCatalogue

  /// - Parameter path: of a plan file; without one the rules are the built-in ones.
  public init(plan path: String?, limits: InputLimits = .standard) throws(JobError) {
    catalogue = if let path { try OpenPlan.plan(at: path, limits: limits).rules.catalogue } else { .builtIn }
  }

  /// Returns every rule, by id.
  public func list(as format: Format, in language: Language) throws(JobError) -> String {
    switch format {
    case .json: try RulesOutput(catalogue, language).json()
    case .markdown: catalogue.markdown
    case .text: catalogue.listed.map { line($0, language) }.joined(separator: "\n") + "\n"
    }
  }

  /// Returns everything about one rule.
  /// - Parameter id: or name.
  public func explanation(of id: String, in language: Language) throws(JobError) -> String {
    guard let rule = catalogue.rule(id) else { throw JobError(.unknownRule, id) }
    return rule.explanation(in: language) + "\n"
  }
}
