import PlanModel

/// A part of a parsed expression, with its place. Chains of one operator are flat, so that depth is bounded.
struct ExpressionNode: Sendable {
  indirect enum Kind: Sendable {
    case number(FixedDecimal, unit: String?)
    case text(String)
    case date(CivilDate)
    case reference(Reference)
    /// `isInverse` means − or ÷.
    case sum([Operand])
    case product([Operand])
    case comparison(ExpressionNode, ComparisonOperator, ExpressionNode, within: ExpressionNode?)
    case state(ExpressionNode, FigureState, isNegated: Bool)
    case membership(ExpressionNode, [String], isNegated: Bool)
    case and([ExpressionNode])
    case or([ExpressionNode])
    case not(ExpressionNode)
    case choice(ExpressionNode, then: ExpressionNode, else: ExpressionNode)
    case absolute(ExpressionNode)
    case least([ExpressionNode])
    case greatest([ExpressionNode])
    case round(ExpressionNode, places: Int)
    case partsTotal(Reference.Column)
    case listTotal(String)
    case listCount(ListTest?)
    case contains(ExpressionNode, String)
    case explained
    case noted(String)
  }

  struct Operand: Sendable {
    let isInverse: Bool
    let node: ExpressionNode
  }

  /// Of the first character, or of the operator; in Unicode characters from the start, zero-based.
  let offset: Int
  let kind: Kind
}

/// `<` and the like.
enum ComparisonOperator: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// Returns whether it holds where left − right has this sign.
  func holds(sign: Int) -> Bool {
    switch self {
    case .equal: sign == 0
    case .notEqual: sign != 0
    case .less: sign < 0
    case .lessOrEqual: sign <= 0
    case .greater: sign > 0
    case .greaterOrEqual: sign >= 0
    }
  }
}

/// What stands in a cell, as `is` asks: blank, 0, 无 and — are four things.
enum FigureState: String, Hashable, Sendable, CaseIterable {
  case blank, zero, `nil`, dash, number, text, date
}

/// Which rows of a list are counted.
struct ListTest: Hashable, Sendable {
  enum Condition: Hashable, Sendable {
    case equals(String)
    case state(FigureState)
  }

  let column: String
  let condition: Condition
  let isNegated: Bool
}
