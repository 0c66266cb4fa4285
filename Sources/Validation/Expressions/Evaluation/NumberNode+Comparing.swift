import PlanModel

/// Numbers are compared as a spreadsheet can compare them: a difference below half of the last place that counts is
/// none, and what counts are 6 places, or what 14 digits of the largest number in the comparison leave. So the noise of
/// binary arithmetic decides nothing.
extension NumberNode {
  static let mostPlaces = 6
  static let comparedDigits = 14

  /// Half of the last place, or somewhat less: exactly half would be a difference that figures often have, and noise
  /// would decide it. Whatever places a figure of 15 digits has, its multiples stay clear of this.
  static let half = "0.45555555556"
  private static let halves = (0...20).map { FixedDecimal(half)?.timesPowerOfTen(-$0) ?? .zero }

  static func half(ofPlace places: Int) -> FixedDecimal { halves[min(max(places, 0), 20)] }

  /// Returns the places to which a difference counts, where the largest number that takes part has this magnitude.
  static func comparedPlaces(_ magnitude: Double) -> Int {
    var digits = 1
    var power = 10.0
    while digits < comparedDigits, magnitude >= power {
      digits += 1
      power *= 10
    }
    return min(mostPlaces, comparedDigits - digits)
  }

  /// Returns the value rounded half away from zero, where a value that noise may have put below the half counts as one
  /// on it.
  static func rounded(_ value: FixedDecimal, to places: Int, magnitude: Double) -> FixedDecimal {
    guard value.places > places else { return value }
    let shift = half(ofPlace: max(comparedPlaces(magnitude), places + 1))
    let shifted = try? value.adding(value.isNegative ? shift.negated : shift)
    return (value.isZero ? value : shifted ?? value).limited(to: places)
  }

  static func verdict(
    _ left: NumberNode, _ comparison: ComparisonOperator, _ right: NumberNode, within tolerance: NumberNode?,
    in context: some ExpressionContext
  ) -> ConditionResult {
    guard let first = left.value(in: context), let second = right.value(in: context),
      var difference = subtract(second, from: first)
    else { return .notApplicable }
    var (comparison, isNegated) = (comparison, false)
    if let tolerance {
      guard let margin = tolerance.value(in: context) else { return .notApplicable }
      let widened: FixedDecimal?
      switch comparison {
      case .equal, .notEqual:
        widened = subtract(margin, from: difference.magnitude)
        (comparison, isNegated) = (.lessOrEqual, comparison == .notEqual)
      case .less, .lessOrEqual: widened = subtract(margin, from: difference)
      case .greater, .greaterOrEqual: widened = subtract(margin.negated, from: difference)
      }
      guard let widened else { return .notApplicable }
      difference = widened
    }
    let sign = difference.sign {
      comparedPlaces(
        max(left.magnitude(in: context), right.magnitude(in: context), tolerance?.magnitude(in: context) ?? 0))
    }
    return ConditionResult(comparison.holds(sign: sign) != isNegated)
  }

  private static func subtract(_ right: FixedDecimal, from left: FixedDecimal) -> FixedDecimal? {
    if let difference = try? left.subtracting(right) { return difference }
    return try? left.limited(to: mostPlaces).subtracting(right.limited(to: mostPlaces))
  }

  /// Returns the largest number that takes part in working the value out: what binary arithmetic errs by is in
  /// proportion to it. It is only asked where the value is known.
  func magnitude(in context: some ExpressionContext) -> Double {
    switch self {
    case .none: 0
    case .literal(let value): value.magnitude.approximate
    case .figure(let reference): context.figure(reference).counted?.magnitude.approximate ?? 0
    case .scaled(let node, let exponent): node.magnitude(in: context) * FixedDecimal.power(exponent)
    case .sum(let terms): terms.reduce(0) { max($0, $1.node.magnitude(in: context)) }
    case .product(let terms): Self.magnitude(of: terms, in: context)
    case .absolute(let node), .round(let node, _): node.magnitude(in: context)
    case .least(let nodes), .greatest(let nodes): nodes.reduce(0) { max($0, $1.magnitude(in: context)) }
    case .days, .listCount: value(in: context)?.magnitude.approximate ?? 0
    case .partsTotal(let parts):
      parts.reduce(0) {
        max($0, (context.figure($1.reference).added?.magnitude.approximate ?? 0) * FixedDecimal.power($1.exponent))
      }
    case .listTotal(let column):
      context.list.reduce(value(in: context)?.magnitude.approximate ?? 0) {
        max($0, $1.figure(column).added?.magnitude.approximate ?? 0)
      }
    case .choice(let condition, let yes, let no):
      condition.verdict(in: context) == .holds ? yes.magnitude(in: context) : no.magnitude(in: context)
    }
  }

  private static func magnitude(of terms: [Term], in context: some ExpressionContext) -> Double {
    guard let first = terms.first else { return 0 }
    return terms.dropFirst().reduce(first.node.magnitude(in: context)) { magnitude, term in
      let own = term.node.magnitude(in: context)
      guard term.isInverse else { return magnitude * own }
      let divisor = term.node.value(in: context)?.magnitude.approximate ?? 1
      return magnitude * own / (divisor * divisor)
    }
  }
}

extension FixedDecimal {
  /// Returns −1, 0 or 1 of a difference that counts to these places, which are asked for only where they matter.
  fileprivate func sign(places: () -> Int) -> Int {
    if isZero { return 0 }
    let sign = isNegative ? -1 : 1
    return isBelowHalf && magnitude < NumberNode.half(ofPlace: places()) ? 0 : sign
  }
}
