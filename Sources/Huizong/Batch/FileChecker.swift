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
    report(on: read(path: path, file: file), file: file, received: received)
  }

  func read(path: String, file: String) -> Reading {
    guard let bytes = FileAccess.bytes(path) else {
      return .refused(unit: nil, findings: [BuiltInRule.unreadableFile.finding(file: file, value: Self.absent)])
    }
    return SubmissionReader(plan: plan, period: period, key: key).read(bytes: bytes, file: file)
  }

  /// Checks what was read. This is the one place where the findings of reading and of checking come together.
  func report(on reading: Reading, file: String, received: CivilDate?) -> FileReport {
    switch reading {
    case .refused(_, let findings):
      return FileReport(file: file, reading: reading, findings: findings, candidate: nil)
    case .form(let form):
      let submission = form.submission
      let checker = SubmissionChecker(rules: rules, period: submission.period)
      let read = rules.settled(form.findings, of: submission)
      let previous = history.previous(of: submission.unit, for: submission.period, plan: plan)
      let corrected = history.corrected(of: submission.unit, for: submission.period, plan: plan)
      let compared = rules.settled(
        checker.compare(submission, with: previous, superseded: corrected), of: submission)
      let known = read + compared
      let findings = known + checker.check(submission, known: known)
      return FileReport(
        file: file, reading: reading, findings: findings,
        candidate: Candidate(submission: submission, received: received, findings: findings))
    }
  }
}
