/// Builds the tree by recursive descent. Depth is counted, so that no input can overflow the stack.
struct Parser {
  private let tokens: [Token]
  private var position = 0
  private var depth = 0

  /// The last token is the end.
  init(tokens: [Token]) { self.tokens = tokens }

  var token: Token { tokens[position] }

  mutating func advance() { if position < tokens.count - 1 { position += 1 } }

  /// Moves on if the next token is of this kind.
  mutating func take(_ kind: Token.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  mutating func take(_ keyword: Word.Keyword) -> Bool { take(.word(.keyword(keyword))) }

  func failure(_ expected: ExpressionError.Expected) -> ExpressionError {
    ExpressionError(.expected(expected, found: token.text), at: token.offset)
  }

  mutating func require(_ kind: Token.Kind, _ expected: ExpressionError.Expected) throws(ExpressionError) {
    guard take(kind) else { throw failure(expected) }
  }

  mutating func nested(
    _ body: (inout Parser) throws(ExpressionError) -> ExpressionNode
  ) throws(ExpressionError) -> ExpressionNode {
    guard depth < Expression.maximumDepth else {
      throw ExpressionError(.tooDeep(limit: Expression.maximumDepth), at: token.offset)
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  mutating func parse() throws(ExpressionError) -> ExpressionNode {
    let root = try expression()
    guard token.kind == .end else { throw failure(.end) }
    return root
  }

  mutating func expression() throws(ExpressionError) -> ExpressionNode {
    try nested { (parser) throws(ExpressionError) in try parser.choice() }
  }

  private mutating func choice() throws(ExpressionError) -> ExpressionNode {
    let offset = token.offset
    guard take(.if) else { return try or() }
    let condition = try expression()
    try require(.word(.keyword(.then)), .then)
    let yes = try expression()
    try require(.word(.keyword(.else)), .else)
    return ExpressionNode(offset: offset, kind: .choice(condition, then: yes, else: try expression()))
  }

  private mutating func or() throws(ExpressionError) -> ExpressionNode {
    var nodes = [try and()]
    while take(.or) { nodes.append(try and()) }
    return nodes.count == 1 ? nodes[0] : ExpressionNode(offset: nodes[0].offset, kind: .or(nodes))
  }

  private mutating func and() throws(ExpressionError) -> ExpressionNode {
    var nodes = [try not()]
    while take(.and) { nodes.append(try not()) }
    return nodes.count == 1 ? nodes[0] : ExpressionNode(offset: nodes[0].offset, kind: .and(nodes))
  }

  private mutating func not() throws(ExpressionError) -> ExpressionNode {
    let offset = token.offset
    guard take(.not) else { return try comparison() }
    let node = try nested { (parser) throws(ExpressionError) in try parser.not() }
    return ExpressionNode(offset: offset, kind: .not(node))
  }

  private mutating func comparison() throws(ExpressionError) -> ExpressionNode {
    let left = try sum()
    let offset = token.offset
    if case .comparison(let comparison) = token.kind {
      advance()
      let right = try sum()
      let tolerance = take(.within) ? try sum() : nil
      return ExpressionNode(offset: offset, kind: .comparison(left, comparison, right, within: tolerance))
    }
    if let isNegated = takeIs() {
      return ExpressionNode(offset: offset, kind: .state(left, try state(), isNegated: isNegated))
    }
    if let isNegated = try takeIn() {
      return ExpressionNode(offset: offset, kind: .membership(left, try texts(), isNegated: isNegated))
    }
    return left
  }

  /// Takes 是, 不是, `is`, `is not`; returns whether it is negated.
  mutating func takeIs() -> Bool? {
    if take(.isNot) { return true }
    return take(.is) ? take(.not) : nil
  }

  /// Takes 属于, 不属于, `in`, `not in`; returns whether it is negated.
  private mutating func takeIn() throws(ExpressionError) -> Bool? {
    if take(.notIn) { return true }
    if take(.in) { return false }
    guard token.kind == .word(.keyword(.not)) else { return nil }
    advance()
    guard take(.in) else { throw failure(.end) }
    return true
  }

  mutating func state() throws(ExpressionError) -> FigureState {
    guard case .word(.state(let state)) = token.kind else { throw failure(.state) }
    advance()
    return state
  }

  private mutating func texts() throws(ExpressionError) -> [String] {
    try require(.sign(.open), .open)
    var texts = [try quoted()]
    while take(.sign(.comma)) { texts.append(try quoted()) }
    try require(.sign(.close), .close)
    return texts
  }

  mutating func quoted() throws(ExpressionError) -> String {
    guard case .text(let text) = token.kind else { throw failure(.text) }
    advance()
    return text
  }

  mutating func sum() throws(ExpressionError) -> ExpressionNode {
    try chain(.plus, .minus, make: ExpressionNode.Kind.sum) { (parser) throws(ExpressionError) in
      try parser.chain(.times, .over, make: ExpressionNode.Kind.product) { (parser) throws(ExpressionError) in
        try parser.unary()
      }
    }
  }

  private mutating func chain(
    _ plain: Token.Sign, _ inverse: Token.Sign, make: ([ExpressionNode.Operand]) -> ExpressionNode.Kind,
    of part: (inout Parser) throws(ExpressionError) -> ExpressionNode
  ) throws(ExpressionError) -> ExpressionNode {
    var operands = [ExpressionNode.Operand(isInverse: false, node: try part(&self))]
    while token.kind == .sign(plain) || token.kind == .sign(inverse) {
      let isInverse = token.kind == .sign(inverse)
      advance()
      operands.append(ExpressionNode.Operand(isInverse: isInverse, node: try part(&self)))
    }
    return operands.count == 1
      ? operands[0].node : ExpressionNode(offset: operands[0].node.offset, kind: make(operands))
  }

  private mutating func unary() throws(ExpressionError) -> ExpressionNode {
    let offset = token.offset
    guard take(.sign(.minus)) else { return try primary() }
    let node = try nested { (parser) throws(ExpressionError) in try parser.unary() }
    return ExpressionNode(offset: offset, kind: .sum([.init(isInverse: true, node: node)]))
  }
}
