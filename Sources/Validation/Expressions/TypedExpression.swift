/// An expression whose words, types and units of measure fit one indicator's row, or a form.
public struct TypedExpression: Hashable, Sendable {
  enum Root: Hashable, Sendable {
    case truth(TruthNode)
    case number(NumberNode)
    case text(TextNode)
    case date(DateNode)
  }

  let root: Root
  public let type: ExpressionType

  /// Throws the first thing that does not fit, with its place.
  ///
  /// - Parameter kind: what the expression must come to; anything if `nil`.
  public init(
    _ expression: Expression, wanting kind: ExpressionError.Kind? = nil, in scope: TypingScope
  ) throws(ExpressionError) {
    let typed = try Typist(scope: scope).typed(expression.root)
    if let kind, typed.kind != kind {
      throw ExpressionError(.wrongKind(expected: kind, found: typed.kind), at: 0)
    }
    switch typed {
    case .truth(let node): (root, type) = (.truth(node), .truth)
    case .number(let node, let unit): (root, type) = (.number(node), .number(unit: unit))
    case .text(let node): (root, type) = (.text(node), .text)
    case .date(let node): (root, type) = (.date(node), .date)
    }
  }
}
