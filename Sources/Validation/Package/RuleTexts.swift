import PlanModel

/// The expressions of a rule, parsed once for all indicators.
struct RuleTexts {
  let source: RuleSource
  let when: Expression?
  let expression: Expression
  let value: Expression?
  let expected: Expression?
  let difference: Expression?

  /// - Throws: the first expression that cannot be read.
  init(_ source: RuleSource) throws(RuleProblem) {
    self.source = source
    when = try Self.parsed(source.when, source)
    guard let expression = try Self.parsed(source.expression, source) else {
      throw RuleProblem(.missingField, source.id, at: source.place, found: "expression")
    }
    self.expression = expression
    value = try Self.parsed(source.value, source)
    expected = try Self.parsed(source.expected, source)
    difference = try Self.parsed(source.difference, source)
  }

  private static func parsed(_ text: RuleSource.Text?, _ rule: RuleSource) throws(RuleProblem) -> Expression? {
    guard let text else { return nil }
    do throws(ExpressionError) {
      return try Expression(parsing: text.text)
    } catch {
      throw RuleProblem(error, in: text, of: rule)
    }
  }
}

extension RuleProblem {
  /// What is wrong with an expression, at its place in the plan file.
  init(_ error: ExpressionError, in text: RuleSource.Text, of rule: RuleSource, indicator: String? = nil) {
    self.init(
      .expression(chinese: error.words(in: .chinese) + "。", english: error.words(in: .english) + "."), rule.id,
      at: text.place(ofCharacter: error.offset) ?? rule.place, found: text.text, indicator: indicator)
  }
}
