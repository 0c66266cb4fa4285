import Consolidation
public import Forms
public import PlanModel
public import Validation

/// `huizong return`: what units have to mend, as workbooks that they can mend, and who has still to report.
public struct ReturnJob: Sendable {
  /// What is returned.
  public enum Source: Hashable, Sendable {
    /// Everything in the inbox of the period that is still open, and units that have not reported.
    case inbox(String)
    case files([String])
  }

  /// A file that goes back.
  public struct Return: Sendable {
    /// `nil` where nobody knows whose it is; then there is no workbook either.
    public let unit: Unit?
    /// As messages name it.
    public let file: String
    public let findings: [Finding]
    public let workbook: Workbook?

    public struct Workbook: Sendable {
      public let path: String
      /// The name without its folder.
      public let name: String
      public let notice: ReturnNotice
      /// True for the return of a file that could not be taken: it has nothing of the unit's in it.
      public let isBlank: Bool
      public let state: FormFileState
    }
  }

  /// What came of a run.
  public struct Outcome: Sendable {
    /// That of the forms: June, where the second quarter was asked for and forms come each month.
    public let period: Period
    public let returns: [Return]
    /// Units of which nothing came in, not even a file that goes back, in table order.
    public let missing: [Unit]
    /// Files that ask nothing of their units.
    public var sound: Int { soundUnits.count }
    /// The units of these files, one for each.
    public let soundUnits: [Unit]
    /// The last day for a report that is missing.
    public let due: CivilDate?
    /// The last day for the mended forms, as asked for.
    public let dueBy: CivilDate?
    public let rules: RuleCatalogue
    /// Files that were named and are not there.
    public let absent: [FileReport]
    /// What is wrong with the lists of receipts.
    public let receipts: ReceiptFaults
  }

  public let plan: OpenPlan
  public let period: Period
  public let source: Source
  public let historyFolders: [String]
  public let dueBy: CivilDate?
  public let output: String
  public let workers: Int
  /// Whether a return that was filled in place is written over.
  public let isReplacing: Bool
  /// The files of the source, where it names files.
  var listed: [Inbox.File]
  /// Stands behind the names of the workbooks, where several go to one unit one after the other.
  var suffix = ""
  /// What earlier periods say of a unit, where it is known already.
  var history: EarlierLookup?

  /// - Parameters:
  ///   - dueBy: the last day for the mended forms.
  ///   - output: the folder for the workbooks; never in the inbox, where they would be taken for submissions.
  public init(
    plan: OpenPlan, period: Period, source: Source, history: [String], dueBy: CivilDate? = nil, output: String,
    replacing: Bool = false, workers: Int
  ) throws(JobError) {
    isReplacing = replacing
    self.plan = plan
    self.period = try plan.due(period)
    self.source = source
    historyFolders = history
    self.dueBy = dueBy
    listed = source.files.map { Inbox.File(name: FileAccess.name(of: $0), path: $0) }
    try OutputPath.check(folder: output, folders: history + source.folders)
    self.output = output
    self.workers = workers
  }

  /// Writes the workbooks into the output folder, which is made if need be.
  ///
  /// - Parameter newKey: called with the path of a key that had to be made, since there was none.
  public func run(newKey: (String) -> Void) async throws(JobError) -> Outcome {
    try await run(newKey: newKey, archives: nil)
  }

  /// Writes them, with the files read one after the other from archives that are open already, where there are any.
  func run(newKey: (String) -> Void, archives: OpenArchives?) async throws(JobError) -> Outcome {
    let key = try plan.signingKey(newKey)
    let received = try await receive(archives)
    let open = received.reports.filter { !$0.report.isAbsent && $0.findings.contains { $0.grade != .notice } }
    var names: [String: Int] = [:]
    var returns: [Return] = []
    for (report, findings) in open {
      returns.append(try write(report, findings, &names, received.history, key))
    }
    let answered = Set(returns.compactMap(\.unit))
    let forms = plan.plan.formPeriod(closing: period)
    return Outcome(
      period: forms, returns: returns, missing: received.missing.filter { !answered.contains($0) },
      soundUnits: received.reports.filter { entry in
        !entry.report.isAbsent && !entry.findings.contains { $0.grade != .notice }
      }.compactMap { entry in entry.report.unit.flatMap { plan.plan.unit(id: $0) } },
      due: plan.plan.reporting.dueDate(of: forms), dueBy: dueBy, rules: plan.rules.catalogue,
      absent: received.reports.map(\.report).filter(\.isAbsent), receipts: received.receipts)
  }

