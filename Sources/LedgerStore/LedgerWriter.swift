public import Forms
internal import GRDB
public import PlanModel

/// What is to be added in one transaction.
public struct LedgerWriter {
  let db: Database
  let stamp: AuditStamp

  /// Notes what the numbers of a plan are measured in, before anything is read or entered by it.
  ///
  /// - Parameters:
  ///   - plan: SHA-256 of the plan file.
  ///   - measures: units of measure by indicator code.
  public mutating func plan(_ plan: String, measures: [String: String]) throws {
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM planned WHERE digest = ?"), arguments: [plan])
    if known == nil { _ = try Chain.append(LedgerEvent.Planned(plan: plan, measures: measures), stamp, in: db) }
  }

  /// Notes that a file came in.
  public mutating func receive(_ file: ReceivedFile) throws {
    _ = try Chain.append(file, stamp, in: db)
  }

  /// Notes what a file, or a part of it, was read as, unless it was read as just that the last time.
  ///
  /// - Parameters:
  ///   - part: the sheet, of a file with several forms; else empty.
  ///   - plan: SHA-256 of the plan file.
  ///   - key: the id of the key by which the stamp was looked at; `nil` for none.
  ///   - asked: the period whose forms were asked for.
  /// - Returns: the number of the reading.
  @discardableResult
  public mutating func read(
    _ reading: Reading, digest: String, part: String, plan: String, key: String?, asked: Period
  ) throws -> Int64 {
    let body = LedgerEvent.Read(reading, digest: digest, part: part, plan: plan, key: key ?? "", asked: asked)
    let last = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT d.seq, e.body FROM reading d JOIN event e ON e.seq = d.seq
          WHERE d.digest = ? AND d.part = ? AND d.asked = ? ORDER BY d.seq DESC LIMIT 1
          """), arguments: [digest, part, asked.description])
    if let last, try last.decode(String.self, forColumn: "body") == Chain.text(of: body) {
      return try last.decode(forColumn: "seq")
    }
    return try Chain.append(body, stamp, in: db)
  }

  /// Notes what the rules say of a reading.
  @discardableResult
  public mutating func judge(
    reading: Int64, plan: String, findings: [Finding], isAcceptable: Bool
  ) throws -> Int64 {
    try Chain.append(
      LedgerEvent.Judged(
        reading: reading, plan: plan, isAcceptable: isAcceptable, findings: findings.map { FindingRecord($0) }),
      stamp, in: db)
  }

  /// Notes what becomes of a file.
  ///
  /// - Parameter indicator: `nil` for all that the file reports.
  public mutating func decide(
    _ decision: FileDecision, digest: String, part: String, unit: String, period: Period, indicator: String? = nil,
    why: String
  ) throws {
    _ = try Chain.append(
      LedgerEvent.Decided(
        decision: decision, digest: digest, part: part, unit: unit, period: period.description, indicator: indicator,
        why: why), stamp, in: db)
  }

  /// Notes a figure that a person enters by hand.
  ///
  /// - Parameter plan: SHA-256 of the plan file in whose unit of measure the figure is; `nil` for points.
  public mutating func enter(
    _ kind: ManualEntryKind, unit: String, period: Period, indicator: String?, value: FixedDecimal, evidence: Evidence?,
    why: String, plan: String? = nil
  ) throws {
    _ = try Chain.append(
      LedgerEvent.Entered(
        kind: kind, unit: unit, period: period.description, indicator: indicator, value: value.description,
        evidence: evidence, why: why, plan: plan), stamp, in: db)
  }
}

extension LedgerEvent.Read {
  init(_ reading: Reading, digest: String, part: String, plan: String, key: String, asked: Period) {
    self.key = key
    self.digest = digest
    self.part = part
    self.plan = plan
    self.asked = asked.description
    switch reading {
    case .refused(let unit, let findings):
      self.unit = unit
      self.findings = findings.map { FindingRecord($0) }
    case .form(let form):
      submission = SubmissionRecord(form.submission)
      layout = form.layout.digest
      serial = form.serial
      let counts = form.accounting
      accounting = Accounting(
        expected: counts.expected, read: counts.read, nilReturns: counts.nilReturns,
        notApplicable: counts.notApplicable, blank: counts.blank, unreadable: counts.unreadable,
        outside: counts.outside)
      findings = form.findings.map { FindingRecord($0) }
    }
  }
}
