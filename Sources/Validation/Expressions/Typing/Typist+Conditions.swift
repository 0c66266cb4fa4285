extension Typist {
  func condition(_ node: ExpressionNode) throws(ExpressionError) -> TruthNode {
    switch node.kind {
    case .and(let nodes): return .and(try truths(nodes))
    case .or(let nodes): return .or(try truths(nodes))
    case .not(let inner): return .not(try truth(inner))
    case .comparison(let left, let comparison, let right, let tolerance):
      return try self.comparison(left, comparison, right, within: tolerance, at: node.offset)
    case .state(let inner, let state, let isNegated):
      let truth = try self.state(of: inner, state, at: node.offset)
      return isNegated ? .not(truth) : truth
    case .membership(let inner, let texts, let isNegated):
      let truth = TruthNode.oneOf(try text(inner), texts)
      return isNegated ? .not(truth) : truth
    case .contains(let inner, let sought): return .contains(try text(inner), sought)
    case .explained:
      guard scope.indicator != nil else { throw ExpressionError(.rowNeeded(.explanation), at: node.offset) }
      return .explained
    case .noted(let name): return .noted(name)
    default: return try truth(node)
    }
  }

  private func truths(_ nodes: [ExpressionNode]) throws(ExpressionError) -> [TruthNode] {
    var truths: [TruthNode] = []
    for node in nodes { truths.append(try truth(node)) }
    return truths
  }

  private func comparison(
    _ left: ExpressionNode, _ comparison: ComparisonOperator, _ right: ExpressionNode,
    within tolerance: ExpressionNode?,
    at offset: Int
  ) throws(ExpressionError) -> TruthNode {
    let (first, second) = (try typed(left), try typed(right))
    if case .number(let leftNode, let unit) = first, case .number(let rightNode, let other) = second {
      var values = [(leftNode, unit, left.offset), (rightNode, other, right.offset)]
      if let tolerance {
        let (node, unit) = try number(tolerance)
        values.append((node, unit, tolerance.offset))
      }
      let (nodes, _) = try inOneUnit(values)
      return .numbers(nodes[0], comparison, nodes[1], within: nodes.count > 2 ? nodes[2] : nil)
    }
    if let tolerance { throw ExpressionError(.onlyForNumbers(first.kind), at: tolerance.offset) }
    switch (first, second) {
    case (.date(let left), .date(let right)): return .dates(left, comparison, right)
    case (.text(let left), .text(let right)):
      guard comparison == .equal || comparison == .notEqual else {
        throw ExpressionError(.notForTexts(comparison.rawValue), at: offset)
      }
      return .texts(left, isEqual: comparison == .equal, right)
    default: throw ExpressionError(.differentKinds(first.kind, second.kind), at: right.offset)
    }
  }

  /// Returns the condition of `is`, which asks what stands in a cell, so it needs one.
  private func state(of node: ExpressionNode, _ state: FigureState, at offset: Int) throws(ExpressionError) -> TruthNode
  {
    guard case .reference(let reference) = node.kind, reference.column != .rate, reference.column != .gap else {
      throw ExpressionError(.stateOfNoReference, at: offset)
    }
    let meaning = try scope.meaning(of: reference, at: node.offset)
    return .state(meaning.reference, state, in: meaning.kind)
  }
}
