/// Whether a condition holds. What is unknown, because a figure is missing or is no number, is not judged.
public enum ConditionResult: String, Hashable, Sendable, CaseIterable {
  case holds, fails, notApplicable

  init(_ isTrue: Bool) { self = isTrue ? .holds : .fails }

  var negated: ConditionResult {
    switch self {
    case .holds: .fails
    case .fails: .holds
    case .notApplicable: .notApplicable
    }
  }
}
