import PlanModel

extension FormulaWriter {
  func number(_ node: NumberNode) throws(FormulaRefusal) -> FormulaNumber {
    try bounded(try unbounded(node))
  }

  private func unbounded(_ node: NumberNode) throws(FormulaRefusal) -> FormulaNumber {
    switch node {
    case .none: return FormulaNumber(known: ["FALSE"], value: "0", digits: 0, isWhole: true)
    case .literal(let value): return Self.literal(value)
    case .figure(let reference): return Self.figure(try cell(reference))
    case .scaled(let inner, let exponent): return Self.scaled(try number(inner), exponent)
    case .sum(let terms): return try sum(terms)
    case .product(let terms): return try product(terms)
    case .absolute(let inner): return Self.call("ABS", [try number(inner)])
    case .least(let nodes): return Self.call("MIN", try numbers(nodes))
    case .greatest(let nodes): return Self.call("MAX", try numbers(nodes))
    case .round(let inner, let places):
      let own = try number(inner)
      var text = own
      text.value = "ROUND(\(own.value)+SIGN(\(own.value))*\(Self.half(of: [own], least: places + 1)),\(places))"
      (text.isSum, text.isProduct, text.digits) = (false, false, own.digits + 1)
      return text
    case .days(let left, let right):
      let (first, second) = (try date(left), try date(right))
      return FormulaNumber(
        known: first.known + second.known, value: "\(first.value)-\(second.value)", isSum: true, digits: 7,
        isWhole: true)
    case .partsTotal(let parts): return try partsTotal(parts)
    case .listTotal(let column): return try listTotal(column)
    case .listCount(let test): return try listCount(test)
    case .choice(let condition, let yes, let no): return try choice(condition, yes, no)
    }
  }

  private func numbers(_ nodes: [NumberNode]) throws(FormulaRefusal) -> [FormulaNumber] {
    var texts: [FormulaNumber] = []
    for node in nodes { texts.append(try number(node)) }
    return texts
  }

  private static func literal(_ value: FixedDecimal) -> FormulaNumber {
    let digits = (0...40).first { value.isBelow(powerOfTen: $0) } ?? 40
    let magnitude = digits > smallDigits ? [value.magnitude.shortest] : []
    return FormulaNumber(
      value: value.shortest, isSum: value.isNegative, digits: digits, magnitude: magnitude, isWhole: value.isInteger)
  }

  /// Below 10 to this power a difference counts to all its places.
  private static var smallDigits: Int { NumberNode.comparedDigits - NumberNode.mostPlaces }

  /// Returns the text of a figure: a constant is always known; of a cell 无 counts as 0, which is what N makes of text.
  static func figure(_ cell: String, orDash: Bool = false) -> FormulaNumber {
    if let constant = FixedDecimal(cell) { return literal(constant) }
    let dash = orDash ? ",EXACT(\(cell),\"—\")" : ""
    return FormulaNumber(
      known: ["OR(ISNUMBER(\(cell)),EXACT(\(cell),\"无\")\(dash))"], value: "N(\(cell))", digits: 15,
      magnitude: ["ABS(N(\(cell)))"])
  }

  static func scaled(_ text: FormulaNumber, _ exponent: Int) -> FormulaNumber {
    if exponent == 0 { return text }
    let power = "1" + String(repeating: "0", count: abs(exponent))
    let sign = exponent > 0 ? "*" : "/"
    var scaled = text
    scaled.value = text.factor + sign + power
    (scaled.isSum, scaled.isProduct, scaled.isWhole) = (false, true, false)
    scaled.digits = max(text.digits + exponent, 1)
    scaled.magnitude = [text.largest + sign + power]
    return scaled
  }

  /// Returns the texts taken together under a function.
  private static func call(_ function: String, _ texts: [FormulaNumber]) -> FormulaNumber {
    var text = together(texts)
    text.value = "\(function)(\(texts.map(\.value).joined(separator: ",")))"
    return text
  }

  private static func together(_ texts: [FormulaNumber]) -> FormulaNumber {
    FormulaNumber(
      known: texts.flatMap(\.known).distinct, value: "", canFail: texts.contains(where: \.canFail),
      digits: texts.map(\.digits).max() ?? 0, magnitude: texts.flatMap(\.magnitude).distinct,
      isWhole: texts.allSatisfy(\.isWhole))
  }

  private func sum(_ terms: [NumberNode.Term]) throws(FormulaRefusal) -> FormulaNumber {
    let texts = try numbers(terms.map(\.node))
    var text = Self.together(texts)
    for (term, own) in zip(terms, texts) {
      text.value += term.isInverse ? "-" + own.factor : (text.value.isEmpty ? "" : "+") + own.factor
    }
    text.isSum = true
    text.digits += String(terms.count).utf8.count
    // Many small numbers may be a large one.
    if text.magnitude.isEmpty, text.digits > Self.smallDigits { text.magnitude = texts.map(\.largest).distinct }
    return text
  }

  private func partsTotal(_ parts: [NumberNode.Part]) throws(FormulaRefusal) -> FormulaNumber {
    if parts.isEmpty { return try number(.none) }
    var texts: [FormulaNumber] = []
    for part in parts { texts.append(Self.scaled(Self.figure(try cell(part.reference), orDash: true), part.exponent)) }
    var text = Self.together(texts)
    text.value = texts.map(\.factor).joined(separator: "+")
    text.isSum = texts.count > 1
    text.digits += String(parts.count).utf8.count
    return text
  }

  private func choice(
    _ condition: TruthNode, _ yes: NumberNode, _ no: NumberNode
  ) throws(FormulaRefusal) -> FormulaNumber {
    let (asked, first, second) = (try truth(condition), try number(yes), try number(no))
    let known = TruthText.Clause.any([
      TruthText.Clause.all((asked.holds.conjuncts + first.known).distinct).text,
      TruthText.Clause.all((asked.fails.conjuncts + second.known).distinct).text,
    ])
    var text = Self.together([first, second])
    text.known = [known.text]
    text.value = "IF(\(asked.holds.text),\(first.value),\(second.value))"
    if !text.magnitude.isEmpty { text.magnitude = ["IF(\(asked.holds.text),\(first.largest),\(second.largest))"] }
    return text
  }
}
