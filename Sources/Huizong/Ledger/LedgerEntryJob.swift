import Forms
import LedgerStore
public import PlanModel

/// `huizong ledger enter`: a figure that came by telephone, with its evidence.
public struct LedgerEntryJob: Sendable {
  public let path: String
  public let plan: OpenPlan
  public let unit: Unit
  public let period: Period
  public let indicator: Indicator
  public let value: FixedDecimal
  /// A file: a note of the call, a letter, a photo.
  public let evidence: String?
  public let by: String
  public let why: String
  public let clock: OfficeClock

  /// - Parameters:
  ///   - value: 累计完成, as typed.
  ///   - by: who enters it.
  public init(
    ledger path: String, plan: OpenPlan, unit: String, period: String, indicator code: String, value: String,
    evidence: String?, by: String, why: String, now: String? = nil
  ) throws(JobError) {
    self.path = path
    self.plan = plan
    self.period = try plan.period(period)
    let units = try plan.units([unit], in: self.period)
    guard let own = units.first, units.count == 1 else {
      throw JobError(.unknownUnit(known: units.map(\.name)), unit)
    }
    self.unit = own
    guard let indicator = plan.plan.indicator(code: code) else { throw JobError(.unknownIndicator, code) }
    let due = plan.plan.indicators(reportedBy: own.id, in: self.period)
    guard due.contains(where: { $0.code == code }), !indicator.isDated, !indicator.isWordsOnly else {
      throw JobError(.notToBeEntered(unit: own.name), code)
    }
    self.indicator = indicator
    guard let value = FixedDecimal(value) else { throw JobError(.unreadableNumber, value) }
    self.value = value
    self.evidence = evidence
    self.by = by
    self.why = why
    clock = try OfficeClock(now: now)
  }

  /// Notes the entry.
  /// - Returns: a sentence that says what was noted.
  public func run(in language: Language, waiting: () -> Void = {}) throws(JobError) -> String {
    var proof: Evidence?
    if let evidence {
      guard let digest = FileAccess.digest(evidence) else { throw JobError(.missingFile, evidence) }
      proof = Evidence(name: FileAccess.name(of: evidence), digest: digest)
    }
    do throws(LedgerError) {
      let lock = try RunLock(ledger: path, waiting: waiting)
      defer { withExtendedLifetime(lock) {} }
      let ledger = try Ledger(path: path, .write, occasion: Occasion(at: clock.at))
      try ledger.record(Occasion(at: clock.at, by: by)) { writer in
        try writer.enter(
          .figure, unit: unit.id, period: period, indicator: indicator.code, value: value, evidence: proof, why: why)
      }
    } catch {
      throw JobError(.ledger(error), path)
    }
    let proved = proof.map { language("，依据“\($0.name)”", ", evidence “\($0.name)”") } ?? ""
    return language(
      "已记入台账：\(unit.name)\(period.chinese)“\(indicator.name)”\(FormColumn.cumulative.chinese)\(value.shortest)\(indicator.unit)（人工，\(by)：\(why)\(proved)）。",
      "Noted: \(unit.name) \(period) “\(indicator.name)” \(FormColumn.cumulative.chinese) \(value.shortest) (by hand, \(by): \(why)\(proved))."
    )
  }
}
