public import PlanModel

/// A calculation that is stated once: it gives the value, and the formula of a spreadsheet that works out the same.
///
/// Values compare as in a spreadsheet, where any text is more than any number. What is no number has no difference and no
/// percentage.
public indirect enum Calculation<Term: Hashable & Sendable>: Hashable, Sendable {
  public enum Comparison: String, Hashable, Sendable {
    case less = "<", lessOrEqual = "<=", equal = "=", moreOrEqual = ">=", more = ">"
  }

  /// Something that the value or the cell of a term has to say.
  case term(Term)
  case number(FixedDecimal)
  case text(String)
  case truth(Bool)
  case isNumber(Calculation)
  case compare(Calculation, Comparison, Calculation)
  case all([Calculation])
  case any([Calculation])
  /// The first × 100 ÷ the second, to ten places.
  case percentage(Calculation, of: Calculation)
  /// The first less the second, to one place. The noise of binary fractions is rounded away before.
  case difference(Calculation, Calculation)
  case choose(Calculation, then: Calculation, else: Calculation)
}

/// What a calculation comes to.
public enum CalculatedValue: Hashable, Sendable {
  case number(FixedDecimal)
  case text(String)
  case truth(Bool)

  public var number: FixedDecimal? { if case .number(let number) = self { number } else { nil } }
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  /// True only for a truth that holds.
  public var holds: Bool { self == .truth(true) }
}

extension Calculation {
  /// Works the calculation out.
  ///
  /// - Parameter value: returns what a term stands for.
  /// - Throws: `FixedDecimalError` if a result has more digits than a figure.
  public func value(_ value: (Term) -> CalculatedValue) throws(FixedDecimalError) -> CalculatedValue {
    switch self {
    case .term(let term): return value(term)
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .truth(let truth): return .truth(truth)
    case .isNumber(let part): return .truth(try part.value(value).number != nil)
    case .compare(let left, let comparison, let right):
      return .truth(comparison.holds(try left.value(value), try right.value(value)))
    case .all(let parts):
      for part in parts where try !part.value(value).holds { return .truth(false) }
      return .truth(true)
    case .any(let parts):
      for part in parts where try part.value(value).holds { return .truth(true) }
      return .truth(false)
    case .percentage(let part, let whole):
      guard let part = try part.value(value).number, let whole = try whole.value(value).number else {
        return .text("—")
      }
      return .number(try part.percentage(of: whole))
    case .difference(let left, let right):
      guard let left = try left.value(value).number, let right = try right.value(value).number else {
        return .text("—")
      }
      return .number(try left.subtracting(right).rounded(to: 8).rounded(to: 1))
    case .choose(let condition, let yes, let no):
      return try condition.value(value).holds ? yes.value(value) : no.value(value)
    }
  }

  /// Returns the formula without its leading `=`.
  ///
  /// - Parameter cell: returns the reference, or the formula, that stands for a term.
  public func formula(_ cell: (Term) -> String) -> String {
    switch self {
    case .term(let term): cell(term)
    case .number(let number): number.shortest
    case .text(let text): "\"\(text)\""
    case .truth(let truth): truth ? "TRUE" : "FALSE"
    case .isNumber(let part): "ISNUMBER(\(part.formula(cell)))"
    case .compare(let left, let comparison, let right):
      left.formula(cell) + comparison.rawValue + right.formula(cell)
    case .all(let parts): "AND(\(parts.map { $0.formula(cell) }.joined(separator: ",")))"
    case .any(let parts): "OR(\(parts.map { $0.formula(cell) }.joined(separator: ",")))"
    case .percentage(let part, let whole): "\(part.formula(cell))*100/\(whole.formula(cell))"
    case .difference(let left, let right): "ROUND(ROUND(\(left.formula(cell))-\(right.formula(cell)),8),1)"
    case .choose(let condition, let yes, let no):
      "IF(\(condition.formula(cell)),\(yes.formula(cell)),\(no.formula(cell)))"
    }
  }
}

extension Calculation.Comparison {
  fileprivate func holds(_ left: CalculatedValue, _ right: CalculatedValue) -> Bool {
    let isLess = left.comesBefore(right)
    return switch self {
    case .less: isLess
    case .lessOrEqual: isLess || left == right
    case .equal: left == right
    case .moreOrEqual: !isLess
    case .more: !isLess && left != right
    }
  }
}

extension CalculatedValue {
  /// Returns true if this value comes before the other: numbers come before texts, and texts before truths.
  fileprivate func comesBefore(_ other: CalculatedValue) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)): left < right
    case (.text(let left), .text(let right)): left < right
    case (.truth(let left), .truth(let right)): !left && right
    case (.number, _), (.text, .truth): true
    case (.text, .number), (.truth, _): false
    }
  }
}

extension FixedDecimal {
  /// Returns this number × 100 ÷ `whole`, to ten places.
  func percentage(of whole: FixedDecimal) throws(FixedDecimalError) -> FixedDecimal {
    try multiplied(by: .hundred).divided(by: whole, places: 10).normalized
  }
}
