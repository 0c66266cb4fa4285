extension TypedExpression {
  /// Returns the verdict of a condition; an expression that is none is not applicable.
  public func verdict(in context: some ExpressionContext) -> ConditionResult {
    guard case .truth(let node) = root else { return .notApplicable }
    return node.verdict(in: context)
  }

  /// Returns the value of the expression; `nil` where it is unknown.
  public func value(in context: some ExpressionContext) -> ExpressionValue? {
    switch root {
    case .truth(let node):
      switch node.verdict(in: context) {
      case .holds: .truth(true)
      case .fails: .truth(false)
      case .notApplicable: nil
      }
    case .number(let node): node.value(in: context).map { .number($0, unit: unit) }
    case .text(let node): node.value(in: context).map { .text($0) }
    case .date(let node): node.value(in: context).map { .date($0) }
    }
  }

  private var unit: String {
    if case .number(let unit?) = type { unit } else { "" }
  }
}
