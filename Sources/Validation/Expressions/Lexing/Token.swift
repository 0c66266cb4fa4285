import PlanModel

/// A word, number or sign of an expression.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case number(FixedDecimal, unit: String?)
    case text(String)
    case date(CivilDate)
    /// Between square brackets.
    case code(String)
    case word(Word)
    /// The name of a list's column.
    case name(String)
    case comparison(ComparisonOperator)
    case sign(Sign)
    case end
  }

  enum Sign: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "×"
    case over = "÷"
    case open = "("
    case close = ")"
    case comma = ","
    case point = "."
  }

  let kind: Kind
  /// In Unicode characters from the start, zero-based.
  let offset: Int
  /// As written, for messages.
  let text: String
}
