import LedgerStore
public import PlanModel

/// `huizong ledger choose` and `restore`: what a person decides about a file.
public struct LedgerDecisionJob: Sendable {
  public enum Decision: Hashable, Sendable {
    /// The file counts in place of those that contend with it; for one indicator, or for all that it reports.
    case choose(indicator: String?)
    /// The file counts no more.
    case withdraw
    /// The file counts again, though it was withdrawn, or another has replaced it.
    case restore
  }

  public let path: String
  public let plan: OpenPlan
  public let file: String
  public let decision: Decision
  public let by: String
  public let why: String
  public let clock: OfficeClock

  /// - Parameters:
  ///   - file: its name, or the beginning of its digest.
  ///   - by: who decided.
  public init(
    ledger path: String, plan: OpenPlan, file: String, decision: Decision, by: String, why: String,
    clock: OfficeClock = .system
  ) throws(JobError) {
    if case .choose(let code?) = decision, plan.plan.indicator(code: code) == nil {
      throw JobError(.unknownIndicator, code)
    }
    self.path = path
    self.plan = plan
    self.file = file
    self.decision = decision
    self.by = by.onOneLine
    self.why = why.onOneLine
    self.clock = clock
  }

  /// Notes the decision.
  /// - Returns: a sentence that says what was noted.
  public func run(in language: Language, waiting: (String) -> Void = { _ in }) throws(JobError) -> String {
    let found: (form: Ledger.KnownForm?, names: [String])
    let (kind, indicator): (FileDecision, String?) =
      switch decision {
      case .choose(let indicator): (.chosen, indicator)
      case .withdraw: (.withdrawn, nil)
      case .restore: (.restored, nil)
      }
    do throws(LedgerError) {
      // A decision is about what is there: no ledger is made for it.
      _ = try Ledger(path: path, .read, stamp: AuditStamp(at: clock.at))
      let lock = try RunLock(ledger: path, waiting: waiting)
      defer { withExtendedLifetime(lock) {} }
      let ledger = try Ledger(path: path, .write, stamp: AuditStamp(at: clock.at), key: plan.key)
      if let unsealed = try UnsealedEvents(atEndOf: ledger) { plan.tellUnsealed(unsealed) }
      let forms = try ledger.forms(named: file)
      found = (
        forms.count == 1 ? forms.first : nil,
        forms.map { "\($0.name)\($0.part)（\(language($0.period.chinese, "\($0.period)"))，\($0.digest.prefix(8))）" }
      )
      if let form = found.form {
        try ledger.record(AuditStamp(at: clock.at, by: by)) { writer in
          try writer.decide(
            kind, digest: form.digest, part: form.part, unit: form.unit, period: form.period, indicator: indicator,
            why: why)
        }
      }
    } catch {
      throw JobError(.ledger(error), path)
    }
    guard let form = found.form else {
      throw JobError(found.names.isEmpty ? .unknownInLedger : .ambiguousInLedger(known: found.names), file)
    }
    return noted(form, kind, language)
  }
}
