import PlanModel

/// A submission under check, with what its rows are asked for again and again; its rows share it.
final class CheckedForm {
  let rules: RulePackage
  let period: Period
  let submission: Submission
  let history: RowHistory
  let explanations: Explanations
  let rows: [String: Submission.Row]
  /// Names of what was remarked on the form as a whole.
  let noted: Set<String>

  init(_ submission: Submission, rules: RulePackage, period: Period, history: RowHistory, known: [Finding]) {
    self.submission = submission
    self.rules = rules
    self.period = period
    self.history = history
    explanations = Explanations(submission)
    rows = Dictionary(submission.rows.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    noted = Set(known.filter { $0.indicator == nil }.map(\.rule))
  }
}
