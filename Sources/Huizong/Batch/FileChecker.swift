import Consolidation
import Forms
import PlanModel
import Validation
import XLSXReading

/// Takes a file from its bytes to its findings.
struct FileChecker: Sendable {
  let plan: Plan
  let rules: RulePackage
  /// `nil` takes any period's form.
  let period: Period?
  let key: SigningKey?
  let history: History

  /// The reader's code for a file that is not there.
  static let absent = XLSXReadError.Code.cannotOpen.rawValue

  func check(path: String, file: String, received: CivilDate?) -> FileReport {
    guard let bytes = FileAccess.bytes(path) else {
      let finding = BuiltInRule.unreadableFile.finding(file: file, value: Self.absent)
      return FileReport(
        file: file, reading: .refused(unit: nil, findings: [finding]), findings: [finding], candidate: nil)
    }
    let reading = SubmissionReader(plan: plan, period: period, key: key).read(bytes: bytes, file: file)
    switch reading {
    case .refused(_, let findings):
      return FileReport(file: file, reading: reading, findings: findings, candidate: nil)
    case .form(let form):
      let submission = form.submission
      let checker = SubmissionChecker(plan: plan, period: submission.period)
      let read = rules.settled(form.findings, of: submission)
      let previous = history.previous(of: submission.unit, for: submission.period, plan: plan)
      let findings =
        read
        + rules.settled(
          checker.check(submission, known: read) + checker.compare(submission, with: previous), of: submission)
      return FileReport(
        file: file, reading: reading, findings: findings,
        candidate: Candidate(submission: submission, received: received, findings: findings))
    }
  }
}
