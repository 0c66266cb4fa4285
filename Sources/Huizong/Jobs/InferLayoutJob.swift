import Forms
public import PlanModel
import XLSXReading

/// `huizong layout infer`: an entry for the plan's `layouts` from an example of the form.
public struct InferLayoutJob: Sendable {
  public let plan: Plan
  public let file: String

  /// What came of it.
  public struct Outcome: Sendable {
    let proposal: LayoutInference.Proposal
    let plan: Plan
    let file: String

    /// True if nothing has to be filled in by hand.
    public var isComplete: Bool {
      !proposal.lacksUnit && !proposal.lacksFigure && proposal.rows.allSatisfy { $0.code != nil }
    }
  }

  public init(plan path: String, file: String) throws(JobError) {
    plan = try OpenPlan.plan(at: path).plan
    self.file = file
  }

  public func run() throws(JobError) -> Outcome {
    guard FileAccess.exists(file) else { throw JobError(.missingFile, file) }
    let workbook: Workbook
    do throws(XLSXReadError) {
      workbook = try Workbook(path: file, limits: InputLimits.standard.reading)
    } catch {
      throw JobError(.workbook(error), file)
    }
    guard let proposal = LayoutInference(plan: plan).propose(workbook, file: FileAccess.name(of: file)) else {
      throw JobError(.noTable, file)
    }
    return Outcome(proposal: proposal, plan: plan, file: FileAccess.name(of: file))
  }
}
