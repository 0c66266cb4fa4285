import PlanModel

extension FormulaWriter {
  func truth(_ node: TruthNode) throws(FormulaRefusal) -> TruthText {
    try bounded(try unbounded(node))
  }

  private func unbounded(_ node: TruthNode) throws(FormulaRefusal) -> TruthText {
    switch node {
    case .and(let nodes):
      let texts = try truths(nodes)
      return TruthText(
        holds: .all(texts.flatMap(\.holds.conjuncts).distinct), fails: .any(texts.flatMap(\.fails.disjuncts).distinct))
    case .or(let nodes):
      let texts = try truths(nodes)
      return TruthText(
        holds: .any(texts.flatMap(\.holds.disjuncts).distinct), fails: .all(texts.flatMap(\.fails.conjuncts).distinct))
    case .not(let node): return try truth(node).negated
    case .choice(let condition, let yes, let no): return try choice(condition, yes, no)
    case .numbers(let left, let comparison, let right, let tolerance):
      return try numbers(left, comparison, right, within: tolerance)
    case .dates(let left, let comparison, let right):
      let (first, second) = (try date(left), try date(right))
      return TruthText(
        known: first.known + second.known, value: first.value + comparison.sign + second.value,
        denial: first.value + comparison.inverse.sign + second.value, canFail: false)
    case .texts(let left, let isEqual, let right):
      let (first, second) = (try text(left), try text(right))
      let equality = TruthText(
        known: first.known + second.known, value: "EXACT(\(first.value),\(second.value))",
        denial: "NOT(EXACT(\(first.value),\(second.value)))", canFail: false)
      return isEqual ? equality : equality.negated
    case .oneOf(let node, let texts):
      let own = try text(node)
      let tests = texts.map { "EXACT(\(own.value),\(Self.quoted($0)))" }
      return Self.of(own, TruthText.Clause.any(tests.distinct).text)
    case .contains(let node, let sought):
      let own = try text(node)
      return Self.of(own, "ISNUMBER(FIND(\(Self.quoted(sought)),\(own.value)))")
    case .state(let reference, let state, let kind): return try self.state(reference, state, kind)
    case .explained: return try explained()
    case .noted(let name): throw .observation(name)
    }
  }

  private func truths(_ nodes: [TruthNode]) throws(FormulaRefusal) -> [TruthText] {
    var texts: [TruthText] = []
    for node in nodes { texts.append(try truth(node)) }
    return texts
  }

  private static func of(_ word: WordText, _ value: String) -> TruthText {
    TruthText(known: word.known, value: value, denial: "NOT(\(value))", canFail: false)
  }

  private func choice(
    _ condition: TruthNode, _ yes: TruthNode, _ no: TruthNode
  ) throws(FormulaRefusal) -> TruthText {
    let (asked, first, second) = (try truth(condition), try truth(yes), try truth(no))
    let both = { (condition: TruthText.Clause, branch: TruthText.Clause) in
      TruthText.Clause.all((condition.conjuncts + branch.conjuncts).distinct).text
    }
    return TruthText(
      holds: .any([both(asked.holds, first.holds), both(asked.fails, second.holds)]),
      fails: .any([both(asked.holds, first.fails), both(asked.fails, second.fails)]))
  }

  /// The difference is rounded as the evaluator rounds it.
  private func numbers(
    _ left: NumberNode, _ comparison: Comparison, _ right: NumberNode, within tolerance: NumberNode?
  ) throws(FormulaRefusal) -> TruthText {
    let (first, second) = (try number(left), try number(right))
    let margin = try tolerance.map { (node) throws(FormulaRefusal) in try number(node) }
    let operands = [first, second] + (margin.map { [$0] } ?? [])
    let places = try bounded(Self.places(operands))
    let isWhole = operands.allSatisfy(\.isWhole)
    let rounded = { (difference: String) in isWhole ? difference : "ROUND(\(difference),\(places))" }
    var comparison = comparison
    var difference = second.value == "0" ? first.value : "\(first.value)-\(second.factor)"
    if let margin {
      switch comparison {
      case .equal, .notEqual:
        difference = "ABS(\(difference))-\(margin.factor)"
        comparison = comparison == .equal ? .lessOrEqual : .greater
      case .less, .lessOrEqual: difference = "\(difference)-\(margin.factor)"
      case .greater, .greaterOrEqual: difference = "\(difference)+\(margin.factor)"
      }
    }
    return TruthText(
      known: operands.flatMap(\.known), value: rounded(difference) + comparison.sign + "0",
      denial: rounded(difference) + comparison.inverse.sign + "0", canFail: operands.contains(where: \.canFail))
  }

  /// The places to which a difference counts: 6, or what 14 digits of the largest number leave.
  static func places(_ operands: [NumberText]) -> String {
    let terms = operands.flatMap(\.magnitude).distinct
    if terms.isEmpty { return String(NumberNode.mostPlaces) }
    let digits = NumberNode.comparedDigits
    return "MIN(\(NumberNode.mostPlaces),\(digits)-LEN(INT(MIN(1E\(digits - 1),\(terms.joined(separator: ","))))))"
  }

  private func state(
    _ reference: Reference?, _ state: FigureState, _ kind: FigureKind
  ) throws(FormulaRefusal) -> TruthText {
    guard let reference else { return state == .blank ? TruthText("TRUE") : TruthText("FALSE") }
    let cell = try cell(reference)
    switch (state, kind) {
    case (.blank, _): return TruthText("LEN(\(cell))=0", denial: "LEN(\(cell))>0")
    case (.text, .text): return TruthText("LEN(\(cell))>0", denial: "LEN(\(cell))=0")
    case (_, .text): return TruthText("FALSE")
    case (.nil, _): return TruthText("EXACT(\(cell),\"无\")")
    case (.dash, _): return TruthText("EXACT(\(cell),\"—\")")
    case (.number, .number), (.date, .date): return TruthText("ISNUMBER(\(cell))")
    case (.zero, .number): return TruthText("AND(ISNUMBER(\(cell)),N(\(cell))=0)")
    case (.text, _):
      return TruthText("AND(ISTEXT(\(cell)),LEN(\(cell))>0,NOT(EXACT(\(cell),\"无\")),NOT(EXACT(\(cell),\"—\")))")
    default: return TruthText("FALSE")
    }
  }
}

extension Comparison {
  /// As a spreadsheet writes it.
  fileprivate var sign: String { self == .notEqual ? "<>" : rawValue }

  fileprivate var inverse: Comparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }
}
