public import PlanModel

extension RuleSource {
  /// Returns everything about the rule, as lines: meaning, grade, scope, expression, how to mend, examples, the entry
  /// to copy.
  public func explanation(in language: Language) -> String {
    var lines = ["\(id) \(name)  \(language(grade.chinese, grade.rawValue))"]
    func add(_ chinese: String, _ english: String, _ text: String?) {
      if let text, !text.isEmpty { lines.append("\(language(chinese, english))\(language("：", ": "))\(text)") }
    }
    add("状态", "state", state(in: language))
    add("含义", "meaning", meaning(in: language))
    add("范围", "scope", scope.words(in: language))
    add("前提", "asked when", when?.text)
    add("必须成立", "must hold", isObserved ? nil : expression.text)
    add("说法", "message", message(in: language))
    add("改法", "remedy", remedy(in: language))
    for example in examples {
      let verdict = example.holds ? language("符合", "holds") : language("不符", "fails")
      add("例", "example", "\(example.values(in: language)) → \(verdict)")
    }
    lines.append("")
    lines.append(
      language(
        "要改这条规则，把下面的条目写进计划文件，只留要改的字段：",
        "to change it, write this entry into the plan file, with the fields to change only:"))
    return (lines + [entry(in: language)]).joined(separator: "\n")
  }
}
