extension TypedExpression {
  /// The words that a formula shows for its verdict.
  public struct FormulaWords: Hashable, Sendable {
    public var holds: String
    public var fails: String
    public var notApplicable: String

    public init(holds: String = "OK", fails: String = "不符", notApplicable: String = "") {
      self.holds = holds
      self.fails = fails
      self.notApplicable = notApplicable
    }
  }

  /// Returns a formula, without `=`, that shows the verdict of the condition; throws why there is none.
  ///
  /// It agrees with `verdict(in:)` where the cells hold what `Figure.cell(in:)` says.
  ///
  /// - Parameter when: the condition under which the rule is asked; where it does not hold, nothing is shown.
  public func formula(
    in resolver: some CellResolver, when: TypedExpression? = nil, words: FormulaWords = FormulaWords()
  ) throws(FormulaRefusal) -> String {
    let texts = try texts(in: resolver)
    let quoted = [words.holds, words.fails, words.notApplicable].map { FormulaWriter<NoCells>.quoted($0) }
    var formula: String
    if let (known, value, _) = texts.plain {
      formula = "IF(\(value),\(quoted[0]),\(quoted[1]))"
      if !known.isEmpty { formula = "IF(\(TruthText.Clause.all(known).text),\(formula),\(quoted[2]))" }
    } else {
      formula = "IF(\(texts.holds.text),\(quoted[0]),IF(\(texts.fails.text),\(quoted[1]),\(quoted[2])))"
    }
    if let when {
      formula = "IF(\(try when.texts(in: resolver).holds.text),\(formula),\(quoted[2]))"
    }
    return try Self.checked(formula)
  }

  /// Returns two formulas, without `=`: one is TRUE where the condition holds, the other where it fails. Neither is
  /// ever an error.
  public func truths(in resolver: some CellResolver) throws(FormulaRefusal) -> (holds: String, fails: String) {
    let texts = try texts(in: resolver)
    return (try Self.checked(texts.holds.text), try Self.checked(texts.fails.text))
  }

  private func texts(in resolver: some CellResolver) throws(FormulaRefusal) -> TruthText {
    guard case .truth(let node) = root else { throw .notCondition }
    return try FormulaWriter(resolver: resolver).truth(node)
  }

  private static func checked(_ formula: String) throws(FormulaRefusal) -> String {
    guard formula.utf16.count < FormulaWriter<NoCells>.longest else { throw .tooLong }
    guard FormulaWriter<NoCells>.depth(of: formula) <= FormulaWriter<NoCells>.deepest else { throw .tooDeep }
    return formula
  }
}

/// A workbook without cells.
private struct NoCells: CellResolver {
  func cell(_ reference: Reference) -> String? { nil }
}
