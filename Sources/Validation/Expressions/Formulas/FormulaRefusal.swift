/// Why a rule has no formula and stays with the validator.
public enum FormulaRefusal: Error, Hashable, Sendable {
  /// The workbook has no such cell.
  case noCell(Reference)
  case noListColumn(String)
  case noList
  case noExplanations
  /// What the reader of forms remarks cannot be seen by a formula.
  case observation(String)
  case notCondition
  /// More than 8,192 characters.
  case tooLong
  /// Functions more than 64 deep.
  case tooDeep
}

extension Reference {
  /// As an expression writes it, in either language.
  public var words: (chinese: String, english: String) {
    let (own, column) = (subject.words, column.words)
    if own.chinese.isEmpty { return column }
    return ("\(own.chinese).\(column.chinese)", "\(own.english).\(column.english)")
  }
}
