public import PlanModel

extension RuleSource {
  /// Every built-in rule, in the order in which rules are asked: a rule that looks at another's finding comes after it.
  ///
  /// Ids are cited in letters and never change; a dropped rule's id is not used again.
  static let builtIn: [RuleSource] =
    reading + cells + totals + ratios + lists + amounts + progress + signatures + files + copies + betweenPeriods
    + acrossFiles + notices

  /// Returns a rule whose finding is made where the file is read, or where files are compared; grade, words, validity
  /// and scope are the rule's, as of any other.
  ///
  /// - Parameter example: what stood in the form, by column.
  static func seen(
    _ id: String, _ rule: BuiltInRule, _ grade: Finding.Grade, of subject: Subject = .reading,
    at spots: [Spot] = [], words: Words, example: (String, String)
  ) -> RuleSource {
    RuleSource(
      id: id, name: rule.rawValue, grade: grade, scope: Scope(subject), expression: observation(rule.rawValue),
      at: spots, words: words, examples: [Example(values: [.init(example.0, example.1)], holds: false)])
  }

  /// Returns a rule that its expression decides.
  static func rule(
    _ id: String, _ rule: BuiltInRule, _ grade: Finding.Grade, of scope: Scope = Scope(), when: Text? = nil,
    _ expression: Text, at spots: [Spot] = [], value: Text? = nil, expected: Text? = nil, difference: Text? = nil,
    words: Words, holds: [[(String, String)]], fails: [[(String, String)]]
  ) -> RuleSource {
    func examples(_ rows: [[(String, String)]], _ holds: Bool) -> [Example] {
      rows.map { Example(values: $0.map { .init($0.0, $0.1) }, holds: holds) }
    }
    return RuleSource(
      id: id, name: rule.rawValue, grade: grade, scope: scope, when: when, expression: expression, at: spots,
      value: value, expected: expected, difference: difference, words: words,
      examples: examples(fails, false) + examples(holds, true))
  }

  static func observation(_ name: String) -> Text { Text("非 读表发现(\"\(name)\")") }

  /// True if its findings are made by the reader of forms or by a comparison of files.
  public var isObserved: Bool { expression.text == Self.observation(name).text }

  /// True if it says that a file cannot be used at all: nobody can soften it or switch it off.
  public var isFixed: Bool { Self.fixed.contains(id) }

  private static let fixed = Set(((20...28) + [36]).map { "E\($0)" })
}

extension RuleSource.Words {
  /// Meaning, message and remedy, each in Chinese and English.
  init(
    _ meaning: String, _ meaningEnglish: String, say message: String, _ messageEnglish: String,
    mend remedy: String = "", _ remedyEnglish: String = ""
  ) {
    self.init(
      message: message, remedy: remedy, messageEnglish: messageEnglish, remedyEnglish: remedyEnglish, meaning: meaning,
      meaningEnglish: meaningEnglish)
  }
}
