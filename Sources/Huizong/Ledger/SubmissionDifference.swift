import PlanModel

/// The cells on which two submissions of one unit and period differ.
struct SubmissionDifference {
  struct Change: Hashable {
    let code: String
    let column: FormColumn
    let before: String
    let after: String
    /// True for figures; words change no total.
    let bearsOnTotals: Bool
  }

  /// In the order of the later form, then of the earlier one for rows that are gone.
  let changes: [Change]

  private static var columns: [(FormColumn, KeyPath<Submission.Row, Submission.Entry>)] {
    [
      (.previous, \.previous), (.current, \.current), (.cumulative, \.cumulative), (.progress, \.progress),
      (.problems, \.problems), (.nextSteps, \.nextSteps), (.explanation, \.explanation),
    ]
  }

  init(_ before: Submission, _ after: Submission) {
    var codes = after.rows.map(\.code)
    codes += before.rows.map(\.code).filter { !codes.contains($0) }
    var changes: [Change] = []
    for code in codes {
      let (old, new) = (before.row(code), after.row(code))
      for (column, path) in Self.columns {
        let (was, now) = (old?[keyPath: path].figure ?? .blank, new?[keyPath: path].figure ?? .blank)
        guard was != now else { continue }
        changes.append(
          Change(
            code: code, column: column, before: was.plain, after: now.plain,
            bearsOnTotals: column == .current || column == .cumulative))
      }
    }
    self.changes = changes
  }
}
