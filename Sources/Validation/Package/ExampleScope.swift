import PlanModel

extension TypingScope {
  /// Where the examples of a rule are run: the first indicator that the rule names, or else one made to fit its scope,
  /// part of a ratio and of a total, with two parts of its own.
  init(examplesOf rule: RuleSource, plan: Plan?) {
    var plan = plan ?? Plan(title: "", issuer: "", year: 2024, units: [], tasks: [], reporting: Reporting(units: []))
    if rule.scope.subject == .form {
      self.init(plan: plan, indicator: nil)
      return
    }
    if let code = rule.scope.indicators.first, let indicator = plan.indicator(code: code) {
      self.init(plan: plan, indicator: indicator)
      return
    }
    let own = Self.made("例.本项", rule.scope, partOf: "例.总项")
    let isLower = rule.scope.links.contains(.denominator)
    let ratio = Indicator(
      code: "例.率", name: "率", kind: .ratio, aggregate: .ratio, numerator: isLower ? "例.另项" : own.code,
      denominator: isLower ? own.code : "例.另项")
    let others = [
      Self.made("例.另项", rule.scope), Self.made("例.总项", rule.scope),
      Self.made("例.分项1", rule.scope, partOf: own.code), Self.made("例.分项2", rule.scope, partOf: own.code),
    ]
    plan.tasks.append(
      PlanTask(id: "例", heading: "", text: "", leads: [], responsible: [], indicators: [own, ratio] + others))
    self.init(plan: plan, indicator: own)
  }

  private static func made(_ code: String, _ scope: RuleSource.Scope, partOf total: String? = nil) -> Indicator {
    var indicator = Indicator(code: code, name: code, value: 100)
    indicator.kind = scope.kinds.first ?? .count
    indicator.accumulation = scope.accumulations.first { $0 != .flow } ?? .cumulative
    indicator.role = scope.roles.first ?? .target
    indicator.partOf = total
    return indicator
  }
}
