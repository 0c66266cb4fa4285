import PlanModel

extension FormulaWriter {
  /// Returns the text of a product, factor by factor, each step rounded as the evaluator rounds it.
  func product(_ terms: [NumberNode.Term]) throws(FormulaRefusal) -> FormulaNumber {
    guard let first = terms.first else { return try number(.none) }
    var text = try number(first.node)
    for term in terms.dropFirst() {
      let own = try number(term.node)
      text = try bounded(term.isInverse ? Self.quotient(text, own) : Self.product(text, own))
    }
    return text
  }

  private static func product(_ left: FormulaNumber, _ right: FormulaNumber) -> FormulaNumber {
    let plain = "\(left.factor)*\(right.factor)"
    var text = FormulaNumber(
      known: (left.known + right.known).distinct, value: "ROUND(\(plain),\(NumberNode.places))",
      canFail: left.canFail || right.canFail, digits: left.digits + right.digits,
      magnitude: ["\(left.largest)*\(right.largest)"])
    if text.digits > NumberNode.productExponent {
      text.demand("ABS(\(plain))<1E\(NumberNode.productExponent)")
      text.digits = NumberNode.productExponent
    }
    return text
  }

  private static func quotient(_ top: FormulaNumber, _ bottom: FormulaNumber) -> FormulaNumber {
    var text = FormulaNumber(
      known: (top.known + bottom.known).distinct, value: "ROUND(\(top.factor)/\(bottom.divisor),\(NumberNode.places))",
      canFail: top.canFail || bottom.canFail, digits: NumberNode.quotientExponent,
      magnitude: [magnitude(of: top, over: bottom)])
    // A whole number other than 0 makes nothing larger.
    if let constant = FixedDecimal(bottom.value), constant.isInteger, !constant.isZero,
      top.digits <= NumberNode.quotientExponent
    {
      return text
    }
    text.demand(
      "ABS(\(top.value))<ABS(ROUND(\(bottom.value),\(NumberNode.places)))*1E\(NumberNode.quotientExponent)")
    text.canFail = true
    return text
  }

  private static func magnitude(of top: FormulaNumber, over bottom: FormulaNumber) -> String {
    // What is one figure or constant is its own magnitude.
    if bottom.magnitude.isEmpty || bottom.magnitude == ["ABS(\(bottom.value))"] {
      return "\(top.largest)/ABS(\(bottom.value))"
    }
    return "\(top.largest)*\(bottom.largest)/(\(bottom.value))/(\(bottom.value))"
  }
}

extension FormulaNumber {
  /// Adds a condition, behind the others if it may be an error without them.
  fileprivate mutating func demand(_ condition: String) {
    known.append(canFail ? "IF(\(TruthText.Clause.all(known).text),\(condition),FALSE)" : condition)
  }
}
