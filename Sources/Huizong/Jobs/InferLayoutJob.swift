import Forms
public import PlanModel
import XLSXReading

/// `huizong layout infer`: an entry for the plan's `layouts` from an example of the form.
public struct InferLayoutJob: Sendable {
  public let plan: Plan
  public let file: String
  private let limits: InputLimits

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

  public init(plan path: String, file: String, limits: InputLimits = .standard) throws(JobError) {
    self.limits = limits
    plan = try OpenPlan.plan(at: path, limits: limits).plan
    self.file = file
  }

  public func run() throws(JobError) -> Outcome {
    guard FileAccess.exists(file) else { throw JobError(.missingFile, file) }
    let proposal: LayoutInference.Proposal?
    do throws(XLSXReadError) {
      proposal = try LayoutInference(plan: plan).propose(
        Workbook(path: file, limits: limits.reading), file: FileAccess.name(of: file))
    } catch {
      throw JobError(.workbook(InputLimits.named(error)), file)
    }
    guard let proposal else { throw JobError(.noTable, file) }
    return Outcome(proposal: proposal, plan: plan, file: FileAccess.name(of: file))
  }
}
