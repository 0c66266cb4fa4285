public import PlanModel

/// What the words of an expression mean for one indicator's row, or for a form as a whole.
public struct TypingScope: Sendable {
  public let plan: Plan
  /// `nil` for rules about the form as a whole.
  public let indicator: Indicator?

  public init(plan: Plan, indicator: Indicator?) {
    self.plan = plan
    self.indicator = indicator
  }

  /// A reference with nothing left to look up in the plan.
  struct Meaning {
    /// `nil` if the plan has no such row: an indicator that is no part of a ratio has no numerator.
    let reference: Reference?
    let kind: FigureKind
  }

  /// The rows that are parts of this indicator, in the order of the plan.
  var parts: [Indicator] {
    guard let indicator else { return [] }
    return plan.indicators.filter { $0.partOf == indicator.code }
  }

  func meaning(of reference: Reference, at offset: Int) throws(ExpressionError) -> Meaning {
    let column = reference.column
    if column.isOfForm {
      guard reference.subject == .own else { throw ExpressionError(.columnNotThere(column), at: offset) }
      return Meaning(reference: reference, kind: column.kindOnForm)
    }
    guard let (subject, indicator) = try row(of: reference, at: offset) else {
      return Meaning(reference: nil, kind: column.isWords ? .text : .number(unit: nil))
    }
    guard let (own, kind) = indicator.meaning(of: column) else {
      throw ExpressionError(.wordsOnly(column), at: offset)
    }
    return Meaning(reference: Reference(subject, own), kind: kind)
  }

  /// Returns the row that is meant; `nil` if the plan has none.
  private func row(
    of reference: Reference, at offset: Int
  ) throws(ExpressionError) -> (subject: Reference.Subject, indicator: Indicator)? {
    if case .indicator(let code) = reference.subject {
      guard let other = plan.indicator(code: code) else {
        throw ExpressionError(.unknownIndicator(code), at: offset)
      }
      return (reference.subject, other)
    }
    guard let indicator else { throw ExpressionError(.rowNeeded(reference.column), at: offset) }
    switch reference.subject {
    case .own: return (.own, indicator)
    case .last, .lastYear:
      guard reference.column.isReported else { throw ExpressionError(.columnNotThere(reference.column), at: offset) }
      return (reference.subject, indicator)
    case .numerator: return named(ratio(of: indicator)?.numerator, indicator)
    case .denominator: return named(ratio(of: indicator)?.denominator, indicator)
    case .total: return named(indicator.partOf, indicator)
    case .indicator: return nil
    }
  }

  /// Returns the ratio that the indicator is, or is a part of.
  private func ratio(of indicator: Indicator) -> Indicator? {
    if indicator.numerator != nil { return indicator }
    return plan.indicators.first { $0.numerator == indicator.code || $0.denominator == indicator.code }
  }

  private func named(_ code: String?, _ own: Indicator) -> (Reference.Subject, Indicator)? {
    guard let code, let indicator = plan.indicator(code: code) else { return nil }
    return (code == own.code ? .own : .indicator(code), indicator)
  }
}

extension Reference.Column {
  fileprivate var kindOnForm: FigureKind {
    switch self {
    case .periodStart, .periodEnd, .signedOn: .date
    default: .text
    }
  }

  fileprivate var isWords: Bool {
    switch self {
    case .progress, .problems, .nextSteps, .explanation: true
    default: false
    }
  }
}

extension Indicator {
  /// Returns the column that is meant, with what it is for; `nil` if the indicator takes only words and a figure is
  /// asked for.
  fileprivate func meaning(of column: Reference.Column) -> (Reference.Column, FigureKind)? {
    switch column {
    case .entry: meaning(of: filledColumn)
    case .progress, .problems, .nextSteps, .explanation: (column, .text)
    case .deadline: (column, .date)
    case .pace, .rate, .gap: (column, .number(unit: ""))
    case .target, .allocation, .goal: (column, .number(unit: measure.unitOfMeasure))
    case .current where isDated: (column, .date)
    case .cumulative where isDated && !entryKind.hasTotal: (column, .date)
    case .current, .cumulative, .previous: isWordsOnly ? nil : (column, .number(unit: measure.unitOfMeasure))
    case .periodStart, .periodEnd, .preparer, .reviewer, .phone, .signedOn: nil
    }
  }

  private var filledColumn: Reference.Column {
    Reference.Column(rawValue: entryKind.column.rawValue) ?? .cumulative
  }
}

extension String {
  /// % and 百分点 are no unit: a rate is a pure number from 0 to 100.
  var unitOfMeasure: String { self == "%" || self == "百分点" ? "" : self }
}
