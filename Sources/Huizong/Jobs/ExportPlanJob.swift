import PlanFile
public import PlanModel
import Reports

/// `huizong plan export`: a plan as a workbook that people can look through and change.
public struct ExportPlanJob: Sendable {
  public let path: String
  let limits: InputLimits

  public init(plan path: String, limits: InputLimits = .standard) {
    self.path = path
    self.limits = limits
  }

  /// Writes the workbook; only of a plan that can be read.
  /// - Returns: the plan, and entries by sheet, in the order of the workbook.
  public func run(to output: String) throws(JobError) -> (plan: Plan, counts: [(sheet: String, entries: Int)]) {
    let bytes = try FileAccess.file(path, .planBytes, limits)
    let plan = try OpenPlan.plan(at: path, limits: limits).plan
    let document = plan.source.map { FileAccess.join(FileAccess.folder(of: path), $0.file) }
    try OutputPath.check([(output, .planBook)], files: [path, document])
    let tables: PlanTables
    do throws(PlanFileError) {
      tables = try PlanTables(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw JobError(.plan(error), path)
    }
    do {
      try PlanBook(plan: plan, tables: tables).write(to: output)
    } catch {
      throw JobError(writing: output, error)
    }
    return (plan, tables.tables.map { ($0.section.sheet, $0.rows.count) })
  }
}
