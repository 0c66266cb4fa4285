import PlanModel

extension NumberNode {
  /// Digits behind the point that a product or quotient has.
  static let places = 10
  /// A product from 10^25 on is none, and so is a quotient from 10^15 on.
  static let productExponent = 25
  static let quotientExponent = 15

  /// Returns the value; `nil` where a part is missing or the result is out of bounds.
  func value(in context: some ExpressionContext) -> FixedDecimal? {
    switch self {
    case .none: return nil
    case .literal(let value): return value
    case .figure(let reference): return context.figure(reference).counted
    case .scaled(let node, let exponent):
      return node.value(in: context)?.limited(to: Figure.countedPlaces).timesPowerOfTen(exponent)
    case .sum(let terms): return Self.sum(terms, context)
    case .product(let terms): return Self.product(terms, context)
    case .absolute(let node): return node.value(in: context)?.magnitude
    case .least(let nodes): return Self.extreme(of: nodes, context) { $0 < $1 }
    case .greatest(let nodes): return Self.extreme(of: nodes, context) { $0 > $1 }
    case .round(let node, let places):
      return node.value(in: context).map { Self.rounded($0, to: places, magnitude: node.magnitude(in: context)) }
    case .days(let left, let right):
      guard let left = left.value(in: context), let right = right.value(in: context) else { return nil }
      return FixedDecimal(left.dayNumber - right.dayNumber)
    case .partsTotal(let parts): return Self.total(parts, context)
    case .listTotal(let column): return Self.total(context.list.lazy.map { $0.figure(column) })
    case .listCount(let test):
      return FixedDecimal(test.map { test in context.list.count { test.covers($0) } } ?? context.list.count)
    case .choice(let condition, let yes, let no):
      switch condition.verdict(in: context) {
      case .holds: return yes.value(in: context)
      case .fails: return no.value(in: context)
      case .notApplicable: return nil
      }
    }
  }

  /// Returns the exact sum; beyond 38 digits the last places behind the point are given up.
  private static func added(_ left: FixedDecimal, _ right: FixedDecimal) -> FixedDecimal? {
    if let sum = try? left.adding(right) { return sum }
    return try? left.limited(to: 6).adding(right.limited(to: 6))
  }

  private static func sum(_ terms: [Term], _ context: some ExpressionContext) -> FixedDecimal? {
    var sum = FixedDecimal.zero
    for term in terms {
      guard let value = term.node.value(in: context), let next = added(sum, term.isInverse ? value.negated : value)
      else { return nil }
      sum = next
    }
    return sum
  }

  private static func product(_ terms: [Term], _ context: some ExpressionContext) -> FixedDecimal? {
    guard var result = terms.first?.node.value(in: context) else { return nil }
    for term in terms.dropFirst() {
      guard let value = term.node.value(in: context),
        let next = term.isInverse ? quotient(result, value) : product(result, value)
      else { return nil }
      result = next
    }
    return result
  }

  private static func product(_ left: FixedDecimal, _ right: FixedDecimal) -> FixedDecimal? {
    guard let product = left.product(right, places: places), product.isBelow(powerOfTen: productExponent) else {
      return nil
    }
    return product
  }

  private static func quotient(_ value: FixedDecimal, _ divisor: FixedDecimal) -> FixedDecimal? {
    let rounded = divisor.limited(to: places).magnitude
    if rounded.isZero { return nil }
    if let limit = rounded.timesPowerOfTen(quotientExponent), value.magnitude >= limit { return nil }
    return value.quotient(divisor, places: places)
  }

  private static func extreme(
    of nodes: [NumberNode], _ context: some ExpressionContext, isBetter: (FixedDecimal, FixedDecimal) -> Bool
  ) -> FixedDecimal? {
    var best: FixedDecimal?
    for node in nodes {
      guard let value = node.value(in: context) else { return nil }
      if let known = best, !isBetter(value, known) { continue }
      best = value
    }
    return best
  }

  private static func total(_ parts: [Part], _ context: some ExpressionContext) -> FixedDecimal? {
    if parts.isEmpty { return nil }
    var sum = FixedDecimal.zero
    for part in parts {
      guard let value = context.figure(part.reference).added?.timesPowerOfTen(part.exponent),
        let next = added(sum, value)
      else { return nil }
      sum = next
    }
    return sum
  }

  private static func total(_ figures: some Sequence<Figure>) -> FixedDecimal? {
    var sum = FixedDecimal.zero
    for figure in figures {
      guard let value = figure.added, let next = added(sum, value) else { return nil }
      sum = next
    }
    return sum
  }
}

extension Figure {
  /// What the figure adds to a sum over rows: — adds nothing, a blank makes the sum unknown.
  var added: FixedDecimal? { self == .notApplicable ? .zero : counted }
}

extension ListTest {
  func covers(_ row: Submission.ListRow) -> Bool {
    let (figure, kind) = (row.figure(column), FigureKind.number(unit: nil))
    let isMet =
      switch condition {
      // A number is no text, however it is shown.
      case .equals(let text): !figure.has(.number, in: kind) && (figure.countedText.map { $0.isSame(text) } ?? false)
      case .state(let state): figure.has(state, in: kind)
      }
    return isMet != isNegated
  }
}
