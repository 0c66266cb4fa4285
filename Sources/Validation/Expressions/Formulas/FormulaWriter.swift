import PlanModel

/// Writes the text of a formula that agrees with the evaluator.
///
/// A spreadsheet knows two values and errors, the language three and none. So each number comes with the conditions under
/// which it is known, and each condition as two texts: true when it holds, true when it fails. AND and OR look at all
/// their parts, so a part that may be an error (a division) stands behind an IF.
struct FormulaWriter<Resolver: CellResolver> {
  let resolver: Resolver

  /// Characters of a formula that Excel takes, and levels of functions.
  static var longest: Int { 8_192 }
  static var deepest: Int { 64 }

  func cell(_ reference: Reference) throws(FormulaRefusal) -> String {
    guard let cell = resolver.cell(reference) else { throw .noCell(reference) }
    return cell
  }

  /// Returns the text, if it is no longer than a formula may be: parts are checked as they are made, so that nothing
  /// grows beyond.
  func bounded(_ text: String) throws(FormulaRefusal) -> String {
    guard text.utf16.count <= Self.longest else { throw .tooLong }
    return text
  }

  func bounded(_ text: FormulaNumber) throws(FormulaRefusal) -> FormulaNumber {
    let length = text.known.reduce(text.value.utf16.count) { $0 + $1.utf16.count }
    guard text.magnitude.reduce(length, { $0 + $1.utf16.count }) <= 2 * Self.longest else { throw .tooLong }
    return text
  }

  func bounded(_ text: TruthText) throws(FormulaRefusal) -> TruthText {
    guard text.holds.text.utf16.count <= Self.longest, text.fails.text.utf16.count <= Self.longest else {
      throw .tooLong
    }
    return text
  }

  /// Returns a text in quotes.
  static func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

  /// Returns how deep brackets stand in one another, those in texts and sheet names not counted.
  static func depth(of formula: String) -> Int {
    var (depth, deepest) = (0, 0)
    var quote: Character?
    for character in formula {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "(" {
        depth += 1
        deepest = max(deepest, depth)
      } else if character == ")" {
        depth -= 1
      }
    }
    return deepest
  }
}
