internal import PlanModel

/// A value of the file on its way into the plan: each reading either gives what is wanted or logs a problem.
struct FieldValue {
  let node: SourceNode
  let path: String
  let log: ProblemLog

  func refuse(shape expected: PlanFileProblem.Expectation) {
    log.add(.wrongShape, at: node.place, path: path, expected: expected)
  }

  func refuse(_ text: String, expected: PlanFileProblem.Expectation) {
    log.add(.badValue, at: node.place, path: path, found: text, expected: expected)
  }

  func located<Value>(_ value: Value) -> Located<Value> { Located(value: value, place: node.place, path: path) }

  /// Returns the scalar as written, quoted or not; never empty.
  func text() -> String? {
    guard case .scalar(let text, _) = node.content else {
      refuse(shape: .text)
      return nil
    }
    guard !text.isEmpty else {
      refuse(text, expected: .text)
      return nil
    }
    return text
  }

  /// Returns a scalar that `parse` accepts.
  func parsed<Value>(_ expected: PlanFileProblem.Expectation, _ parse: (String) -> Value?) -> Value? {
    guard let text = text() else { return nil }
    if let value = parse(text) { return value }
    refuse(text, expected: expected)
    return nil
  }

  func decimal() -> FixedDecimal? { parsed(.decimal) { FixedDecimal($0) } }

  func positive() -> FixedDecimal? {
    parsed(.positive) { text in FixedDecimal(text).flatMap { $0 > 0 ? $0 : nil } }
  }

  func whole() -> Int? { parsed(.wholeNumber) { Int($0) } }
  func date() -> CivilDate? { parsed(.date) { CivilDate($0) } }
  func period() -> Period? { parsed(.period) { Period($0) } }

  /// Returns the value of a plain `true` or `false`; text in quotes is no truth value.
  func truth() -> Bool? {
    guard case .scalar(let text, let style) = node.content else {
      refuse(shape: .truth)
      return nil
    }
    switch (text, style) {
    case ("true", .plain): return true
    case ("false", .plain): return false
    default:
      refuse(text, expected: .truth)
      return nil
    }
  }

  func choice<Choice>(_: Choice.Type = Choice.self) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    parsed(.oneOf(Choice.allCases.map(\.rawValue))) { Choice(rawValue: $0) }
  }

  /// Returns the items of a list.
  func items() -> [FieldValue] {
    guard case .sequence(let nodes) = node.content else {
      refuse(shape: .list)
      return []
    }
    return nodes.enumerated().map { FieldValue(node: $1, path: "\(path)[\($0)]", log: log) }
  }

  /// Returns the texts of a list.
  func texts() -> [String] { items().compactMap { $0.text() } }

  func locatedTexts() -> [Located<String>] {
    items().compactMap { item in item.text().map { item.located($0) } }
  }

  /// Returns the values of a map by key, in the order of the file.
  func pairs() -> [(key: Located<String>, value: FieldValue)] {
    guard case .mapping(let entries) = node.content else {
      refuse(shape: .mapping)
      return []
    }
    return entries.map { entry in
      let inner = "\(path).\(entry.name)"
      return (
        Located(value: entry.name, place: entry.place, path: inner),
        FieldValue(node: entry.value, path: inner, log: log)
      )
    }
  }
}
