import PlanModel

/// Gives each part of an expression its type, and resolves every reference.
struct Typist {
  let scope: TypingScope

  /// A part with its type.
  enum Typed {
    case truth(TruthNode)
    case number(NumberNode, unit: String?)
    case text(TextNode)
    case date(DateNode)

    var kind: ExpressionError.Kind {
      switch self {
      case .truth: .truth
      case .number: .number
      case .text: .text
      case .date: .date
      }
    }
  }

  func typed(_ node: ExpressionNode) throws(ExpressionError) -> Typed {
    switch node.kind {
    case .number(let value, let unit): return .number(.literal(value), unit: unit?.unitOfMeasure)
    case .text(let text): return .text(.literal(text))
    case .date(let date): return .date(.literal(date))
    case .reference(let reference): return try typed(reference, at: node.offset)
    case .choice(let condition, let yes, let no): return try choice(condition, yes, no, at: node.offset)
    case .sum, .product, .absolute, .least, .greatest, .round, .partsTotal, .listTotal, .listCount:
      let (number, unit) = try calculation(node)
      return .number(number, unit: unit)
    case .comparison, .state, .membership, .and, .or, .not, .contains, .explained, .noted:
      return .truth(try condition(node))
    }
  }

  func truth(_ node: ExpressionNode) throws(ExpressionError) -> TruthNode {
    let typed = try typed(node)
    guard case .truth(let truth) = typed else {
      throw ExpressionError(.wrongKind(expected: .truth, found: typed.kind), at: node.offset)
    }
    return truth
  }

  func number(_ node: ExpressionNode) throws(ExpressionError) -> (node: NumberNode, unit: String?) {
    let typed = try typed(node)
    guard case .number(let number, let unit) = typed else {
      throw ExpressionError(.wrongKind(expected: .number, found: typed.kind), at: node.offset)
    }
    return (number, unit)
  }

  func text(_ node: ExpressionNode) throws(ExpressionError) -> TextNode {
    let typed = try typed(node)
    guard case .text(let text) = typed else {
      throw ExpressionError(.wrongKind(expected: .text, found: typed.kind), at: node.offset)
    }
    return text
  }

  private func typed(_ reference: Reference, at offset: Int) throws(ExpressionError) -> Typed {
    let meaning = try scope.meaning(of: reference, at: offset)
    switch meaning.kind {
    case .date: return .date(meaning.reference.map { .figure($0) } ?? .none)
    case .text: return .text(meaning.reference.map { .figure($0) } ?? .none)
    case .number(let unit): return .number(meaning.reference.map(number) ?? .none, unit: unit)
    }
  }

  /// Returns the node of a reference; rate and gap are calculations of the other columns, so that there is one
  /// definition of them.
  private func number(_ reference: Reference) -> NumberNode {
    switch reference.column {
    case .rate: return rate(reference.subject)
    case .gap:
      let pace = NumberNode.figure(Reference(reference.subject, .pace))
      return .round(
        .sum([.init(isInverse: false, node: rate(reference.subject)), .init(isInverse: true, node: pace)]), places: 1)
    default: return .figure(reference)
    }
  }

  /// Returns the rate; none of an indicator whose 累计 is a day or words.
  private func rate(_ subject: Reference.Subject) -> NumberNode {
    guard let done = try? scope.meaning(of: Reference(subject, .cumulative), at: 0), case .number = done.kind else {
      return .none
    }
    return .product([
      .init(isInverse: false, node: .figure(Reference(subject, .cumulative))),
      .init(isInverse: false, node: .literal(.hundred)),
      .init(isInverse: true, node: .figure(Reference(subject, .goal))),
    ])
  }

  /// Returns the choice between two branches, which have one type; that of the first counts.
  private func choice(
    _ condition: ExpressionNode, _ yes: ExpressionNode, _ no: ExpressionNode, at offset: Int
  ) throws(ExpressionError) -> Typed {
    let condition = try truth(condition)
    let (left, right) = (try typed(yes), try typed(no))
    switch (left, right) {
    case (.truth(let left), .truth(let right)): return .truth(.choice(condition, then: left, else: right))
    case (.text(let left), .text(let right)): return .text(.choice(condition, then: left, else: right))
    case (.date(let left), .date(let right)): return .date(.choice(condition, then: left, else: right))
    case (.number(let left, let unit), .number(let right, let other)):
      let (nodes, common) = try inOneUnit([(left, unit, yes.offset), (right, other, no.offset)])
      return .number(.choice(condition, then: nodes[0], else: nodes[1]), unit: common)
    default: throw ExpressionError(.differentKinds(left.kind, right.kind), at: no.offset)
    }
  }
}
