public import Forms
internal import GRDB
public import PlanModel

/// What is to be added in one transaction.
public struct LedgerWriter {
  let db: Database
  let stamp: AuditStamp

  /// Notes that a file came in.
  public mutating func receive(_ file: ReceivedFile) throws {
    let seq = try Chain.append(kind: .received, file, stamp, in: db)
    try db.cachedStatement(
      sql:
        "INSERT INTO receipt (seq, digest, name, folder, period, size, day, isStated) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [seq, file.digest, file.name, file.folder, file.period, file.size, file.day, file.isStated])
  }

  /// Notes what a file, or a part of it, was read as, unless it was read as just that the last time.
  ///
  /// - Parameters:
  ///   - part: the sheet, of a file with several forms; else empty.
  ///   - plan: SHA-256 of the plan file.
  ///   - asked: the period whose forms were asked for.
  /// - Returns: the number of the reading.
  @discardableResult
  public mutating func read(
    _ reading: Reading, digest: String, part: String, plan: String, asked: Period
  ) throws -> Int64 {
    let body = LedgerEvent.Read(reading, digest: digest, part: part, plan: plan, asked: asked)
    let last = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT d.seq, e.body FROM reading d JOIN event e ON e.seq = d.seq
          WHERE d.digest = ? AND d.part = ? AND d.asked = ? ORDER BY d.seq DESC LIMIT 1
          """), arguments: [digest, part, asked.description])
    if let last, last["body"] == (try Chain.text(of: body)) { return last["seq"] }
    let seq = try Chain.append(kind: .read, body, stamp, in: db)
    let counts = body.accounting
    var values: StatementArguments = [
      seq, digest, part, plan, asked.description, body.serial != nil, body.unit ?? body.submission?.unit,
      body.submission?.period,
      body.submission.flatMap { Period($0.period)?.lastDay.description }, body.submission?.parent,
      body.submission == nil,
    ]
    values += [
      counts?.expected ?? 0, counts?.read ?? 0, counts?.nilReturns ?? 0, counts?.notApplicable ?? 0,
      counts?.blank ?? 0, counts?.unreadable ?? 0, counts?.outside ?? 0,
    ]
    try db.cachedStatement(
      sql: """
        INSERT INTO reading (seq, digest, part, "plan", asked, isOwn, unit, period, lastDay, parent, isRefused, expected, read,
          nilReturns, notApplicable, blank, unreadable, outside)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: values)
    if case .form(let form) = reading { try addFigures(of: form.submission, reading: seq) }
    return seq
  }

  private func addFigures(of submission: Submission, reading: Int64) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO figure (reading, indicator, previous, current, cumulative, sheet, cell)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for row in submission.rows {
      let entry = row.figure(in: .cumulative) == .blank ? row.current : row.cumulative
      try statement.execute(
        arguments: [
          reading, row.code, FigureCode.text(row.figure(in: .previous)), FigureCode.text(row.figure(in: .current)),
          FigureCode.text(row.figure(in: .cumulative)), entry.origin?.sheet, entry.origin?.cell,
        ])
    }
  }

  /// Notes what the rules say of a reading.
  @discardableResult
  public mutating func judge(
    reading: Int64, plan: String, findings: [Finding], isAcceptable: Bool
  ) throws -> Int64 {
    let body = LedgerEvent.Judged(
      reading: reading, plan: plan, isAcceptable: isAcceptable, findings: findings.map { FindingRecord($0) })
    let seq = try Chain.append(kind: .judged, body, stamp, in: db)
    try db.cachedStatement(sql: "INSERT INTO verdict (seq, reading, \"plan\", isAcceptable) VALUES (?, ?, ?, ?)")
      .execute(arguments: [seq, reading, plan, isAcceptable])
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO finding (verdict, ordinal, id, rule, grade, standing, indicator, sheet, cells, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (ordinal, finding) in body.findings.enumerated() {
      try statement.execute(
        arguments: [
          seq, ordinal, finding.id, finding.rule, finding.grade, finding.standing ?? "open", finding.indicator,
          finding.sheet, (finding.cells ?? []).joined(separator: " "), finding.text,
        ])
    }
    return seq
  }

  /// Notes what becomes of a file.
  ///
  /// - Parameter indicator: `nil` for all that the file reports.
  public mutating func decide(
    _ decision: FileDecision, digest: String, part: String, unit: String, period: Period, indicator: String? = nil,
    why: String
  ) throws {
    let body = LedgerEvent.Decided(
      decision: decision, digest: digest, part: part, unit: unit, period: period.description, indicator: indicator,
      why: why)
    let seq = try Chain.append(kind: .decided, body, stamp, in: db)
    try db.cachedStatement(
      sql: """
        INSERT INTO decision (seq, kind, digest, part, unit, period, indicator, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [seq, decision.rawValue, digest, part, unit, period.description, indicator, why])
  }

  /// Notes a figure that a person enters by hand.
  public mutating func enter(
    _ kind: ManualEntryKind, unit: String, period: Period, indicator: String?, value: FixedDecimal, evidence: Evidence?,
    why: String
  ) throws {
    let body = LedgerEvent.Entered(
      kind: kind, unit: unit, period: period.description, indicator: indicator, value: value.description,
      evidence: evidence, why: why)
    let seq = try Chain.append(kind: .entered, body, stamp, in: db)
    try db.cachedStatement(
      sql: """
        INSERT INTO entry (seq, kind, unit, period, indicator, value, evidence, evidenceDigest, why)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        seq, kind.rawValue, unit, period.description, indicator, body.value, evidence?.name, evidence?.digest, why,
      ])
  }
}

extension LedgerEvent.Read {
  init(_ reading: Reading, digest: String, part: String, plan: String, asked: Period) {
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
