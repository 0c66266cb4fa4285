public import PlanModel

/// A rule that a form can ask of itself before it is sent in, with formulas over its own cells.
public struct FormRule: Sendable {
  private let rule: Rule
  public var source: RuleSource { rule.source }

  init(_ rule: Rule) { self.rule = rule }

  /// A formula, without `=`, that is TRUE where the rule is broken and nothing answers it; never an error.
  public func broken(in resolver: some CellResolver) throws(FormulaRefusal) -> String {
    var parts = [try rule.expression.truths(in: resolver).fails]
    if let when = rule.when { parts.insert(try when.truths(in: resolver).holds, at: 0) }
    if isAnswered {
      guard let explained = resolver.explained else { throw .noExplanations }
      parts.append("NOT(\(explained))")
    }
    return parts.count == 1 ? parts[0] : "AND(\(parts.joined(separator: ",")))"
  }

  /// What the formula comes to.
  public func isBroken(in context: some ExpressionContext) -> Bool {
    rule.isBroken(in: context) && !(isAnswered && context.isExplained)
  }

  /// A finding that must be verified is answered by the row's 核实说明.
  private var isAnswered: Bool { rule.source.grade == .warning && rule.source.scope.subject == .row }
}

extension RulePackage {
  /// The rules to be asked of an indicator's row, in the order in which they are asked: those whose findings the unit
  /// would have to mend or to explain.
  public func formRules(of indicator: Indicator, unit: Unit, in period: Period) -> [FormRule] {
    selfChecks(rows[indicator.code] ?? [], indicator, unit, period)
  }

  /// The rules to be asked of a form as a whole.
  public func formRules(unit: Unit, in period: Period) -> [FormRule] { selfChecks(forms, nil, unit, period) }

  private func selfChecks(_ rules: [Rule], _ indicator: Indicator?, _ unit: Unit, _ period: Period) -> [FormRule] {
    rules.filter { rule in
      let source = rule.source
      guard source.isAsked(of: unit.kind, in: period), source.grade != .notice, !source.words.remedy.isEmpty else {
        return false
      }
      // What is on trial or waived asks nothing of the unit.
      let finding = Finding(
        id: source.id, rule: source.name, grade: source.grade, unit: unit.id, file: "", indicator: indicator?.code)
      return catalogue.settled([finding], in: period).first?.isOpen == true
    }.map { FormRule($0) }
  }
}

extension RuleSource {
  /// True if the rule is asked of forms of such units for the period.
  func isAsked(of kind: Unit.Kind?, in period: Period) -> Bool {
    !isOff && isValid(in: period) && scope.covers(kind, period.kind)
  }
}

/// Formulas about 核实说明.
public enum ExplanationFormula {
  /// A formula, without `=`, that is TRUE where the row's 核实说明 says why, in words of its own.
  public static func isExplained(in resolver: some CellResolver) throws(FormulaRefusal) -> String {
    try FormulaWriter(resolver: resolver).explained().holds.text
  }
}
