import PlanFile
public import PlanModel
import Validation
import XLSXReading

/// `huizong plan import`: a plan file from the workbook that `plan export` writes.
public struct ImportPlanJob: Sendable {
  public struct Outcome: Sendable {
    /// `nil` with problems.
    public let plan: Plan?
    /// The plan file.
    public let text: String
    /// One line each, with the cell: `指标!G12：…`.
    let problems: [(place: String, problem: PlanTables.Problem)]
    /// Cells of which nothing can be taken; then nothing else is looked at.
    var faults: [(place: String, fault: CellFault)] = []
    /// Rules of the plan that cannot be used, where nothing else is wrong.
    let rules: [RuleProblem]

    public var isSound: Bool { plan != nil }
  }

  public let workbook: String
  let limits: InputLimits

  public init(workbook: String, limits: InputLimits = .standard) {
    self.workbook = workbook
    self.limits = limits
  }

  /// Reads the workbook and works out the plan file; nothing is written.
  public func run() throws(JobError) -> Outcome {
    guard FileAccess.exists(workbook) else { throw JobError(.missingFile, workbook) }
    let sheets = try OfficeWorkbook.read(workbook, limits) { workbook throws(XLSXReadError) in
      try PlanSheets(workbook)
    }
    guard let sheets else { throw JobError(.noPlanTables, workbook) }
    guard sheets.faults.isEmpty else {
      return Outcome(plan: nil, text: "", problems: [], faults: sheets.faults, rules: [])
    }
    let (text, problems) = sheets.tables.written(limits: limits.plan)
    guard problems.isEmpty, let plan = try? PlanReader(limits: limits.plan).read(text) else {
      return Outcome(
        plan: nil, text: "",
        problems: problems.map { ($0.place.map(sheets.name) ?? FileAccess.name(of: workbook), $0) }, rules: [])
    }
    let rules = RulePackage(plan: plan).problems
    return Outcome(plan: rules.isEmpty ? plan : nil, text: text, problems: [], rules: rules)
  }

  /// Puts the plan file in place.
  ///
  /// - Parameter replacing: a file that is there is replaced, and its comments with it.
  public func write(_ outcome: Outcome, to output: String, replacing: Bool) throws(JobError) {
    if !replacing, FileAccess.exists(output) { throw JobError(.fileExists, output) }
    // What a link leads to is somebody else's to replace.
    if FileAccess.isLink(output) { throw JobError(.anotherKind, output) }
    try FileAccess.write(outcome.text, to: output)
  }
}
