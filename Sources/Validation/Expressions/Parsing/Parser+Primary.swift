import PlanModel

extension Parser {
  mutating func primary() throws(ExpressionError) -> ExpressionNode {
    let start = token
    let kind: ExpressionNode.Kind
    switch start.kind {
    case .number(let value, let unit): kind = .number(value, unit: unit)
    case .text(let text): kind = .text(text)
    case .date(let date): kind = .date(date)
    case .code(let code): return try reference(.indicator(code))
    case .word(.subject(let subject)): return try reference(subject)
    case .word(.column(let column)): kind = .reference(Reference(column))
    case .word(.function(let function)): return try call(function)
    case .sign(.open):
      advance()
      let inner = try expression()
      try require(.sign(.close), .close)
      return inner
    default: throw failure(.operand)
    }
    advance()
    return ExpressionNode(offset: start.offset, kind: kind)
  }

  private mutating func reference(_ subject: Reference.Subject) throws(ExpressionError) -> ExpressionNode {
    let offset = token.offset
    advance()
    try require(.sign(.point), .point)
    return ExpressionNode(offset: offset, kind: .reference(Reference(subject, try column())))
  }

  private mutating func column() throws(ExpressionError) -> Reference.Column {
    guard case .word(.column(let column)) = token.kind else { throw failure(.column) }
    advance()
    return column
  }

  private mutating func call(_ function: Word.Function) throws(ExpressionError) -> ExpressionNode {
    let offset = token.offset
    advance()
    if function == .explained { return ExpressionNode(offset: offset, kind: .explained) }
    try require(.sign(.open), .open)
    let kind: ExpressionNode.Kind
    switch function {
    case .absolute: kind = .absolute(try expression())
    case .least: kind = .least(try arguments())
    case .greatest: kind = .greatest(try arguments())
    case .round:
      let value = try expression()
      try require(.sign(.comma), .comma)
      kind = .round(value, places: try places())
    case .sum: kind = try total()
    case .count: kind = .listCount(try countedList())
    case .contains:
      let text = try expression()
      try require(.sign(.comma), .comma)
      kind = .contains(text, try soughtText())
    case .explained, .noted: kind = .noted(try soughtText())
    }
    try require(.sign(.close), .close)
    return ExpressionNode(offset: offset, kind: kind)
  }

  private mutating func arguments() throws(ExpressionError) -> [ExpressionNode] {
    var arguments = [try expression()]
    while take(.sign(.comma)) { arguments.append(try expression()) }
    return arguments
  }

  private mutating func places() throws(ExpressionError) -> Int {
    guard case .number(let value, nil) = token.kind, let places = Int(value.description), (0...10).contains(places)
    else { throw failure(.places) }
    advance()
    return places
  }

  private mutating func soughtText() throws(ExpressionError) -> String {
    let offset = token.offset
    let text = try quoted()
    guard !text.isEmpty else { throw ExpressionError(.textEmpty, at: offset) }
    return text
  }

  /// Reads `parts.cumulative` or `list.NAME`.
  private mutating func total() throws(ExpressionError) -> ExpressionNode.Kind {
    if take(.parts) {
      try require(.sign(.point), .point)
      return .partsTotal(try column())
    }
    guard take(.list) else { throw failure(.partsOrList) }
    return .listTotal(try listColumn())
  }

  private mutating func listColumn() throws(ExpressionError) -> String {
    try require(.sign(.point), .listColumn)
    guard case .name(let name) = token.kind, !name.isEmpty else { throw failure(.listColumn) }
    advance()
    return name
  }

  /// Reads `list`, `list.NAME = "text"` or `list.NAME is blank`.
  private mutating func countedList() throws(ExpressionError) -> ListTest? {
    guard take(.list) else { throw failure(.list) }
    guard token.kind == .sign(.point) else { return nil }
    let column = try listColumn()
    if let isNegated = takeIs() {
      return ListTest(column: column, condition: .state(try state()), isNegated: isNegated)
    }
    if take(.comparison(.equal)) {
      return ListTest(column: column, condition: .equals(try quoted()), isNegated: false)
    }
    guard take(.comparison(.notEqual)) else { throw failure(.listTest) }
    return ListTest(column: column, condition: .equals(try quoted()), isNegated: true)
  }
}
