import PlanModel

/// Compiles rules for every indicator in their scope.
struct RuleCompiler {
  let plan: Plan
  let links: IndicatorLinks
  /// Names that 读表发现 can ask for.
  let observations: Set<String>
  private let indicators: [Indicator]
  private(set) var rows: [String: [Rule]] = [:]
  private(set) var forms: [Rule] = []
  private(set) var problems: [RuleProblem] = []
  /// Compiled rules by id: most come to the same for most indicators, and those share them.
  private var known: [String: [Rule]] = [:]

  init(plan: Plan, catalogue: RuleCatalogue) {
    self.plan = plan
    links = catalogue.links
    observations = Set(catalogue.rules.map(\.name) + [RowContext.entryRemarked, RowContext.explanationWanted])
    indicators = plan.indicators.filter { !$0.reportedBy.isEmpty }
  }

  /// Adds a rule. One that is off is compiled too: what is wrong in it is wrong.
  mutating func add(_ source: RuleSource) {
    do throws(RuleProblem) {
      let texts = try RuleTexts(source)
      if source.scope.subject == .form {
        forms.append(try compiled(texts, nil))
      } else {
        try addRows(texts)
      }
    } catch {
      problems.append(error)
    }
  }

  private mutating func addRows(_ texts: RuleTexts) throws(RuleProblem) {
    for indicator in indicators where texts.source.scope.covers(indicator, links: links.of(indicator.code)) {
      do throws(RuleProblem) {
        rows[indicator.code, default: []].append(try compiled(texts, indicator))
      } catch {
        // A built-in rule is not asked where the plan's units of measure do not let it be.
        if texts.source.place != nil { throw error }
      }
    }
  }

  private mutating func compiled(_ texts: RuleTexts, _ indicator: Indicator?) throws(RuleProblem) -> Rule {
    let rule = try Rule(texts, in: TypingScope(plan: plan, indicator: indicator))
    let asked = rule.expression.observations.union(rule.when?.observations ?? [])
    guard let unknown = asked.subtracting(observations).min() else { return shared(rule) }
    throw RuleProblem(.unknownObservation, rule.source.id, at: rule.source.expression.place, found: unknown)
  }

  /// Returns a rule of the same source that asks the same, if one was compiled before: what is asked of row after row
  /// should be the same place in memory.
  private mutating func shared(_ rule: Rule) -> Rule {
    if let same = known[rule.source.id]?.first(where: { rule.asksTheSame(as: $0) }) { return same }
    known[rule.source.id, default: []].append(rule)
    return rule
  }
}
