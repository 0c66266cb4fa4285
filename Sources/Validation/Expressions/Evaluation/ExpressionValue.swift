public import PlanModel

/// What an expression comes to.
public enum ExpressionValue: Hashable, Sendable {
  case truth(Bool)
  /// The unit is empty for pure numbers and %.
  case number(FixedDecimal, unit: String)
  case text(String)
  case date(CivilDate)
}
