/// What an expression reads: one column of one row, or of the form as a whole.
public struct Reference: Hashable, Sendable {
  /// Whose row is meant.
  public enum Subject: Hashable, Sendable {
    /// The row under check, or the form.
    case own
    /// Another indicator of the same submission, by code.
    case indicator(String)
    /// The same indicator as it counted in the previous period: 上期.
    case last
    /// The same indicator as it counted in the same period of last year: 去年同期.
    case lastYear
    /// The parts of the ratio that the indicator is, or is a part of: 分子, 分母.
    case numerator, denominator
    /// The indicator that this one is a part of: 总项.
    case total
  }

  /// The columns, by the words of the language.
  public enum Column: String, Hashable, Sendable, CaseIterable {
    // The row as reported.
    case current, cumulative, previous
    /// The cell that the unit fills; typing turns it into one of the others.
    case entry
    case progress, problems
    case nextSteps = "measures"
    case explanation
    // What the plan asks of the row.
    case target, allocation, goal, pace, deadline
    /// Worked out from the others: 完成率, 差值; typing replaces them by their calculation.
    case rate, gap
    // The form as a whole.
    case periodStart, periodEnd, preparer, reviewer, phone, signedOn
  }

  public let subject: Subject
  public let column: Column

  public init(_ subject: Subject, _ column: Column) {
    self.subject = subject
    self.column = column
  }

  /// Of the row under check, or of the form.
  public init(_ column: Column) { self.init(.own, column) }
}

extension Reference.Column {
  /// True if the column stands once on a form, not in each row.
  public var isOfForm: Bool {
    switch self {
    case .periodStart, .periodEnd, .preparer, .reviewer, .phone, .signedOn: true
    default: false
    }
  }

  /// True if the column is what a unit reported of an item, so that it is known of other periods too.
  public var isReported: Bool {
    switch self {
    case .current, .cumulative, .previous, .entry, .progress, .problems, .nextSteps, .explanation: true
    default: false
    }
  }
}
