/// An expression of the rule language, parsed. Types and units of measure are looked at by `TypedExpression`.
///
/// The language is small and total: no loops, no recursion, no state; every expression ends in a value or in none.
public struct Expression: Hashable, Sendable {
  /// The most Unicode characters that an expression may have.
  public static let maximumLength = 2_000
  /// How deep parentheses, functions, 非, − and 如果 may stand in one another.
  public static let maximumDepth = 32

  /// As written.
  public let text: String
  let root: ExpressionNode

  /// Throws what is wrong, with the place and what was expected there.
  public init(parsing text: String) throws(ExpressionError) {
    var parser = Parser(tokens: try Lexer.tokens(of: text))
    self.text = text
    root = try parser.parse()
  }

  public static func == (left: Self, right: Self) -> Bool { left.text == right.text }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
