internal import SpreadsheetML

/// A conditional format that may change what a person sees of a value.
///
/// Conditions are worked out where that needs nothing but values of cells and constants; any other may hold.
/// - Source: ECMA-376 Part 1, 18.3.1.18 (conditionalFormatting), 18.3.1.10 (cfRule).
struct ConditionalFormat {
  var ranges: [CellRange]
  let condition: Condition
  let format: DifferentialFormat

  enum Condition: Equatable {
    /// A value compared with one constant, or with two.
    case cellIs(CellComparison, Operand, Operand)
    /// A text in the value: what is looked for, and where.
    case hasText(TextPlace, String)
    case isBlank(Bool)
    case isError(Bool)
    case always(Bool)
    /// The same of another cell: as far away from each cell of the one range as this one is from its first.
    indirect case ofCell(CellReference, isRowFixed: Bool, isColumnFixed: Bool, Condition)
    case other
  }

  /// - Source: ECMA-376 Part 1, 18.18.15 (ST_ConditionalFormattingOperator).
  enum CellComparison: String {
    case lessThan, lessThanOrEqual, equal, notEqual, greaterThanOrEqual, greaterThan, between, notBetween
  }

  /// - Source: ECMA-376 Part 1, 18.18.12 (ST_CfType).
  enum TextPlace: String {
    case containsText, notContainsText, beginsWith, endsWith
  }

  enum Operand: Equatable {
    case number(Double)
    case text(String)
  }

  /// Returns whether the format may be that of a cell.
  /// - Parameter value: of any cell of the sheet; `nil` for a blank one.
  func mayHold(for cell: CellReference, _ value: (CellReference) -> SnapshotCell?) -> Bool {
    guard case .ofCell(let other, let isRowFixed, let isColumnFixed, let own) = condition else {
      return Self.mayHold(condition, value(cell))
    }
    // Of several ranges programs do not agree which is the first.
    guard ranges.count == 1 else { return true }
    let start = ranges[0].topLeft
    let row = isRowFixed ? other.row : other.row + cell.row - start.row
    let column = isColumnFixed ? other.column : other.column + cell.column - start.column
    guard (0..<CellReference.rowLimit).contains(row), (0..<CellReference.columnLimit).contains(column) else {
      return true
    }
    return Self.mayHold(own, value(CellReference(row: row, column: column)))
  }

  private static func mayHold(_ condition: Condition, _ cell: SnapshotCell?) -> Bool {
    if cell?.hasFormulaWithoutCachedValue == true { return true }
    // A truth comes behind all texts to Excel; to LibreOffice it is 1 or 0.
    if case .boolean? = cell?.value, case .cellIs = condition { return true }
    switch condition {
    case .other, .ofCell: return true
    case .always(let holds): return holds
    case .isBlank(let wanted):
      let isBlank =
        if case .string(let text)? = cell?.value { text.allSatisfy { $0 == " " } } else { cell?.value == nil }
      return isBlank == wanted
    case .isError(let wanted):
      let isError = if case .error? = cell?.value { true } else { false }
      return isError == wanted
    case .hasText(let place, let text): return mayHave(text, place, cell)
    case .cellIs(.between, let first, let second): return isBetween(cell, first, second) ?? true
    case .cellIs(.notBetween, let first, let second): return isBetween(cell, first, second).map { !$0 } ?? true
    case .cellIs(let comparison, let constant, _):
      // Programs compare 15 digits.
      if case .number(let other) = constant, let number = cell?.rawNumber, number != other,
        abs(number - other) <= abs(other) * 1e-14
      {
        return true
      }
      guard let order = order(cell, constant) else { return comparison != .equal }
      return switch comparison {
      case .lessThan: order < 0
      case .lessThanOrEqual: order <= 0
      case .equal: order == 0
      case .notEqual: order != 0
      case .greaterThanOrEqual: order >= 0
      case .greaterThan: order > 0
      case .between, .notBetween: true
      }
    }
  }

  private static func isBetween(_ cell: SnapshotCell?, _ first: Operand, _ second: Operand) -> Bool? {
    guard let one = order(cell, first), let other = order(cell, second) else { return nil }
    return one * other <= 0
  }

  /// Returns less than 0, 0 or more for a value below, at or above a constant: numbers come before texts, texts before truth.
  ///
  /// `nil` for two texts that differ: which comes first is a matter of language.
  private static func order(_ cell: SnapshotCell?, _ constant: Operand) -> Int? {
    if let number = cell?.rawNumber {
      guard case .number(let other) = constant else { return -1 }
      return number < other ? -1 : number == other ? 0 : 1
    }
    switch cell?.value {
    case .string(let text)?:
      guard case .text(let other) = constant else { return 1 }
      return text.lowercased() == other.lowercased() ? 0 : nil
    case nil:
      // A blank is 0 beside a number, and no text beside a text.
      if case .number(let other) = constant { return 0 < other ? -1 : other == 0 ? 0 : 1 }
      return constant == .text("") ? 0 : -1
    default: return 1
    }
  }

