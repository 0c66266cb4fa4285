public import PlanModel

/// The examples of every rule, run.
public struct RuleExamples: Sendable {
  /// What is wrong with a rule's examples.
  public enum Trouble: Hashable, Sendable {
    /// No example that holds, or none that fails.
    case missing(holds: Bool)
    /// It comes to the other verdict.
    case untrue(RuleSource.Example)
    /// A name that has no place in the rule, in the words of both languages.
    case unreadable(name: String, chinese: String, english: String)
  }

  /// Rules with an expression, and examples, that were run.
  public private(set) var rules = 0
  public private(set) var examples = 0
  /// By rule, in the order of the list.
  public private(set) var troubles: [(rule: RuleSource, trouble: Trouble)] = []

  public init(_ catalogue: RuleCatalogue) {
    for rule in catalogue.listed where !rule.isObserved { run(rule, catalogue.plan) }
  }

  private mutating func run(_ source: RuleSource, _ plan: Plan?) {
    rules += 1
    for holds in [true, false] where !source.examples.contains(where: { $0.holds == holds }) {
      troubles.append((source, .missing(holds: holds)))
    }
    let scope = TypingScope(examplesOf: source, plan: plan)
    let rule: Rule
    do throws(RuleProblem) {
      rule = try Rule(RuleTexts(source), in: scope)
    } catch {
      troubles.append(
        (
          source,
          .unreadable(name: "expression", chinese: error.sentence(in: .chinese), english: error.sentence(in: .english))
        ))
      return
    }
    for example in source.examples {
      examples += 1
      do throws(ExampleContext.ExampleError) {
        let isBroken = rule.isBroken(in: try ExampleContext(example, in: scope))
        if isBroken == example.holds { troubles.append((source, .untrue(example))) }
      } catch {
        troubles.append((source, .unreadable(error.given.name, error.error)))
      }
    }
  }
}