  private struct Received {
    /// With the findings that are still open.
    var reports: [(report: FileReport, findings: [Finding])]
    var missing: [Unit]
    var history: EarlierLookup
    var receipts = ReceiptFaults()
  }

  private func receive(_ archives: OpenArchives?) async throws(JobError) -> Received {
    switch source {
    case .inbox(let folder):
      var job = try ConsolidateJob(
        plan: plan, period: period, source: .inbox(folder, earlier: historyFolders), workers: workers)
      job.keepsForms = true
      let outcome = try await job.run()
      // Those of files that a later one replaced are settled.
      let open = Dictionary(grouping: outcome.period.openFindings, by: \.file)
      return Received(
        reports: outcome.intake.reports.map { ($0, open[$0.file] ?? []) },
        missing: outcome.period.units.filter { $0.status == .missing }.map(\.unit),
        history: EarlierLookup { _, _ in outcome.intake.earlier }, receipts: outcome.intake.receipts)
    case .files:
      let history = try await known()
      let checker = FileChecker(
        plan: plan.plan, rules: plan.rules, period: period, key: plan.key, earlier: history.of, contacts: plan.contacts,
        limits: plan.limits)
      var reports: [[FileReport]] = []
      if let archives {
        for file in listed { reports.append(await checker.check(file, received: nil, archives).reports) }
      } else {
        reports = await Batch.map(listed, workers: workers, scratch: { OpenArchives() }) { file, archives in
          await checker.check(file, received: nil, archives).reports
        }
      }
      try history.check()
      return Received(
        reports: reports.flatMap(\.self).map { report in (report, report.findings.filter(\.isOpen)) },
        missing: [], history: history)
    }
  }

  /// Returns what earlier periods say, read from the folders where nobody knows it yet.
  private func known() async throws(JobError) -> EarlierLookup {
    if let history { return history }
    let read = try await EarlierFolders(folders: historyFolders, plan: plan, workers: workers).submissions(
      before: period)
    return EarlierLookup { _, _ in read }
  }

  private func write(
    _ report: FileReport, _ findings: [Finding], _ names: inout [String: Int],
    _ history: EarlierLookup, _ key: SigningKey
  ) throws(JobError) -> Return {
    guard let unit = report.unit.flatMap({ plan.plan.unit(id: $0) }),
      plan.plan.reportingUnits(in: period).contains(unit.id)
    else { return Return(unit: nil, file: report.file, findings: findings, workbook: nil) }
    var form: ReadForm?
    if case .form(let read)? = report.reading { form = read }
    // What came in for the quarter is June's form, and goes back as that.
    let period = form?.submission.period ?? plan.plan.formPeriod(closing: period)
    let writer = ReturnWriter(
      rules: plan.rules, unit: unit, period: period, form: form, file: report.file,
      digest: form?.submission.digest, findings: findings,
      previous: history.of(unit.id, period).previous(of: unit.id, for: period), dueBy: dueBy)
    try history.check()
    names[unit.id, default: 0] += 1
    let name = fileName(unit, period, number: names[unit.id] ?? 1)
    let path = FileAccess.join(output, name)
    try FileAccess.makeFolder(output)
    let state = try FormFileState(writing: path, isReplacing: isReplacing) { try writer.write(to: path, key: key) }
    return Return(
      unit: unit, file: report.file, findings: findings,
      workbook: .init(path: path, name: name, notice: writer.notice, isBlank: !writer.keepsEntries, state: state))
  }

  /// Returns the name of a file, `退回-2024年6月填报表-陆丰市民政局.xlsx`; further ones of the unit are numbered from 2.
  private func fileName(_ unit: Unit, _ period: Period, number: Int) -> String {
    let name = UnitFileNames(plan.plan.units)[unit]
    return "退回-\(period.chinese)填报表-\(name)\(suffix)\(number > 1 ? "-\(number)" : "").xlsx"
  }
}

extension ReturnJob.Source {
  fileprivate var folders: [String] {
    switch self {
    case .inbox(let folder): [folder]
    case .files: []
    }
  }

  fileprivate var files: [String] {
    switch self {
    case .inbox: []
    case .files(let files): files
    }
  }
}
