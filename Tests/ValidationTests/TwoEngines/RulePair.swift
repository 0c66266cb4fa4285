import PlanModel

@testable import Validation

/// A rule with what stands in the cells that it reads.
struct RulePair {
  let text: String
  let when: String?
  let code: String?
  let parsed: [ExpressionNode]
  let verdict: ConditionResult
  /// Of the rule alone, wherever it is asked.
  let truth: ConditionResult
  /// True if a cell that is read holds nothing, 0, 无 or —.
  let isSpecial: Bool
  let formula: String
  let holds: String
  let fails: String
  let cells: PairCells

  private static let indicators: [Indicator?] = [
    ExpressionPlan.count, ExpressionPlan.count, ExpressionPlan.partA, ExpressionPlan.partB, ExpressionPlan.partB,
    ExpressionPlan.money,
    ExpressionPlan.bigMoney, ExpressionPlan.smallMoney, ExpressionPlan.ratio, ExpressionPlan.milestone,
    ExpressionPlan.recurring, ExpressionPlan.words, ExpressionPlan.list, nil,
  ]

  /// Throws the refusal of a rule whose formula would be too long or too deep; nothing else may be refused.
  init(seed: UInt64, row: Int) throws {
    var random = Scrambler(seed: seed)
    let scale = Scale(&random)
    let indicator = Self.indicators[random.next(below: Self.indicators.count)]
    let scope = TypingScope(plan: ExpressionPlan.plan, indicator: indicator)
    var rules = RuleGenerator(seed: random.next(), scale: scale, scope: scope)
    let balance = random.next(below: 8) == 0 ? Balance(&rules) : nil
    text = balance?.text ?? rules.condition(depth: 1 + random.next(below: 3))
    when = random.next(below: 5) == 0 ? rules.condition(depth: 1) : nil
    code = indicator?.code

    let trees = try [text, when].compactMap(\.self).map { try Expression(parsing: $0) }
    let typed = try trees.map { try TypedExpression($0, wanting: .truth, in: scope) }
    parsed = trees.map(\.root)
    cells = PairCells(
      typed, scope: scope, figures: FigureGenerator(random: Scrambler(seed: random.next()), scale: scale),
      known: balance?.figures ?? [:], row: row)

    let context = cells.context
    truth = typed[0].verdict(in: context)
    let isAsked = typed.count == 1 || typed[1].verdict(in: context) == .holds
    verdict = isAsked ? truth : .notApplicable
    isSpecial = cells.isSpecial
    formula = try typed[0].formula(in: cells, when: typed.count > 1 ? typed[1] : nil)
    (holds, fails) = try typed[0].truths(in: cells)
  }

  /// Everything that a person needs to look into a disagreement.
  var description: String {
    let figures = cells.context.figures.map { "\($0.key): \($0.value)" }.sorted().joined(separator: ", ")
    return """
      rule \(text)\(when.map { " · when \($0)" } ?? "") · of \(code ?? "the form") · \(figures) · list \
      \(cells.context.list.map { $0.values.mapValues(\.figure) }) · explained \(cells.context.isExplained)
      \(formula)
      """
  }
}
