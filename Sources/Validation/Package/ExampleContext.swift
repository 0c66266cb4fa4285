import PlanModel

/// The made-up row of a rule's example.
struct ExampleContext: ExpressionContext {
  private var figures: [Reference: Figure] = [:]
  private var noted: Set<String> = []
  var isExplained = false
  private(set) var list: [Submission.ListRow] = []

  func figure(_ reference: Reference) -> Figure { figures[reference] ?? .blank }
  func isNoted(_ observation: String) -> Bool { noted.contains(observation) }

  /// - Throws: a name that is no reference of the language, or has no place in the rule's scope.
  init(_ example: RuleSource.Example, in scope: TypingScope) throws(ExampleError) {
    for given in example.values { try add(given, scope) }
  }

  struct ExampleError: Error {
    let given: RuleSource.Example.Given
    let error: ExpressionError?
  }

  private mutating func add(_ given: RuleSource.Example.Given, _ scope: TypingScope) throws(ExampleError) {
    switch given.name {
    case "已说明", "explained": isExplained = ["是", "yes", "true"].contains(given.figure)
    case "读表发现", "noted": noted.insert(given.figure)
    default:
      let name = given.name.split(separator: ".", maxSplits: 1).map(String.init)
      if name.count == 2, ["分项", "parts"].contains(name[0]) {
        try addParts(given, column: name[1], scope)
      } else if name.count == 2, ["清单", "list"].contains(name[0]) {
        addList(given.figure, column: name[1])
      } else {
        let meaning = try Self.meaning(given.name, of: given, scope)
        if let reference = meaning.reference { figures[reference] = Figure(example: given.figure, meaning.kind) }
      }
    }
  }

  /// Adds one figure for each part, in the order of the plan: `2、3`.
  private mutating func addParts(
    _ given: RuleSource.Example.Given, column: String, _ scope: TypingScope
  ) throws(ExampleError) {
    let own = try Self.meaning(column, of: given, scope)
    guard let column = own.reference?.column else { throw ExampleError(given: given, error: nil) }
    for (part, figure) in zip(scope.parts, given.figure.split(separator: "、")) {
      figures[Reference(.indicator(part.code), column)] = Figure(example: String(figure), own.kind)
    }
  }

  /// Adds one cell for each row of the list: `已办结、推进中`.
  private mutating func addList(_ figures: String, column: String) {
    for (index, figure) in figures.split(separator: "、", omittingEmptySubsequences: false).enumerated() {
      if index == list.count { list.append(Submission.ListRow(values: [:])) }
      list[index].values[column] = .init(figure: Figure(example: String(figure), .number(unit: nil)), origin: nil)
    }
  }

  private static func meaning(
    _ name: String, of given: RuleSource.Example.Given, _ scope: TypingScope
  ) throws(ExampleError) -> TypingScope.Meaning {
    do throws(ExpressionError) {
      guard case .reference(let reference) = try Expression(parsing: name).root.kind, reference.column != .rate,
        reference.column != .gap
      else { throw ExpressionError(.stateOfNoReference, at: 0) }
      return try scope.meaning(of: reference, at: 0)
    } catch {
      throw ExampleError(given: given, error: error)
    }
  }
}

extension Figure {
  /// As a form would have it: empty for a blank cell, 无, —, a number, a day, words.
  fileprivate init(example text: String, _ kind: FigureKind) {
    if text.isEmpty {
      self = .blank
    } else if case .text = kind {
      self = .text(text)
    } else if text == "无" {
      self = .nilReturn
    } else if text == "—" || text == "/" {
      self = .notApplicable
    } else if let number = FixedDecimal(text) {
      self = .decimal(number)
    } else {
      self = CivilDate(text).map { .date($0, precision: .day) } ?? .text(text)
    }
  }
}
