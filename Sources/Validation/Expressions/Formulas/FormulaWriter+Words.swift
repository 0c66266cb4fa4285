import PlanModel

extension FormulaWriter {
  func date(_ node: DateNode) throws(FormulaRefusal) -> WordText {
    switch node {
    case .none: return WordText(known: ["FALSE"], value: "0")
    case .literal(let date): return WordText(value: "DATE(\(date.year),\(date.month),\(date.day))")
    case .figure(let reference):
      let cell = try cell(reference)
      return WordText(known: ["ISNUMBER(\(cell))"], value: "N(\(cell))")
    case .choice(let condition, let yes, let no):
      return try choice(condition, try date(yes), try date(no))
    }
  }

  func text(_ node: TextNode) throws(FormulaRefusal) -> WordText {
    switch node {
    case .none: return WordText(known: ["FALSE"], value: "\"\"")
    case .literal(let text): return WordText(value: Self.quoted(text))
    case .figure(let reference):
      let cell = try cell(reference)
      return WordText(known: ["LEN(\(cell))>0"], value: cell)
    case .choice(let condition, let yes, let no):
      return try choice(condition, try text(yes), try text(no))
    }
  }

  private func choice(_ condition: TruthNode, _ yes: WordText, _ no: WordText) throws(FormulaRefusal) -> WordText {
    let asked = try truth(condition)
    let known = TruthText.Clause.any([
      TruthText.Clause.all((asked.holds.conjuncts + yes.known).distinct).text,
      TruthText.Clause.all((asked.fails.conjuncts + no.known).distinct).text,
    ])
    let value = try bounded("IF(\(asked.holds.text),\(yes.value),\(no.value))")
    return WordText(known: [try bounded(known.text)], value: value)
  }

  /// Returns the condition that there is a real explanation: four characters at least without punctuation, no empty
  /// phrase, no copy of another row's.
  func explained() throws(FormulaRefusal) -> TruthText {
    if let explained = resolver.explained { return TruthText(explained) }
    let own = Self.stripped(try cell(Reference(.explanation)))
    guard let all = resolver.explanations else { throw .noExplanations }
    // White space is stripped, so it can part the phrases.
    let empty = Explanation.emptyPhrases.filter { $0.utf16.count >= Explanation.leastLength }.joined(separator: " ")
    let tests = [
      "LEN(\(own))>=\(Explanation.leastLength)", "NOT(ISNUMBER(FIND(\" \"&\(own)&\" \",\" \(empty) \")))",
      "SUMPRODUCT(EXACT(\(Self.stripped(all)),\(own))*1)<=1",
    ]
    return TruthText(TruthText.Clause.all(tests).text)
  }

  private static func stripped(_ cell: String) -> String {
    Explanation.ignored.reduce(cell) { "SUBSTITUTE(\($0),\(quoted(String(Character($1)))),\"\")" }
  }
}
