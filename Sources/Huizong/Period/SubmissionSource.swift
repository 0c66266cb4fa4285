import Consolidation

/// Where the submissions of a period come from, and where it is recorded what became of them: a folder with its archives,
/// a part that other machines have read, a ledger.
protocol SubmissionSource: Sendable {
  /// As messages name it.
  var path: String { get }

  /// Reads and validates what came in.
  ///
  /// - Parameter progress: called from any thread with the number of files read so far, and of all.
  func intake(progress: @escaping @Sendable (Int, Int) -> Void) async throws(JobError) -> PeriodIntake

  /// Records which files count; a source that keeps no record does nothing.
  func record(_ period: ConsolidatedPeriod) throws(JobError)
}

extension SubmissionSource {
  func record(_ period: ConsolidatedPeriod) throws(JobError) {}

  /// Takes in what came, consolidates it, and records which files count.
  func consolidated(
    by plan: OpenPlan, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws(JobError) -> (period: ConsolidatedPeriod, intake: PeriodIntake) {
    let intake = try await intake(progress: progress)
    let period: ConsolidatedPeriod
    do {
      period = try intake.consolidated(by: plan.plan)
    } catch {
      throw JobError(.overflow, path)
    }
    try record(period)
    return (period, intake)
  }
}