  private static func mayHave(_ text: String, _ place: TextPlace, _ cell: SnapshotCell?) -> Bool {
    guard !text.contains(where: { "*?~".contains($0) }) else { return true }
    let wanted = text.lowercased()
    guard case .string(let own)? = cell?.value else {
      // How a number is written out is not worked out here; what no number has in it is not there.
      let isOfNumbers = wanted.contains { "0123456789.-+e:/".contains($0) }
      return place == .notContainsText || isOfNumbers || cell?.rawNumber == nil && cell?.value != nil
    }
    let shown = own.lowercased()
    return switch place {
    case .containsText: shown.contains(wanted)
    case .notContainsText: !shown.contains(wanted)
    case .beginsWith: shown.hasPrefix(wanted)
    case .endsWith: shown.hasSuffix(wanted)
    }
  }
}

extension ConditionalFormat.Condition {
  /// - Parameters:
  ///   - text: the attribute of that name, which is what is looked for.
  ///   - formulas: as in the file.
  init(type: String?, comparison: String?, text: String?, formulas: [String]) {
    switch type {
    case "cellIs":
      let comparison = comparison.flatMap(ConditionalFormat.CellComparison.init(rawValue:))
      self = comparison.map { Self($0, formulas) } ?? .other
    case "containsBlanks": self = .isBlank(true)
    case "notContainsBlanks": self = .isBlank(false)
    case "containsErrors": self = .isError(true)
    case "notContainsErrors": self = .isError(false)
    case "expression": self = formulas.first.map { Self(expression: $0) } ?? .other
    default:
      let place = type.flatMap(ConditionalFormat.TextPlace.init(rawValue:))
      if let place, let text, !text.isEmpty { self = .hasText(place, text) } else { self = .other }
    }
  }

  private init(_ comparison: ConditionalFormat.CellComparison, _ formulas: [String]) {
    let operands = formulas.prefix(2).map { ConditionalFormat.Operand($0) }
    guard let first = operands.first ?? nil else {
      self = .other
      return
    }
    switch comparison {
    case .between, .notBetween:
      let second = operands.count > 1 ? operands[1] : nil
      self = second.map { .cellIs(comparison, first, $0) } ?? .other
    default: self = .cellIs(comparison, first, first)
    }
  }

  private static let comparisons: [(sign: String, comparison: ConditionalFormat.CellComparison)] = [
    ("<>", .notEqual), ("<=", .lessThanOrEqual), (">=", .greaterThanOrEqual), ("=", .equal), ("<", .lessThan),
    (">", .greaterThan),
  ]

  /// Reads a truth value, `A1=0` and the like, `ISERROR(A1)` and `ISBLANK(A1)`.
  private init(expression: String) {
    let formula = expression.filter { $0 != " " }
    self = .other
    if formula.utf8.count > 200 { return }
    switch formula.uppercased() {
    case "TRUE", "TRUE()": self = .always(true)
    case "FALSE", "FALSE()": self = .always(false)
    default:
      if let number = Double(formula) {
        self = .always(number != 0)
        return
      }
      for (name, condition) in [("ISERROR(", Self.isError(true)), ("ISBLANK(", .isBlank(true))]
      where formula.uppercased().hasPrefix(name) && formula.hasSuffix(")") {
        if let own = Self(cell: String(formula.dropFirst(name.count).dropLast()), condition) { self = own }
        return
      }
      guard let place = formula.firstIndex(where: { "<>=".contains($0) }) else { return }
      let rest = formula[place...]
      guard let sign = Self.comparisons.first(where: { rest.hasPrefix($0.sign) }) else { return }
      // The blanks within a text are part of it.
      let constant = expression.firstRange(of: sign.sign).map { expression[$0.upperBound...] } ?? rest
      guard let operand = ConditionalFormat.Operand(String(constant)),
        let own = Self(cell: String(formula[..<place]), .cellIs(sign.comparison, operand, operand))
      else { return }
      self = own
    }
  }

  /// The condition of a cell named as in `$A1`; `nil` for anything else.
  private init?(cell text: String, _ condition: Self) {
    guard let cell = CellReference(a1: text.filter { $0 != "$" }) else { return nil }
    let isColumnFixed = text.hasPrefix("$")
    let isRowFixed = text.dropFirst().contains("$")
    guard text.filter({ $0 == "$" }).count == (isColumnFixed ? 1 : 0) + (isRowFixed ? 1 : 0) else { return nil }
    self = .ofCell(cell, isRowFixed: isRowFixed, isColumnFixed: isColumnFixed, condition)
  }
}

extension ConditionalFormat.Operand {
  /// Reads a number, or a text in quotation marks; `nil` for anything that has to be worked out.
  init?(_ formula: String) {
    let formula = formula.trimmingBlanks
    if let number = Double(formula), number.isFinite {
      self = .number(number)
      return
    }
    guard formula.utf8.count >= 2, formula.hasPrefix("\""), formula.hasSuffix("\"") else { return nil }
    let text = formula.dropFirst().dropLast().replacing("\"\"", with: "\u{0}")
    guard !text.contains("\"") else { return nil }
    self = .text(String(text).replacing("\u{0}", with: "\""))
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
