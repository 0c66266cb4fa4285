extension TypedExpression {
  /// What the expression reads, resolved as a context is asked for it: never entry, rate or gap, never numerator,
  /// denominator or total.
  public var references: Set<Reference> { inputs.references }
  /// The columns of the indicator's list; nothing of `count(list)`.
  public var listColumns: Set<String> { inputs.listColumns }
  /// True if the indicator's list is read.
  public var readsList: Bool { inputs.readsList }
  /// The names that 读表发现 asks for.
  public var observations: Set<String> { inputs.observations }
  /// True if 已说明 is asked.
  public var readsExplanation: Bool { inputs.readsExplanation }

  private var inputs: ExpressionInputs {
    var inputs = ExpressionInputs()
    switch root {
    case .truth(let node): inputs.add(node)
    case .number(let node): inputs.add(node)
    case .text(let node): inputs.add(node)
    case .date(let node): inputs.add(node)
    }
    return inputs
  }
}

/// What a typed tree reads.
private struct ExpressionInputs {
  var references: Set<Reference> = []
  var listColumns: Set<String> = []
  var readsList = false
  var observations: Set<String> = []
  var readsExplanation = false

  mutating func add(_ node: TruthNode) {
    switch node {
    case .and(let nodes), .or(let nodes): for node in nodes { add(node) }
    case .not(let node): add(node)
    case .choice(let condition, let yes, let no): for node in [condition, yes, no] { add(node) }
    case .numbers(let left, _, let right, let tolerance):
      for node in [left, right, tolerance ?? .none] { add(node) }
    case .dates(let left, _, let right): for node in [left, right] { add(node) }
    case .texts(let left, _, let right): for node in [left, right] { add(node) }
    case .oneOf(let node, _), .contains(let node, _): add(node)
    case .state(let reference, _, _): if let reference { references.insert(reference) }
    case .explained: readsExplanation = true
    case .noted(let name): observations.insert(name)
    }
  }

  mutating func add(_ node: NumberNode) {
    switch node {
    case .none, .literal: break
    case .figure(let reference): references.insert(reference)
    case .scaled(let node, _), .absolute(let node), .round(let node, _): add(node)
    case .sum(let terms), .product(let terms): for term in terms { add(term.node) }
    case .least(let nodes), .greatest(let nodes): for node in nodes { add(node) }
    case .days(let left, let right): for node in [left, right] { add(node) }
    case .partsTotal(let parts): references.formUnion(parts.map(\.reference))
    case .listTotal(let column):
      listColumns.insert(column)
      readsList = true
    case .listCount(let test):
      if let test { listColumns.insert(test.column) }
      readsList = true
    case .choice(let condition, let yes, let no):
      add(condition)
      for node in [yes, no] { add(node) }
    }
  }

  mutating func add(_ node: DateNode) {
    switch node {
    case .none, .literal: break
    case .figure(let reference): references.insert(reference)
    case .choice(let condition, let yes, let no):
      add(condition)
      for node in [yes, no] { add(node) }
    }
  }

  mutating func add(_ node: TextNode) {
    switch node {
    case .none, .literal: break
    case .figure(let reference): references.insert(reference)
    case .choice(let condition, let yes, let no):
      add(condition)
      for node in [yes, no] { add(node) }
    }
  }
}
