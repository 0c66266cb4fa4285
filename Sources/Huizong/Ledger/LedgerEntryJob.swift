import LedgerStore
public import PlanModel

/// `huizong ledger enter`: a figure that came by telephone, with its evidence.
public struct LedgerEntryJob: Sendable {
  /// What is entered, as typed.
  public enum Words: Hashable, Sendable {
    /// 累计完成 of an indicator.
    case figure(indicator: String, value: String)
    /// 加减分.
    case points(String)
  }

  private enum Subject {
    case figure(Indicator, FixedDecimal)
    case points(FixedDecimal)
  }

  public let path: String
  public let plan: OpenPlan
  public let unit: Unit
  public let period: Period
  private let subject: Subject
  /// A file: a note of the call, a letter, a photo.
  public let evidence: String
  public let by: String
  public let why: String
  public let clock: OfficeClock

  /// - Parameter by: who enters it.
  public init(
    ledger path: String, plan: OpenPlan, unit: String, period: Period, _ words: Words, evidence: String, by: String,
    why: String, clock: OfficeClock = .system
  ) throws(JobError) {
    self.path = path
    self.plan = plan
    self.period = try plan.due(period)
    switch words {
    case .figure(let code, let value):
      let units = try plan.units([unit], in: self.period)
      guard let own = units.first, units.count == 1 else {
        throw JobError(.unknownUnit(known: units.map(\.name)), unit)
      }
      self.unit = own
      subject = .figure(
        try Self.indicator(code, of: own, plan: plan.plan, period: self.period), try TypedNumber.read(value))
    case .points(let value):
      guard let own = plan.plan.unit(named: unit), own.kind != .group else {
        throw JobError(.unknownUnit(known: plan.plan.reporting.units.compactMap { plan.plan.unit(id: $0)?.name }), unit)
      }
      self.unit = own
      subject = .points(try TypedNumber.read(value))
    }
    self.evidence = evidence
    self.by = by.onOneLine
    self.why = why.onOneLine
    self.clock = clock
  }

  private static func indicator(
    _ code: String, of unit: Unit, plan: Plan, period: Period
  ) throws(JobError) -> Indicator {
    guard let indicator = plan.indicator(code: code) else { throw JobError(.unknownIndicator, code) }
    let due = plan.indicators(reportedBy: unit.id, in: period)
    guard due.contains(where: { $0.code == code }), indicator.isNumeric else {
      throw JobError(.notToBeEntered(unit: unit.name), code)
    }
    return indicator
  }

  /// Notes the entry.
  /// - Returns: a sentence that says what was noted.
  public func run(in language: Language, waiting: (String) -> Void = { _ in }) throws(JobError) -> String {
    let digest = try FileAccess.fileDigest(evidence, .attachmentBytes, plan.limits)
    let planDigest = try plan.digest()
    let proof = Evidence(name: FileAccess.name(of: evidence), digest: digest)
    do throws(LedgerError) {
      let lock = try RunLock(ledger: path, waiting: waiting)
      defer { withExtendedLifetime(lock) {} }
      let ledger = try Ledger(path: path, .write, stamp: AuditStamp(at: clock.at), key: plan.key)
      if let unsealed = try UnsealedEvents(atEndOf: ledger) { plan.tellUnsealed(unsealed) }
      try ledger.record(AuditStamp(at: clock.at, by: by)) { writer in
        switch subject {
        case .figure(let indicator, let value):
          try writer.plan(planDigest, measures: plan.plan.measures)
          try writer.enter(
            .figure, unit: unit.id, period: period, indicator: indicator.code, value: value, evidence: proof, why: why,
            plan: planDigest)
        case .points(let value):
          try writer.enter(
            .points, unit: unit.id, period: period, indicator: nil, value: value, evidence: proof, why: why)
        }
      }
    } catch {
      throw JobError(.ledger(error), path)
    }
    return switch subject {
    case .figure(let indicator, let value): noted(indicator, value, proof: proof.name, language)
    case .points(let value): noted(points: value, proof: proof.name, language)
    }
  }
}
