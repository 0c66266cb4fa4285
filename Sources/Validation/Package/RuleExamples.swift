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
        let words = error.error
        troubles.append(
          (
            source,
            .unreadable(
              name: error.given.name, chinese: words?.words(in: .chinese) ?? "这里用不上",
              english: words?.words(in: .english) ?? "of no use here")
          ))
      }
    }
  }
}

extension RuleExamples {
  /// Returns a line for each trouble, and how much was run.
  public func text(in language: Language) -> String {
    let lines = troubles.map { "\($0.rule.id) \($0.rule.name)\(language("：", ": "))\(words($0.trouble, language))" }
    let sum =
      troubles.isEmpty
      ? language("规则\(rules)条、例子\(examples)个，都符合。", "\(rules) rules, \(examples) examples: all come true.")
      : language(
        "规则\(rules)条、例子\(examples)个，\(troubles.count)处不对。",
        "\(rules) rules, \(examples) examples: \(troubles.count) wrong.")
    return (lines + [sum]).joined(separator: "\n")
  }

  private func words(_ trouble: Trouble, _ language: Language) -> String {
    switch trouble {
    case .missing(let holds):
      holds
        ? language("缺少一个符合的例子（holds: true）", "no example that holds (holds: true)")
        : language("缺少一个不符的例子（holds: false）", "no example that fails (holds: false)")
    case .untrue(let example):
      language(
        "例子“\(example.values(in: language))”应\(example.holds ? "符合" : "不符")，结果\(example.holds ? "不符" : "符合")",
        "the example “\(example.values(in: language))” should \(example.holds ? "hold" : "fail") and does not")
    case .unreadable(let name, let chinese, let english):
      language("例子里的“\(name)”读不懂：\(chinese)", "“\(name)” in an example: \(english)")
    }
  }
}
