internal import PlanModel

extension FieldValue {
  /// Returns a text of the rule language, with the places of its characters.
  func expression() -> RuleSource.Text? {
    guard text() != nil, case .scalar(let text, let style) = node.content else { return nil }
    return log.source.located(text, style, at: node.place)
  }

  /// Returns a scalar as written, which may be empty.
  func scalar() -> String? {
    guard case .scalar(let text, _) = node.content else {
      refuse(shape: .text)
      return nil
    }
    return text
  }

  /// Returns the words of a list, each of which is one of a choice.
  func choices<Choice>() -> [Choice] where Choice: RawRepresentable<String> & CaseIterable {
    items().compactMap { $0.choice() }
  }

  /// Returns a grade that is given in the word of either language.
  func grade() -> Finding.Grade? {
    let words: [(String, Finding.Grade)] = [("强制性", .error), ("核实性", .warning), ("提示", .notice)]
    return parsed(.oneOf(Finding.Grade.allCases.map(\.rawValue) + words.map(\.0))) { text in
      Finding.Grade(rawValue: text) ?? words.first { $0.0 == text }?.1
    }
  }

  /// Returns the last day of a period, or a day.
  func lastDay() -> CivilDate? { parsed(.periodOrDate) { CivilDate($0) ?? Period($0)?.lastDay } }
}
