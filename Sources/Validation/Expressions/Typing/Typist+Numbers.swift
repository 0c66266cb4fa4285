import PlanModel

extension Typist {
  /// Returns the values brought to the unit of the first that has one.
  func inOneUnit(
    _ values: [(node: NumberNode, unit: String?, offset: Int)]
  ) throws(ExpressionError) -> (nodes: [NumberNode], unit: String?) {
    guard let unit = values.lazy.compactMap(\.unit).first else { return (values.map(\.node), nil) }
    var nodes: [NumberNode] = []
    for value in values { nodes.append(try converted(value.node, from: value.unit, to: unit, at: value.offset)) }
    return (nodes, unit)
  }

  private func converted(
    _ node: NumberNode, from source: String?, to target: String, at offset: Int
  ) throws(ExpressionError) -> NumberNode {
    guard let source, source != target else { return node }
    guard let exponent = MeasureFamily.exponent(from: source, to: target) else {
      throw ExpressionError(.differentUnits(target, source), at: offset)
    }
    return node.scaled(exponent)
  }

  func calculation(_ node: ExpressionNode) throws(ExpressionError) -> (NumberNode, unit: String?) {
    switch node.kind {
    case .sum(let operands): return try sum(operands)
    case .product(let operands): return try product(operands)
    case .absolute(let inner):
      let (number, unit) = try number(inner)
      return (.absolute(number), unit)
    case .round(let inner, let places):
      let (number, unit) = try number(inner)
      return (.round(number, places: places), unit)
    case .least(let nodes):
      let (numbers, unit) = try numbers(nodes)
      return (.least(numbers), unit)
    case .greatest(let nodes):
      let (numbers, unit) = try numbers(nodes)
      return (.greatest(numbers), unit)
    case .partsTotal(let column): return try partsTotal(column, at: node.offset)
    case .listTotal(let name): return (.listTotal(name), Self.unit(inHead: name))
    case .listCount(let test): return (.listCount(test), nil)
    default: return (.none, nil)
    }
  }

  private func numbers(_ nodes: [ExpressionNode]) throws(ExpressionError) -> (nodes: [NumberNode], unit: String?) {
    var values: [(NumberNode, String?, Int)] = []
    for node in nodes {
      let (number, unit) = try number(node)
      values.append((number, unit, node.offset))
    }
    return try inOneUnit(values)
  }

  private func sum(_ operands: [ExpressionNode.Operand]) throws(ExpressionError) -> (NumberNode, unit: String?) {
    if let days = try days(operands) { return (days, "天") }
    let (nodes, unit) = try numbers(operands.map(\.node))
    if nodes.count == 1, case .literal(let value) = nodes[0] { return (.literal(value.negated), unit) }
    let terms = zip(operands, nodes).map { NumberNode.Term(isInverse: $0.0.isInverse, node: $0.1) }
    return (.sum(terms), unit)
  }

  /// Returns the days that a day less another makes.
  private func days(_ operands: [ExpressionNode.Operand]) throws(ExpressionError) -> NumberNode? {
    guard operands.count == 2, operands[1].isInverse, case .date(let left) = try typed(operands[0].node),
      case .date(let right) = try typed(operands[1].node)
    else { return nil }
    return .days(left, right)
  }

  /// Returns a product, of which at most one side has a unit; over a unit of its own family a number is pure.
  private func product(_ operands: [ExpressionNode.Operand]) throws(ExpressionError) -> (NumberNode, unit: String?) {
    var (first, unit) = try number(operands[0].node)
    var terms = [NumberNode.Term(isInverse: false, node: first)]
    for operand in operands.dropFirst() {
      let (node, other) = try number(operand.node)
      let offset = operand.node.offset
      if operand.isInverse {
        let (divisor, quotient) = try divisor(node, other, under: unit, at: offset)
        terms.append(.init(isInverse: true, node: divisor))
        unit = quotient
      } else {
        if let unit, let other, !unit.isEmpty, !other.isEmpty {
          throw ExpressionError(.unitTimesUnit(unit, other), at: offset)
        }
        terms.append(.init(isInverse: false, node: node))
        unit = Self.unit(unit, times: other)
      }
    }
    first = .product(terms)
    return (first, unit)
  }

  /// Returns the unit of a product: that of the side that is not pure; pure if one is; open if both are.
  private static func unit(_ left: String?, times right: String?) -> String? {
    if let left, !left.isEmpty { return left }
    if let right, !right.isEmpty { return right }
    return left ?? right
  }

  private func divisor(
    _ node: NumberNode, _ unit: String?, under top: String?, at offset: Int
  ) throws(ExpressionError) -> (NumberNode, quotient: String?) {
    guard let unit else { return (node, top) }
    if unit.isEmpty { return (node, top ?? "") }
    // 100 ÷ 户: the number takes the unit.
    guard let top else { return (node, "") }
    guard let exponent = MeasureFamily.exponent(from: unit, to: top) else {
      throw ExpressionError(.unitOverUnit(top, unit), at: offset)
    }
    return (node.scaled(exponent), "")
  }

  /// Returns the sum of the of-which rows, in the unit of their total.
  private func partsTotal(
    _ column: Reference.Column, at offset: Int
  ) throws(ExpressionError) -> (NumberNode, unit: String?) {
    guard scope.indicator != nil else { throw ExpressionError(.rowNeeded(column), at: offset) }
    var values: [(NumberNode, String?, Int)] = []
    for part in scope.parts {
      let meaning = try scope.meaning(of: Reference(.indicator(part.code), column), at: offset)
      guard case .number(let unit) = meaning.kind, let reference = meaning.reference,
        reference.column != .rate, reference.column != .gap
      else { throw ExpressionError(.columnNotThere(column), at: offset) }
      values.append((.figure(reference), unit, offset))
    }
    let own = try scope.meaning(of: Reference(column), at: offset)
    guard case .number(let unit) = own.kind else { throw ExpressionError(.columnNotThere(column), at: offset) }
    let (nodes, common) = try inOneUnit([(.none, unit, offset)] + values)
    return (.partsTotal(nodes.dropFirst().compactMap(\.asPart)), common)
  }

  /// Returns the unit in a head: `补助金额(万元)` is in 万元; a column without a unit in its head takes that of what it meets.
  private static func unit(inHead name: String) -> String? {
    guard name.last == ")" || name.last == "）" else { return nil }
    let inner = name.dropLast().split { "(（".contains($0) }.last.map(String.init) ?? ""
    return MeasureFamily.unit(at: Substring(inner)) == inner ? inner.unitOfMeasure : nil
  }
}

extension NumberNode {
  /// Returns the node in another unit of its family.
  fileprivate func scaled(_ exponent: Int) -> NumberNode {
    if exponent == 0 { return self }
    if case .literal(let value) = self, let moved = value.timesPowerOfTen(exponent) { return .literal(moved) }
    return .scaled(self, exponent: exponent)
  }

  fileprivate var asPart: Part? {
    switch self {
    case .figure(let reference): Part(reference: reference, exponent: 0)
    case .scaled(.figure(let reference), let exponent): Part(reference: reference, exponent: exponent)
    default: nil
    }
  }
}
