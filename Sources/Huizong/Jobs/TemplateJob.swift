import Consolidation
import Forms
public import PlanModel

/// `huizong template`: one form for each unit that reports in a period.
public struct TemplateJob: Sendable {
  /// A unit's form.
  public struct Form: Hashable, Sendable {
    public let unit: Unit
    public let path: String
    /// Indicators on it.
    public let rows: Int
    /// Those of them whose 上期累计 no earlier form gave.
    public let withoutPrevious: Int
    public let state: FormFileState
  }

  public let plan: OpenPlan
  public let period: Period
  public let units: [Unit]
  public let historyFolders: [String]
  /// The folder with what has come in of the period itself, for 条线复核; `nil` leaves its figures open.
  public let reported: String?
  public let output: String
  public let workers: Int
  /// Whether a form that was filled in place is written over.
  public let isReplacing: Bool

  /// - Parameters:
  ///   - period: as typed: `2024-06`.
  ///   - units: names, ids or aliases; empty for all.
  ///   - reported: the inbox of the period, whose figures the lead departments review.
  public init(
    plan: OpenPlan, period: Period, units: [String], history: [String], reported: String? = nil, output: String,
    replacing: Bool = false, workers: Int
  ) throws(JobError) {
    isReplacing = replacing
    self.plan = plan
    self.period = try plan.due(period)
    self.units = try plan.units(units, in: self.period)
    historyFolders = history
    self.reported = reported
    try OutputPath.check(folder: output, folders: history + [reported].compactMap(\.self))
    self.output = output
    self.workers = workers
  }

  /// Returns the name of a file, `2024年6月填报表-陆丰市民政局.xlsx`.
  private func fileName(_ unit: Unit, _ names: UnitFileNames) -> String {
    "\(period.chinese)填报表-\(names[unit]).xlsx"
  }

  /// Fills the forms with what is right and with what is wrong, writes them, and reads them back; nothing of it stays.
  ///
  /// - Parameter newKey: called with the path of a key that had to be made, since there was none.
  public func selfTest(newKey: (String) -> Void) async throws(JobError) -> SelfTestOutcome {
    let key = try plan.signingKey(newKey)
    let earlier = try await EarlierFolders(folders: historyFolders, plan: plan, workers: workers).submissions(
      before: period)
    let scratch = try FileAccess.makeTemporaryFolder()
    defer { FileAccess.removeTemporary(scratch) }
    let test = TemplateSelfTest(rules: plan.rules, period: period, key: key, scratch: scratch)
    let line = try await lineFigures(earlier)
    let period = period
    let reports = await Batch.map(units, workers: workers) { unit in
      test.run(
        unit: unit, previous: earlier.previous(of: unit.id, for: period),
        open: earlier.open(of: unit.id, for: period), line: line)
    }
    return SelfTestOutcome(reports: reports, plan: plan)
  }

  /// Returns what the counties reported: the last period's figures, and those of this one that count.
  private func lineFigures(
    _ earlier: EarlierSubmissions, telling: (ConsolidateJob.Outcome) -> Void = { _ in }
  ) async throws(JobError) -> LineFigures {
    var figures = LineFigures()
    figures.previous = earlier.previous(for: period)
    guard let reported else { return figures }
    let outcome = try await ConsolidateJob(
      plan: plan, period: period, source: .inbox(reported, earlier: historyFolders), workers: workers
    ).run()
    telling(outcome)
    for result in outcome.period.results {
      for figure in result.figures
      where !figure.isCarried && (figure.state == .reported || figure.state == .notApplicable) {
        figures.reported[figure.unit.id, default: [:]][result.indicator.code] = figure.row?.cumulative.figure
      }
    }
    return figures
  }

  /// Writes the forms into the output folder, which is made if need be. A form that cannot be written stops no other.
  ///
  /// - Parameters:
  ///   - newKey: called with the path of a key that had to be made, since there was none.
  ///   - telling: called with what came of reading the period's inbox.
  public func run(
    newKey: (String) -> Void, telling: (ConsolidateJob.Outcome) -> Void = { _ in }
  ) async throws(JobError) -> [Form] {
    let key = try plan.signingKey(newKey)
    let earlier = try await EarlierFolders(folders: historyFolders, plan: plan, workers: workers).submissions(
      before: period)
    let line = try await lineFigures(earlier, telling: telling)
    try FileAccess.makeFolder(output)
    let names = UnitFileNames(plan.plan.units)
    var forms: [Form] = []
    for unit in units {
      let previous = earlier.previous(of: unit.id, for: period)
      let writer = TemplateWriter(
        rules: plan.rules, unit: unit, period: period, previous: previous,
        open: earlier.open(of: unit.id, for: period), line: line,
        preparer: plan.contacts.contact(of: unit.id, on: period.lastDay).map { ($0.name, $0.phone) })
      let path = FileAccess.join(output, fileName(unit, names))
      let state = try FormFileState(writing: path, isReplacing: isReplacing) { try writer.write(to: path, key: key) }
      forms.append(
        Form(
          unit: unit, path: path, rows: writer.layout.rows.count,
          withoutPrevious: writer.layout.rows.count(where: \.lacksPrevious), state: state))
    }
    return forms
  }
}
