import PlanModel

extension TruthNode {
  /// Returns the verdict in three values, by Kleene's tables.
  func verdict(in context: some ExpressionContext) -> ConditionResult {
    switch self {
    case .and(let nodes): Self.first(.fails, of: nodes, otherwise: .holds, context)
    case .or(let nodes): Self.first(.holds, of: nodes, otherwise: .fails, context)
    case .not(let node): node.verdict(in: context).negated
    case .choice(let condition, let yes, let no):
      switch condition.verdict(in: context) {
      case .holds: yes.verdict(in: context)
      case .fails: no.verdict(in: context)
      case .notApplicable: .notApplicable
      }
    case .numbers(let left, let comparison, let right, let tolerance):
      NumberNode.verdict(left, comparison, right, within: tolerance, in: context)
    case .dates(let left, let comparison, let right):
      if let left = left.value(in: context), let right = right.value(in: context) {
        ConditionResult(comparison.holds(sign: left == right ? 0 : left < right ? -1 : 1))
      } else {
        .notApplicable
      }
    case .texts(let left, let isEqual, let right):
      if let left = left.value(in: context), let right = right.value(in: context) {
        ConditionResult(left.isSame(right) == isEqual)
      } else {
        .notApplicable
      }
    case .oneOf(let node, let texts):
      node.value(in: context).map { text in ConditionResult(texts.contains { $0.isSame(text) }) } ?? .notApplicable
    case .contains(let node, let sought):
      node.value(in: context).map { ConditionResult($0.holds(sought)) } ?? .notApplicable
    case .state(let reference, let state, let kind):
      ConditionResult((reference.map { context.figure($0) } ?? .blank).has(state, in: kind))
    case .explained: ConditionResult(context.isExplained)
    case .noted(let observation): ConditionResult(context.isNoted(observation))
    }
  }

  /// Returns `decisive` if one of the nodes comes to it, unknown if one is unknown.
  private static func first(
    _ decisive: ConditionResult, of nodes: [TruthNode], otherwise: ConditionResult, _ context: some ExpressionContext
  ) -> ConditionResult {
    var result = otherwise
    for node in nodes {
      let verdict = node.verdict(in: context)
      if verdict == decisive { return decisive }
      if verdict == .notApplicable { result = .notApplicable }
    }
    return result
  }
}

extension String {
  /// Returns true if both are equal character by character, as a spreadsheet compares: no Unicode equivalences.
  func isSame(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  func holds(_ sought: String) -> Bool { Array(utf8).firstRange(of: Array(sought.utf8)) != nil }
}
