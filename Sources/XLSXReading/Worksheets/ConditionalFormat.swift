internal import SpreadsheetML

/// A conditional format that may change what a person sees of a value.
///
/// Conditions are worked out where that needs nothing but the value and a number; any other may hold.
/// - Source: ECMA-376 Part 1, 18.3.1.18 (conditionalFormatting), 18.3.1.10 (cfRule).
struct ConditionalFormat {
  var ranges: [CellRange]
  let condition: Condition
  let format: DifferentialFormat

  enum Condition {
    /// The value compared with one number, or with two.
    case cellIs(CellComparison, Double, Double)
    case other
  }

  /// - Source: ECMA-376 Part 1, 18.18.15 (ST_ConditionalFormattingOperator).
  enum CellComparison: String {
    case lessThan, lessThanOrEqual, equal, notEqual, greaterThanOrEqual, greaterThan, between, notBetween
  }

  /// Returns whether the format may be that of a cell.
  func mayHold(for cell: SnapshotCell) -> Bool {
    guard case .cellIs(let comparison, let first, let second) = condition, let number = cell.rawNumber else {
      return true
    }
    let isBetween = (min(first, second)...max(first, second)).contains(number)
    return switch comparison {
    case .lessThan: number < first
    case .lessThanOrEqual: number <= first
    case .equal: number == first
    case .notEqual: number != first
    case .greaterThanOrEqual: number >= first
    case .greaterThan: number > first
    case .between: isBetween
    case .notBetween: !isBetween
    }
  }
}

extension ConditionalFormat.Condition {
  /// - Parameter formulas: as in the file.
  init(type: String?, comparison: String?, formulas: [String]) {
    let numbers = formulas.map { Double($0) }
    guard type == "cellIs", let comparison = comparison.flatMap(ConditionalFormat.CellComparison.init(rawValue:)),
      let first = numbers.first ?? nil, first.isFinite
    else {
      self = .other
      return
    }
    switch comparison {
    case .between, .notBetween:
      guard numbers.count > 1, let second = numbers[1], second.isFinite else {
        self = .other
        return
      }
      self = .cellIs(comparison, first, second)
    default: self = .cellIs(comparison, first, first)
    }
  }
}
