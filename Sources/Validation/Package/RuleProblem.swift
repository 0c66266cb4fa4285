public import PlanModel

/// What is wrong in a rule of the plan file, and where.
public struct RuleProblem: Error, Hashable, Sendable {
  public enum Code: Hashable, Sendable {
    /// A rule of the plan's own lacks a field.
    case missingField
    /// Another rule has the name.
    case nameTaken
    /// The name of a built-in rule cannot be changed.
    case nameFixed
    /// E20 to E28 can be neither softened nor switched off.
    case fixedRule
    /// The findings of the rule are made by the reader of forms or by comparing files, not by an expression.
    case observed
    /// A rule of the plan's own looks at rows or forms.
    case subject
    /// 读表发现 of a name that nobody remarks.
    case unknownObservation
    /// A waiver of no rule.
    case unknownRule
    /// A name in braces that no message has.
    case placeholder
    /// The expression cannot be read or does not fit, in the words of both languages.
    case expression(chinese: String, english: String)
  }

  public let code: Code
  /// The rule's id.
  public let rule: String
  /// `nil` for built-in rules.
  public let place: RuleSource.Place?
  /// The field or word that is meant.
  public let found: String
  /// The code of the indicator for which the expression does not fit.
  public let indicator: String?

  init(
    _ code: Code, _ rule: String, at place: RuleSource.Place?, found: String = "", indicator: String? = nil
  ) {
    self.code = code
    self.rule = rule
    self.place = place
    self.found = found
    self.indicator = indicator
  }
}

extension RuleProblem: Comparable {
  /// Returns true if the left problem stands before the right one.
  public static func < (left: Self, right: Self) -> Bool {
    func key(_ problem: Self) -> (Int, Int, String, String) {
      (problem.place?.line ?? 0, problem.place?.column ?? 0, problem.rule, problem.found)
    }
    return key(left) < key(right)
  }
}

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
