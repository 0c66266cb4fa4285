public import PlanModel

/// What an expression is evaluated over: one row of a submission, or the form as a whole.
public protocol ExpressionContext {
  /// Returns what stands there; blank where nothing does.
  ///
  /// The subject is `own`, `indicator`, `last` or `lastYear`, and the column none of entry, rate and gap: typing
  /// resolves the others. Numbers of the plan (goal, pace) are decimals.
  func figure(_ reference: Reference) -> Figure
  /// The rows of the indicator's list; empty where it has none.
  var list: [Submission.ListRow] { get }
  /// True if 核实说明 of the row holds a real explanation.
  var isExplained: Bool { get }
  /// Returns true if the reader of forms remarked this on the row or the form.
  func isNoted(_ observation: String) -> Bool
}
