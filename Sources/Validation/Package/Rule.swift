import PlanModel

/// A rule compiled for one indicator's row, or for the form as a whole. It is shared: every form asks all of them.
final class Rule: Sendable {
  let source: RuleSource
  let when: TypedExpression?
  let expression: TypedExpression
  let value: TypedExpression?
  let expected: TypedExpression?
  let difference: TypedExpression?
  private let validity: Validity

  /// - Throws: the first expression that does not fit.
  init(_ texts: RuleTexts, in scope: TypingScope) throws(RuleProblem) {
    source = texts.source
    validity = Validity(texts.source)
    when = try Self.typed(texts.when, texts.source.when, .truth, texts.source, scope)
    guard
      let expression = try Self.typed(texts.expression, texts.source.expression, .truth, texts.source, scope)
    else { throw RuleProblem(.missingField, texts.source.id, at: texts.source.place, found: "expression") }
    self.expression = expression
    value = try Self.typed(texts.value, texts.source.value, nil, texts.source, scope)
    expected = try Self.typed(texts.expected, texts.source.expected, nil, texts.source, scope)
    difference = try Self.typed(texts.difference, texts.source.difference, nil, texts.source, scope)
  }

  private static func typed(
    _ expression: Expression?, _ text: RuleSource.Text?, _ kind: ExpressionError.Kind?, _ rule: RuleSource,
    _ scope: TypingScope
  ) throws(RuleProblem) -> TypedExpression? {
    guard let expression, let text else { return nil }
    do throws(ExpressionError) {
      return try TypedExpression(expression, wanting: kind, in: scope)
    } catch {
      throw RuleProblem(error, in: text, of: rule, indicator: scope.indicator?.code)
    }
  }

  /// Of whose forms the rule is asked, and when. Every row of every form asks for it, and a source is large.
  private struct Validity {
    let isOff: Bool
    let unitKinds: [Unit.Kind]
    let periodKinds: [Period.Kind]
    let firstDay: CivilDate?
    let lastDay: CivilDate?

    init(_ source: RuleSource) {
      isOff = source.isOff
      unitKinds = source.scope.unitKinds
      periodKinds = source.scope.periods
      firstDay = source.validFrom?.firstDay
      lastDay = source.validUntil?.lastDay
    }

    func includes(_ kind: Unit.Kind?, _ period: Period) -> Bool {
      if isOff || !periodKinds.isEmpty && !periodKinds.contains(period.kind) { return false }
      if !unitKinds.isEmpty, !(kind.map { unitKinds.contains($0) } ?? false) { return false }
      if let firstDay, firstDay > period.lastDay { return false }
      if let lastDay, lastDay < period.lastDay { return false }
      return true
    }
  }

  /// Returns true if another rule of the same source asks the same, and has the same to say.
  func asksTheSame(as other: Rule) -> Bool {
    expression == other.expression && when == other.when && value == other.value && expected == other.expected
      && difference == other.difference
  }

  /// Returns true if the rule is asked of forms of such units for the period.
  func isAsked(of kind: Unit.Kind?, in period: Period) -> Bool { validity.includes(kind, period) }

  /// Returns true if the rule is broken; what cannot be decided is not.
  func isBroken(in context: some ExpressionContext) -> Bool {
    if let when, when.verdict(in: context) != .holds { return false }
    return expression.verdict(in: context) == .fails
  }
}
