import PlanModel

@testable import Validation

/// A tree as text, for tests.
enum Outline {
  static func of(_ node: ExpressionNode) -> String {
    switch node.kind {
    case .number(let value, let unit): return value.description + (unit.map { "[\($0)]" } ?? "")
    case .text(let text): return "“\(text)”"
    case .date(let date): return date.description
    case .reference(let reference): return HandContext.name(reference)
    case .sum(let operands): return list("+", operands.map { ($0.isInverse ? "-" : "") + of($0.node) })
    case .product(let operands): return list("*", operands.map { ($0.isInverse ? "/" : "") + of($0.node) })
    case .comparison(let left, let comparison, let right, let tolerance):
      return list(comparison.rawValue, [of(left), of(right)] + (tolerance.map { ["± " + of($0)] } ?? []))
    case .state(let inner, let state, let isNegated):
      return list(isNegated ? "is-not" : "is", [of(inner), state.rawValue])
    case .membership(let inner, let texts, let isNegated): return list(isNegated ? "not-in" : "in", [of(inner)] + texts)
    case .and(let nodes): return list("and", nodes.map(of))
    case .or(let nodes): return list("or", nodes.map(of))
    case .not(let inner): return list("not", [of(inner)])
    case .choice(let condition, let yes, let no): return list("if", [condition, yes, no].map(of))
    case .absolute(let inner): return list("abs", [of(inner)])
    case .least(let nodes): return list("min", nodes.map(of))
    case .greatest(let nodes): return list("max", nodes.map(of))
    case .round(let inner, let places): return list("round", [of(inner), String(places)])
    case .partsTotal(let column): return list("parts", [column.rawValue])
    case .listTotal(let name): return list("list", [name])
    case .listCount(let test): return "#" + (test?.column ?? "")
    case .contains(let inner, let sought): return list("contains", [of(inner), sought])
    case .explained: return "explained"
    case .noted(let name): return list("noted", [name])
    }
  }

  private static func list(_ head: String, _ parts: [String]) -> String {
    "(" + ([head] + parts).joined(separator: " ") + ")"
  }
}
