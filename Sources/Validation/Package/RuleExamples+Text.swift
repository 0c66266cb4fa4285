public import PlanModel

extension RuleExamples {
  /// Returns a line for each trouble, and how much was run.
  public func text(in language: Language) -> String {
    let lines = troubles.map { "\($0.rule.id) \($0.rule.name)\(language("：", ": "))\(words($0.trouble, language))" }
    let sum =
      troubles.isEmpty
      ? language("规则\(rules)条、例子\(examples)个，都符合。", "\(rules) rules, \(examples) examples: all come true.")
      : language(
        "规则\(rules)条、例子\(examples)个，\(troubles.count)处不对。",
        "\(rules) rules, \(examples) examples: \(troubles.count) wrong.")
    return (lines + [sum]).joined(separator: "\n")
  }

  private func words(_ trouble: Trouble, _ language: Language) -> String {
    switch trouble {
    case .missing(let holds):
      holds
        ? language("缺少一个符合的例子（holds: true）", "no example that holds (holds: true)")
        : language("缺少一个不符的例子（holds: false）", "no example that fails (holds: false)")
    case .untrue(let example):
      language(
        "例子“\(example.values(in: language))”应\(example.holds ? "符合" : "不符")，结果\(example.holds ? "不符" : "符合")",
        "the example “\(example.values(in: language))” should \(example.holds ? "hold" : "fail") and does not")
    case .unreadable(let name, let chinese, let english):
      language("例子里的“\(name)”读不懂：\(chinese)", "“\(name)” in an example: \(english)")
    }
  }
}

extension RuleExamples.Trouble {
  /// Returns the trouble that a name of an example cannot be read, with the reason where there is one.
  static func unreadable(_ name: String, _ error: ExpressionError?) -> Self {
    .unreadable(
      name: name, chinese: error?.words(in: .chinese) ?? "这里用不上",
      english: error?.words(in: .english) ?? "of no use here")
  }
}
