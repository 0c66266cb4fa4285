public import PlanModel

extension RuleCatalogue {
  /// Returns findings as the plan's rules have them: those of rules that are off, not valid in the period or out of
  /// scope are left out; the others get the rule's grade, and their resolution.
  ///
  /// Findings that were settled before come out the same.
  /// - Parameter explanation: the real explanation of the row that a finding is about; `nil` where there is none.
  public func settled(
    _ findings: [Finding], in period: Period, explanation: (Finding) -> String? = { _ in nil }
  ) -> [Finding] {
    findings.compactMap { finding in
      guard let rule = rule(finding.rule), !rule.isFixed else { return finding }
      guard isAsked(rule, of: finding, in: period) else { return nil }
      var settled = finding
      settled.grade = rule.grade
      settled.resolution = resolution(of: finding, rule, in: period) {
        // What must be mended is not mended by an explanation, and a notice asks for none.
        // And what is asked about an explanation, that explanation does not answer.
        let isOfExplanation = finding.column == FormColumn.explanation.chinese
        return rule.grade == .warning && !isOfExplanation ? explanation(finding) : nil
      }
      return settled
    }
  }

  private func isAsked(_ rule: RuleSource, of finding: Finding, in period: Period) -> Bool {
    guard !rule.isOff, rule.isValid(in: period) else { return false }
    guard let plan else { return true }
    guard rule.scope.covers(finding.unit.flatMap { plan.unit(id: $0)?.kind }, period.kind) else { return false }
    guard let indicator = finding.indicator.flatMap({ plan.indicator(code: $0) }) else {
      return rule.scope.indicators.isEmpty
    }
    return rule.scope.covers(indicator, links: links.of(indicator.code))
  }

  private func resolution(
    of finding: Finding, _ rule: RuleSource, in period: Period, explanation: () -> String?
  ) -> Finding.Resolution {
    if let waiver = plan?.waivers.first(where: { $0.covers(finding, in: period) }) {
      return .waived(by: waiver.approvedBy, until: waiver.until)
    }
    if let until = rule.trial(in: period) { return .trial(until: until) }
    if case .explained(let text) = finding.resolution { return .explained(text) }
    return explanation().map { .explained($0) } ?? .open
  }

  /// Returns the waivers that no longer hold for a period, in the order of the plan.
  public func expiredWaivers(in period: Period) -> [Waiver] {
    (plan?.waivers ?? []).filter { $0.isExpired(in: period) }
  }
}
