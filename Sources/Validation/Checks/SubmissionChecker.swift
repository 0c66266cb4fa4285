public import PlanModel

/// Asks the rules of a submission: everything that can be said from the figures themselves.
///
/// What reading found out about the cells (a text that is no number, a merged figure) is said by the reader of forms;
/// both kinds of finding go the same way.
public struct SubmissionChecker: Sendable {
  public let rules: RulePackage
  public let period: Period

  public init(rules: RulePackage, period: Period) {
    self.rules = rules
    self.period = period
  }

  public init(plan: Plan, period: Period) {
    self.init(rules: RulePackage(plan: plan), period: period)
  }

  public var plan: Plan { rules.plan }

  /// Returns the findings of a submission in the order of the form, settled.
  ///
  /// - Parameters:
  ///   - known: what was found before, settled, so that rules can look at it and nothing is said twice.
  ///   - history: what counted earlier.
  public func check(
    _ submission: Submission, known: [Finding] = [], history: RowHistory = RowHistory()
  ) -> [Finding] {
    let form = CheckedForm(submission, rules: rules, period: period, history: history, known: known)
    let kind = plan.unit(id: submission.unit)?.kind
    let known = Dictionary(grouping: known) { $0.indicator ?? "" }
    var findings: [Finding] = []
    for indicator in plan.indicators(reportedBy: submission.unit, in: period) {
      guard let row = form.rows[indicator.code], let rules = rules.rows[indicator.code] else { continue }
      let context = RowContext(form: form, indicator: indicator, row: row)
      for finding in known[indicator.code] ?? [] { context.note(finding) }
      for rule in rules where isBroken(rule, context, of: kind, in: form) {
        for finding in self.rules.settled([rule.finding(in: context)], in: period, form.explanations) {
          findings.append(finding)
          context.note(finding)
        }
      }
    }
    let context = FormContext(form: form)
    for rule in rules.forms where isBroken(rule, context, of: kind, in: form) {
      findings += rules.settled([rule.finding(in: context)], in: period, form.explanations)
    }
    return findings
  }

  /// Returns true if a rule is asked of such a unit's form, has its places on it, and is broken there.
  private func isBroken(
    _ rule: Rule, _ context: some ExpressionContext, of kind: Unit.Kind?, in form: CheckedForm
  ) -> Bool {
    rule.isAsked(of: kind, in: period) && form.submission.hasPlaces(for: rule) && rule.isBroken(in: context)
  }
}

extension RowContext {
  /// Remembers a finding for the rules that look at it.
  fileprivate func note(_ finding: Finding) {
    noted.insert(finding.rule)
    if let origin = entry.origin, finding.sheet == origin.sheet, finding.cells.contains(origin.cell) {
      noted.insert(Self.entryRemarked)
    }
    let asks = finding.grade == .warning || finding.rule == BuiltInRule.cumulativeFell.rawValue
    if asks, finding.isOpen { noted.insert(Self.explanationWanted) }
  }

  /// A remark on the cell to be filled.
  static let entryRemarked = "entry-remarked"
  /// A finding that an explanation would answer.
  static let explanationWanted = "explanation-wanted"
}

extension Submission {
  /// Returns false where the form has no place for what the rule would have the unit write.
  fileprivate func hasPlaces(for rule: Rule) -> Bool {
    guard let columns else { return true }
    return rule.source.at.allSatisfy { spot in
      switch spot {
      case .progress: columns.contains(.progress)
      case .problems: columns.contains(.problems)
      case .nextSteps: columns.contains(.nextSteps)
      case .explanation: columns.contains(.explanation)
      case .preparer, .reviewer, .phone, .signedOn: signature.places[spot.chinese] != nil
      default: true
      }
    }
  }
}
