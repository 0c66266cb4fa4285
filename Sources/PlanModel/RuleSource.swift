/// One rule as it is written: what must hold, of what, from when, and the words for those who broke it.
///
/// The texts are checked and compiled by whoever runs them; here they are text with its place in the plan file.
public struct RuleSource: Hashable, Sendable {
  /// `E02`; never reused.
  public var id: String
  /// `actual-not-number`: the name in every output.
  public var name: String
  public var grade: Finding.Grade
  /// The periods in which the rule is asked, both included; `nil` sets no end.
  public var validFrom: Period?
  public var validUntil: Period?
  /// Up to this period the rule is shown and does not count.
  public var trialUntil: Period?
  public var scope: Scope
  public var isOff: Bool
  /// The rule is asked only where this is true.
  public var when: Text?
  /// What must hold.
  public var expression: Text
  /// Where a finding points; of several, to those that say nothing. Empty: the cell that the unit fills.
  public var at: [Spot]
  /// Expressions whose values a finding carries.
  public var value: Text?
  public var expected: Text?
  public var difference: Text?
  public var words: Words
  /// In the order in which they are explained.
  public var examples: [Example]
  /// Where the plan file has it; `nil` for built-in rules.
  public var place: Place?

  public init(
    id: String, name: String, grade: Finding.Grade, validFrom: Period? = nil, validUntil: Period? = nil,
    trialUntil: Period? = nil, scope: Scope = Scope(), isOff: Bool = false, when: Text? = nil, expression: Text,
    at: [Spot] = [], value: Text? = nil, expected: Text? = nil, difference: Text? = nil, words: Words,
    examples: [Example] = [], place: Place? = nil
  ) {
    self.id = id
    self.name = name
    self.grade = grade
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.trialUntil = trialUntil
    self.scope = scope
    self.isOff = isOff
    self.when = when
    self.expression = expression
    self.at = at
    self.value = value
    self.expected = expected
    self.difference = difference
    self.words = words
    self.examples = examples
    self.place = place
  }

  /// Returns true if the rule is asked in `period`.
  public func isValid(in period: Period) -> Bool {
    if let validFrom, validFrom.firstDay > period.lastDay { return false }
    if let validUntil, validUntil.lastDay < period.lastDay { return false }
    return true
  }

  /// Returns the last period of the trial, if the rule is on trial in `period`.
  public func trial(in period: Period) -> Period? {
    trialUntil.flatMap { period.lastDay <= $0.lastDay ? $0 : nil }
  }
}

extension RuleSource {
  /// A place in the plan file; one-based, columns counted in Unicode characters.
  public struct Place: Hashable, Sendable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// What a person reads. Templates hold `{value}`, `{expected}`, `{difference}`, `{text}`, `{column}`, `{indicator}`,
  /// `{unit}` (who reported) and `{measure}` (its unit of measure).
  public struct Words: Hashable, Sendable {
    /// What is wrong, without a full stop.
    public var message: String
    /// How to mend it, without a full stop; empty where nothing is to be mended.
    public var remedy: String
    public var messageEnglish: String?
    public var remedyEnglish: String?
    /// What the rule is for.
    public var meaning: String
    public var meaningEnglish: String?

    public init(
      message: String, remedy: String = "", messageEnglish: String? = nil, remedyEnglish: String? = nil,
      meaning: String = "", meaningEnglish: String? = nil
    ) {
      self.message = message
      self.remedy = remedy
      self.messageEnglish = messageEnglish
      self.remedyEnglish = remedyEnglish
      self.meaning = meaning
      self.meaningEnglish = meaningEnglish
    }
  }

  /// A row with its verdict.
  public struct Example: Hashable, Sendable {
    /// What is given: a reference of the language, `已说明` or `读表发现`, and the figure as a form has it.
    public struct Given: Hashable, Sendable {
      public let name: String
      public let figure: String
      public let place: Place?

      public init(_ name: String, _ figure: String, place: Place? = nil) {
        self.name = name
        self.figure = figure
        self.place = place
      }
    }

    public var values: [Given]
    /// False if the rule makes a finding of it.
    public var holds: Bool

    public init(values: [Given], holds: Bool) {
      self.values = values
      self.holds = holds
    }
  }
}
