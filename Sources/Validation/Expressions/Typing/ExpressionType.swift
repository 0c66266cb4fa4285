/// What an expression comes to.
public enum ExpressionType: Hashable, Sendable {
  case truth
  /// The unit of measure: empty for a pure number and for %, `nil` where a number takes the unit of what it meets.
  case number(unit: String?)
  case text
  case date

  var kind: ExpressionError.Kind {
    switch self {
    case .truth: .truth
    case .number: .number
    case .text: .text
    case .date: .date
    }
  }
}
