import PlanFile
public import PlanModel
import XLSXReading

/// `huizong plan allocate`: takes the split of targets among units (任务分解表) from a workbook into the plan file.
public struct AllocateJob: Sendable {
  /// One indicator whose split changed.
  public struct Change: Hashable, Sendable {
    public let code: String
    public let name: String
    /// Unit's name and share, before and after.
    public let before: [Share]
    public let after: [Share]
  }

  public struct Share: Hashable, Sendable {
    public let unit: String
    public let value: FixedDecimal
  }

  public struct Outcome: Sendable {
    public let changes: [Change]
    /// Indicators of the table whose split is the plan's already.
    public let unchanged: Int
    /// Sentences about what is wrong; with any, nothing was written.
    let problems: [AllocationSheet.Problem]
    /// The plan file as it is to be.
    let text: String

    public var isSound: Bool { problems.isEmpty }
  }

  public let path: String
  public let workbook: String
  let limits: InputLimits

  public init(plan path: String, from workbook: String, limits: InputLimits = .standard) {
    self.path = path
    self.workbook = workbook
    self.limits = limits
  }

  /// Reads both and works out the new text; nothing is written.
  public func run() throws(JobError) -> Outcome {
    let bytes = try FileAccess.file(path, .planBytes, limits)
    let plan = try OpenPlan.plan(at: path, limits: limits).plan
    guard FileAccess.exists(workbook) else { throw JobError(.missingFile, workbook) }
    let table = try OfficeWorkbook.read(workbook, limits) { workbook throws(XLSXReadError) in
      try AllocationSheet(workbook, plan: plan)
    }
    var editor = PlanTextEditor(String(decoding: bytes, as: UTF8.self))
    // All of a table or nothing of it.
    guard table.problems.isEmpty else {
      return Outcome(changes: [], unchanged: 0, problems: table.problems, text: editor.text)
    }
    var changes: [Change] = []
    var wanted = plan
    for row in table.rows {
      guard let indicator = plan.indicator(code: row.code) else { continue }
      let shares = Dictionary(row.shares.map { ($0.unit, $0.value) }, uniquingKeysWith: { first, _ in first })
      guard shares != indicator.allocation || indicator.illustrative.names("allocation") else { continue }
      let ordered = plan.units.filter { shares[$0.id] != nil }
      guard editor.setAllocation(of: row.code, to: ordered.map { ($0.id, shares[$0.id] ?? 0) }) else {
        throw JobError(.unusualPlanText, row.code)
      }
      wanted.setAllocation(of: row.code, to: shares)
      changes.append(
        Change(
          code: row.code, name: indicator.name, before: Self.shares(indicator.allocation, plan),
          after: Self.shares(shares, plan)))
    }
    try prove(editor.text, wanted)
    return Outcome(
      changes: changes, unchanged: table.rows.count - changes.count, problems: [], text: editor.text)
  }

  /// Checks that the text reads as the plan that is wanted, and as no other.
  private func prove(_ text: String, _ wanted: Plan) throws(JobError) {
    let read: Plan
    do throws(PlanFileError) {
      read = try PlanReader(limits: limits.plan).read(text)
    } catch {
      // The file itself was read before: it is the edit that spoiled it.
      throw JobError(.unusualPlanText, path)
    }
    guard read.rules.map(\.id) == wanted.rules.map(\.id), read.waivers.count == wanted.waivers.count,
      read.withoutPlaces == wanted.withoutPlaces
    else { throw JobError(.unusualPlanText, path) }
  }

  private static func shares(_ allocation: [String: FixedDecimal], _ plan: Plan) -> [Share] {
    plan.units.compactMap { unit in
      allocation[unit.id].map { Share(unit: unit.short.isEmpty ? unit.name : unit.short, value: $0) }
    }
  }

  /// Puts the new plan file in place, under another name if one is given.
  public func write(_ outcome: Outcome, to output: String?) throws(JobError) {
    // Another plan is somebody's, with remarks of its own.
    if let output, FileAccess.exists(output), !FileAccess.isSame(output, path) { throw JobError(.anotherKind, output) }
    try FileAccess.write(outcome.text, to: output ?? path)
  }
}

extension Plan {
  /// Rules and waivers know the lines in which they stand, which an edit moves.
  fileprivate var withoutPlaces: Plan {
    var plan = self
    plan.rules = []
    plan.waivers = []
    return plan
  }

  fileprivate mutating func setAllocation(of code: String, to shares: [String: FixedDecimal]) {
    for task in tasks.indices {
      for index in tasks[task].indicators.indices where tasks[task].indicators[index].code == code {
        tasks[task].indicators[index].allocation = shares
        guard case .fields(let names) = tasks[task].indicators[index].illustrative else { continue }
        let left = names.subtracting(["allocation"])
        tasks[task].indicators[index].illustrative = left.isEmpty ? .none : .fields(left)
      }
    }
  }
}
