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
    case .noted(let name):
      guard let isNoted = resolver.observation(name) else { throw .observation(name) }
      return isNoted ? TruthText(holds: .all([]), fails: .any([])) : TruthText(holds: .any([]), fails: .all([]))
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

  /// Returns the condition that two numbers compare so: a difference below half of the last place that counts is none,
  /// as for the evaluator.
  private func numbers(
    _ left: NumberNode, _ comparison: ComparisonOperator, _ right: NumberNode, within tolerance: NumberNode?
  ) throws(FormulaRefusal) -> TruthText {
    let (first, second) = (try number(left), try number(right))
    let margin = try tolerance.map { (node) throws(FormulaRefusal) in try number(node) }
    let operands = [first, second] + (margin.map { [$0] } ?? [])
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
    let half = operands.allSatisfy(\.isWhole) ? nil : try bounded(Self.half(of: operands, least: 0))
    return TruthText(
      known: operands.flatMap(\.known), value: comparison.text(difference, half: half),
      denial: comparison.inverse.text(difference, half: half), canFail: operands.contains(where: \.canFail))
  }

  /// Returns half of the last place that counts: of the sixth, or of what 14 digits of the largest number leave.
  static func half(of operands: [FormulaNumber], least: Int) -> String {
    let terms = operands.flatMap(\.magnitude).distinct
    let (most, digits) = (NumberNode.mostPlaces, NumberNode.comparedDigits)
    if terms.isEmpty || least >= most { return NumberNode.half(ofPlace: max(most, least)).description }
    let places = "MIN(\(most),\(digits)-LEN(INT(MIN(1E\(digits - 1),\(FormulaNumber.largest(of: terms))))))"
    return "\(NumberNode.half)/10^" + (least > 0 ? "MAX(\(least),\(places))" : places)
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

extension ComparisonOperator {
  /// Returns the condition that a difference is on the right side of 0, where less than `half` is 0; without one, as it
  /// is.
  fileprivate func text(_ difference: String, half: String?) -> String {
    guard let half else { return "\(difference)\(sign)0" }
    return switch self {
    case .equal: "ABS(\(difference))<\(half)"
    case .notEqual: "ABS(\(difference))>=\(half)"
    case .less: "\(difference)<=-\(half)"
    case .lessOrEqual: "\(difference)<\(half)"
    case .greater: "\(difference)>=\(half)"
    case .greaterOrEqual: "\(difference)>-\(half)"
    }
  }

  /// As a spreadsheet writes it.
  fileprivate var sign: String { self == .notEqual ? "<>" : rawValue }

  fileprivate var inverse: ComparisonOperator {
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
