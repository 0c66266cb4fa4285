/// What is wrong with an expression, where, and what was expected there.
public struct ExpressionError: Error, Hashable, Sendable {
  /// What may stand at a place.
  public enum Expected: Hashable, Sendable {
    /// A number, text, day, reference, function or bracket.
    case operand
    case then, `else`
    case open, close, comma
    /// A word for what stands in a cell.
    case state
    case column
    /// `.` and a column behind a word for another row.
    case point
    case text
    /// A whole number from 0 to 10.
    case places
    case partsOrList, list, listColumn
    case listTest
    /// The end of the expression, or 且, 或.
    case end
  }

  /// What kind of value an expression has.
  public enum Kind: Hashable, Sendable {
    case truth, number, text, date
  }

  public enum Code: Hashable, Sendable {
    // Lexing.
    case tooLong(limit: Int)
    case strangeCharacter(String)
    case unknownWord(String)
    case numberTooLong(String)
    case noSuchDay(String)
    case textTooLong, textNotClosed, textEmpty
    case codeNotClosed
    // Parsing.
    case tooDeep(limit: Int)
    case expected(Expected, found: String)
    // Typing.
    case wrongKind(expected: Kind, found: Kind)
    /// Two sides of a comparison, a sum or a choice.
    case differentKinds(Kind, Kind)
    case differentUnits(String, String)
    /// Units that cannot be multiplied, or divided by one another.
    case unitTimesUnit(String, String)
    case unitOverUnit(String, String)
    /// A comparison with 误差, an order, or the like, of values that have none.
    case onlyForNumbers(Kind)
    case notForTexts(String)
    case stateOfNoReference
    case unknownIndicator(String)
    /// A column of a row, where the rule is asked of the form as a whole.
    case rowNeeded(Reference.Column)
    /// A subject that does not have the column.
    case columnNotThere(Reference.Column)
    /// The indicator takes only words, so the column holds no figure.
    case wordsOnly(Reference.Column)
  }

  public let code: Code
  /// In Unicode characters from the start of the expression, zero-based.
  public let offset: Int

  public init(_ code: Code, at offset: Int) {
    self.code = code
    self.offset = offset
  }
}
