extension FormulaWriter {
  /// Returns the sum of a column: — and 无 add nothing, a blank cell of a row or words make it unknown.
  func listTotal(_ column: String) throws(FormulaRefusal) -> FormulaNumber {
    let cells = try range(column)
    let unknown = "(1-ISNUMBER(\(cells)))*(1-EXACT(\(cells),\"无\"))*(1-EXACT(\(cells),\"—\"))"
    return FormulaNumber(
      known: ["SUMPRODUCT(\(unknown)*\(try used()))=0"], value: "SUM(\(cells))", digits: 22,
      magnitude: ["ABS(SUM(\(cells)))", "MAX(\(cells))", "-MIN(\(cells))"])
  }

  func listCount(_ test: ListTest?) throws(FormulaRefusal) -> FormulaNumber {
    var factors = [try used()]
    if let test {
      let condition = Self.condition(test.condition, try range(test.column))
      factors.insert(test.isNegated ? "(1-\(condition))" : condition, at: 0)
    }
    factors.append("1")
    return FormulaNumber(value: "SUMPRODUCT(\(factors.joined(separator: "*")))", digits: 7, isWhole: true)
  }

  private func range(_ column: String) throws(FormulaRefusal) -> String {
    guard let cells = resolver.list(column: column) else { throw .noListColumn(column) }
    return cells
  }

  /// Returns an expression that is 1 for each row that holds anything.
  private func used() throws(FormulaRefusal) -> String {
    guard let columns = resolver.listRanges, !columns.isEmpty else { throw .noList }
    return "(\(columns.map { "LEN(\($0))" }.joined(separator: "+"))>0)"
  }

  /// Returns an expression that is 1 for each cell that meets the condition.
  private static func condition(_ condition: ListTest.Condition, _ cells: String) -> String {
    switch condition {
    case .equals(let text): "EXACT(\(cells),\(quoted(text)))*(1-ISNUMBER(\(cells)))"
    case .state(.blank): "(LEN(\(cells))=0)"
    case .state(.zero): "ISNUMBER(\(cells))*(\(cells)=0)"
    case .state(.nil): "EXACT(\(cells),\"无\")"
    case .state(.dash): "EXACT(\(cells),\"—\")"
    case .state(.number): "ISNUMBER(\(cells))"
    case .state(.text):
      "ISTEXT(\(cells))*(LEN(\(cells))>0)*(1-EXACT(\(cells),\"无\"))*(1-EXACT(\(cells),\"—\"))"
    case .state(.date): "0"
    }
  }
}
