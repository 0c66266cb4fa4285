internal import CXlsxWriter

/// How a cell's value compares with operands, each a formula without its `=`: a number, a quoted text, a reference.
/// `FormulaText` makes them.
public enum Comparison: Hashable, Sendable {
  case equal(String)
  case notEqual(String)
  case less(String)
  case lessOrEqual(String)
  case greater(String)
  case greaterOrEqual(String)
  /// Both ends included.
  case between(String, String)
  case notBetween(String, String)

  public static func equal(_ value: Double) -> Comparison { .equal(FormulaText.number(value)) }
  public static func less(_ value: Double) -> Comparison { .less(FormulaText.number(value)) }
  public static func lessOrEqual(_ value: Double) -> Comparison { .lessOrEqual(FormulaText.number(value)) }
  public static func greater(_ value: Double) -> Comparison { .greater(FormulaText.number(value)) }
  public static func greaterOrEqual(_ value: Double) -> Comparison { .greaterOrEqual(FormulaText.number(value)) }
  public static func between(_ low: Double, _ high: Double) -> Comparison {
    .between(FormulaText.number(low), FormulaText.number(high))
  }

  /// One operand or two.
  var operands: (String, String?) {
    switch self {
    case .equal(let value), .notEqual(let value), .less(let value), .lessOrEqual(let value), .greater(let value),
      .greaterOrEqual(let value):
      (value, nil)
    case .between(let low, let high), .notBetween(let low, let high): (low, high)
    }
  }

  var conditional: UInt8 {
    switch self {
    case .equal: UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
    case .notEqual: UInt8(LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO.rawValue)
    case .less: UInt8(LXW_CONDITIONAL_CRITERIA_LESS_THAN.rawValue)
    case .lessOrEqual: UInt8(LXW_CONDITIONAL_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
    case .greater: UInt8(LXW_CONDITIONAL_CRITERIA_GREATER_THAN.rawValue)
    case .greaterOrEqual: UInt8(LXW_CONDITIONAL_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
    case .between: UInt8(LXW_CONDITIONAL_CRITERIA_BETWEEN.rawValue)
    case .notBetween: UInt8(LXW_CONDITIONAL_CRITERIA_NOT_BETWEEN.rawValue)
    }
  }

  var validation: UInt8 {
    switch self {
    case .equal: UInt8(LXW_VALIDATION_CRITERIA_EQUAL_TO.rawValue)
    case .notEqual: UInt8(LXW_VALIDATION_CRITERIA_NOT_EQUAL_TO.rawValue)
    case .less: UInt8(LXW_VALIDATION_CRITERIA_LESS_THAN.rawValue)
    case .lessOrEqual: UInt8(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
    case .greater: UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN.rawValue)
    case .greaterOrEqual: UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
    case .between: UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    case .notBetween: UInt8(LXW_VALIDATION_CRITERIA_NOT_BETWEEN.rawValue)
    }
  }
}
