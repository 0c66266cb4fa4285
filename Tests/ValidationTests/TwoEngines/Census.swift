import PlanModel

@testable import Validation

/// How often each part of the language was used, counted once a rule, from the parsed trees.
struct Census {
  private(set) var counts: [String: Int] = Dictionary(uniqueKeysWithValues: everything.map { ($0, 0) })

  /// Every operator, function and kind of reference that a formula can have.
  static let everything: [String] = operators + comparisons + states + references

  private static let operators = [
    "+", "−", "×", "÷", "negative", "and", "or", "not", "in", "not in", "contains", "explained", "abs", "min", "max",
    "round", "if of conditions", "if of numbers or others", "sum of parts", "sum of a list", "count", "count of a text",
    "count of a state", "literal number", "literal with unit", "literal text", "literal date", "when",
  ]

  private static var comparisons: [String] {
    ComparisonOperator.allCases.map(\.rawValue) + ComparisonOperator.allCases.map { $0.rawValue + " within" }
  }

  private static var states: [String] {
    FigureState.allCases.map { "is \($0)" } + FigureState.allCases.map { "is not \($0)" }
  }

  private static var references: [String] {
    ["own", "other indicator", "last", "lastYear", "numerator", "denominator", "total"].map { "row: " + $0 }
      + Reference.Column.allCases.map { "column: \($0.rawValue)" }
  }

  mutating func add(_ pair: RulePair) {
    var seen: Set<String> = []
    for node in pair.parsed { Self.visit(node, &seen) }
    if pair.when != nil { seen.insert("when") }
    for label in seen { counts[label, default: 0] += 1 }
  }

  private static func visit(_ node: ExpressionNode, _ seen: inout Set<String>) {
    seen.formUnion(labels(of: node))
    for child in children(of: node) { visit(child, &seen) }
  }

  private static func labels(of node: ExpressionNode) -> [String] {
    switch node.kind {
    case .number(_, let unit): [unit == nil ? "literal number" : "literal with unit"]
    case .text: ["literal text"]
    case .date: ["literal date"]
    case .reference(let reference): ["row: " + row(reference.subject), "column: \(reference.column.rawValue)"]
    case .sum(let operands):
      operands.count == 1 ? ["negative"] : operands.dropFirst().map { $0.isInverse ? "−" : "+" }
    case .product(let operands): operands.dropFirst().map { $0.isInverse ? "÷" : "×" }
    case .comparison(_, let comparison, _, let tolerance):
      [comparison.rawValue + (tolerance == nil ? "" : " within")]
    case .state(_, let state, let isNegated): [(isNegated ? "is not " : "is ") + "\(state)"]
    case .membership(_, _, let isNegated): [isNegated ? "not in" : "in"]
    case .and: ["and"]
    case .or: ["or"]
    case .not: ["not"]
    case .choice(_, let yes, _): [isCondition(yes) ? "if of conditions" : "if of numbers or others"]
    case .absolute: ["abs"]
    case .least: ["min"]
    case .greatest: ["max"]
    case .round: ["round"]
    case .partsTotal: ["sum of parts"]
    case .listTotal: ["sum of a list"]
    case .listCount(let test): [name(of: test)]
    case .contains: ["contains"]
    case .explained: ["explained"]
    case .noted: []
    }
  }

  private static func row(_ subject: Reference.Subject) -> String {
    if case .indicator = subject { return "other indicator" }
    return "\(subject)"
  }

  private static func name(of test: ListTest?) -> String {
    switch test?.condition {
    case nil: "count"
    case .equals: "count of a text"
    case .state: "count of a state"
    }
  }

  private static func isCondition(_ node: ExpressionNode) -> Bool {
    switch node.kind {
    case .comparison, .state, .membership, .and, .or, .not, .contains, .explained, .noted: true
    case .choice(_, let yes, _): isCondition(yes)
    default: false
    }
  }

  private static func children(of node: ExpressionNode) -> [ExpressionNode] {
    switch node.kind {
    case .sum(let operands), .product(let operands): operands.map(\.node)
    case .comparison(let left, _, let right, let tolerance): [left, right] + (tolerance.map { [$0] } ?? [])
    case .state(let inner, _, _), .membership(let inner, _, _), .not(let inner), .absolute(let inner),
      .round(let inner, _), .contains(let inner, _):
      [inner]
    case .and(let nodes), .or(let nodes), .least(let nodes), .greatest(let nodes): nodes
    case .choice(let condition, let yes, let no): [condition, yes, no]
    default: []
    }
  }
}
