public import PlanModel

/// A rule that a form can ask of itself before it is sent in, with formulas over its own cells.
public struct FormRule: Sendable {
  private let rule: Rule
  public var source: RuleSource { rule.source }

  /// The remark that a row has something to be explained, which only the checks of a file can make.
  public static let explanationWanted = RowContext.explanationWanted

  init(_ rule: Rule) { self.rule = rule }

  /// Returns a formula, without `=`, that is TRUE where the rule is broken and nothing answers it; never an error.
  public func broken(in resolver: some CellResolver) throws(FormulaRefusal) -> String {
    var parts = [try rule.expression.truths(in: resolver).fails]
    if let when = rule.when { parts.insert(try when.truths(in: resolver).holds, at: 0) }
    if isAnswered {
      guard let explained = resolver.explained else { throw .noExplanations }
      parts.append("NOT(\(explained))")
    }
    return parts.count == 1 ? parts[0] : "AND(\(parts.joined(separator: ",")))"
  }

  /// Returns what the formula comes to.
  public func isBroken(in context: some ExpressionContext) -> Bool {
    rule.isBroken(in: context) && !(isAnswered && context.isExplained)
  }

  /// Returns true if the rule makes a finding of the row, explained or not.
  public func fires(in context: some ExpressionContext) -> Bool { rule.isBroken(in: context) }

  /// Returns true if the rule asks anything of the row at all.
  public func isAsked(in context: some ExpressionContext) -> Bool {
    rule.when.map { $0.verdict(in: context) == .holds } ?? true
  }

  /// True for a rule that the plan file has added or changed.
  public var isPlansOwn: Bool { rule.source.place != nil }

  /// Codes of other indicators that the rule looks at.
  public var linked: Set<String> {
    let references = rule.expression.references.union(rule.when?.references ?? [])
    return Set(references.compactMap { if case .indicator(let code) = $0.subject { code } else { nil } })
  }

  /// Returns what later rules of the row can ask for once this one has spoken.
  public func remarks(isExplained: Bool) -> Set<String> {
    let isOpen = !(rule.source.grade == .warning && isExplained)
    let asks = rule.source.grade == .warning || rule.source.name == BuiltInRule.cumulativeFell.rawValue
    return asks && isOpen ? [rule.source.name, RowContext.explanationWanted] : [rule.source.name]
  }

  /// Returns the number that the rule compares with, where it names one.
  public func expected(in context: some ExpressionContext) -> FixedDecimal? {
    if case .number(let value, _)? = rule.expected?.value(in: context) { value } else { nil }
  }

  /// A finding that must be verified is answered by the row's 核实说明.
  private var isAnswered: Bool { rule.source.grade == .warning && rule.source.scope.subject == .row }
}

extension RulePackage {
  /// Returns the rules to be asked of an indicator's row, in the order in which they are asked: those whose findings
  /// the unit would have to mend or to explain.
  public func formRules(of indicator: Indicator, unit: Unit, in period: Period) -> [FormRule] {
    selfChecks(rows[indicator.code] ?? [], indicator, unit, period)
  }

  /// Returns the rules to be asked of a form as a whole.
  public func formRules(unit: Unit, in period: Period) -> [FormRule] { selfChecks(forms, nil, unit, period) }

  /// Returns all rules with an expression that are asked of an indicator's row; of the form as a whole for `nil`.
  public func askedRules(of indicator: Indicator?, unit: Unit, in period: Period) -> [FormRule] {
    (indicator.map { rows[$0.code] ?? [] } ?? forms).filter { $0.isAsked(of: unit.kind, in: period) }
      .map { FormRule($0) }
  }

  private func selfChecks(_ rules: [Rule], _ indicator: Indicator?, _ unit: Unit, _ period: Period) -> [FormRule] {
    rules.filter { rule in
      let source = rule.source
      guard rule.isAsked(of: unit.kind, in: period), source.grade != .notice, !source.words.remedy.isEmpty else {
        return false
      }
      // What is on trial or waived asks nothing of the unit.
      let finding = Finding(
        id: source.id, rule: source.name, grade: source.grade, unit: unit.id, file: "", indicator: indicator?.code)
      return catalogue.settled([finding], in: period).first?.isOpen == true
    }.map { FormRule($0) }
  }
}

/// Formulas about 核实说明.
public enum ExplanationFormula {
  /// Returns a formula, without `=`, that is TRUE where the row's 核实说明 says why, in words of its own.
  public static func isExplained(in resolver: some CellResolver) throws(FormulaRefusal) -> String {
    try FormulaWriter(resolver: resolver).explained().holds.text
  }
}
