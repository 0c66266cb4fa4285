public import PlanModel

/// The rules of a plan as they are written: the built-in ones, changed as the plan says, and the plan's own.
///
/// It knows grades, words, validity, scope and waivers; to evaluate the expressions they must be compiled into a
/// `RulePackage`.
public struct RuleCatalogue: Hashable, Sendable {
  /// `nil` for the rules as they are shipped.
  public let plan: Plan?
  /// In the order in which they are asked; the plan's own come behind the built-in ones.
  public let rules: [RuleSource]
  /// What is wrong in the plan's entries, apart from their expressions.
  public let problems: [RuleProblem]
  let links: IndicatorLinks
  private let positions: [String: Int]

  /// The rules as they are shipped.
  public static let builtIn = RuleCatalogue(plan: nil, rules: Self.ordered(RuleSource.builtIn), problems: [])

  public init(plan: Plan) {
    var merge = RuleMerge(Self.builtIn.rules)
    for change in plan.rules { merge.add(change) }
    merge.check(plan.waivers)
    self.init(plan: plan, rules: Self.ordered(merge.rules), problems: merge.problems.sorted())
  }

  private init(plan: Plan?, rules: [RuleSource], problems: [RuleProblem]) {
    self.plan = plan
    self.rules = rules
    self.problems = problems
    links = IndicatorLinks(plan?.indicators ?? [])
    positions = Dictionary(
      rules.enumerated().flatMap { [($1.name, $0), ($1.id, $0)] }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the rules in the order in which they are asked: the one that looks whether an explanation is one must see
  /// all other findings.
  private static func ordered(_ rules: [RuleSource]) -> [RuleSource] {
    let last = BuiltInRule.explanationEmpty.rawValue
    return rules.filter { $0.name != last } + rules.filter { $0.name == last }
  }

  /// Returns the rule of this id or name.
  public func rule(_ name: String) -> RuleSource? { positions[name].map { rules[$0] } }

  /// The rules as people look them up: E, W, N, others, each by number.
  public var listed: [RuleSource] {
    func rank(_ rule: RuleSource) -> (Int, String) {
      ("EWN".firstIndex { rule.id.first == $0 }.map { "EWN".distance(from: "EWN".startIndex, to: $0) } ?? 3, rule.id)
    }
    return rules.sorted { rank($0) < rank($1) }
  }
}
