public import PlanModel

extension RuleProblem {
  /// Returns one line with file, place, rule, what is wrong and what to do.
  public func message(file: String, in language: Language) -> String {
    let where_ = place.map { "\(file):\($0.line):\($0.column): " } ?? "\(file): "
    let at = indicator.map { language("（指标 \($0)）", " (indicator \($0))") } ?? ""
    return where_ + language("规则 \(rule)\(at)：", "rule \(rule)\(at): ") + sentence(in: language)
  }

  /// Returns what is wrong and what to do.
  public func sentence(in language: Language) -> String {
    switch code {
    case .missingField: language("自定规则缺少“\(found)”。请补上。", "a rule of the plan's own needs “\(found)”. Add it.")
    case .nameTaken:
      language("名称“\(found)”已有别的规则用了。请换一个。", "the name “\(found)” is another rule's. Choose one of its own.")
    case .nameFixed: language("内置规则的名称“\(found)”不能改。", "the name of a built-in rule, “\(found)”, cannot be changed.")
    case .fixedRule:
      language(
        "文件根本不能用的规则（E20–E28）不能放宽、停用或豁免，只能改文字；请删去“\(found)”。",
        "a rule that a file cannot be used at all (E20–E28) can be neither softened, switched off nor waived; remove “\(found)”."
      )
    case .observed:
      language(
        "这条规则的问题由读表或比对文件时发现，不能改“\(found)”；可改级别、停用、时限、范围和文字。",
        "findings of this rule are made by reading or comparing files: “\(found)” cannot be changed; grade, off, validity, scope and words can."
      )
    case .subject:
      language(
        "scope.subject 不能是“\(found)”：自定规则用 row 或 form，内置规则不能换。",
        "scope.subject cannot be “\(found)”: own rules look at row or form, built-in ones keep theirs.")
    case .unknownObservation:
      language(
        "读表发现(\"\(found)\")：没有叫这个名字的规则。名称见 huizong rules list。",
        "noted(\"\(found)\"): no rule has this name. See huizong rules list.")
    case .unknownRule:
      language("没有“\(found)”这条规则。规则见 huizong rules list。", "there is no rule “\(found)”. See huizong rules list.")
    case .placeholder:
      language(
        "文字里的“{\(found)}”不认识，可用：\(MessageTemplate.names.joined(separator: "、"))。",
        "“{\(found)}” is not known in a message; possible: \(MessageTemplate.names.joined(separator: ", ")).")
    case .expression(let chinese, let english): language(chinese, english)
    }
  }
}
