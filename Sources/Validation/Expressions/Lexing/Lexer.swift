import PlanModel

/// Takes the text of an expression apart. Chinese words need no white space between them: the longest word wins.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var tokens: [Token] = []

  static func tokens(of text: String) throws(ExpressionError) -> [Token] {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count <= Expression.maximumLength else {
      throw ExpressionError(.tooLong(limit: Expression.maximumLength), at: Expression.maximumLength)
    }
    var lexer = Lexer(scalars: scalars)
    while try lexer.readToken() {}
    return lexer.tokens
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private subscript(ahead: Int) -> Unicode.Scalar? {
    position + ahead < scalars.count ? scalars[position + ahead] : nil
  }

  private func text(from start: Int) -> String { Self.string(scalars[start..<position]) }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  private mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, offset: start, text: text(from: start)))
  }

  /// Reads the next token; returns false after the last.
  private mutating func readToken() throws(ExpressionError) -> Bool {
    while let scalar = self[0], scalar.properties.isWhitespace { position += 1 }
    let start = position
    guard let scalar = self[0] else {
      add(.end, from: start)
      return false
    }
    if isNameOfList {
      try readName(start)
    } else if scalar.isDigit {
      try readNumber(start)
    } else if let closing = Self.quotes[scalar] {
      add(.text(try readText(until: closing)), from: start)
    } else if scalar == "[" {
      try readCode(start)
    } else if scalar.properties.isAlphabetic {
      try readWord(start)
    } else {
      try readSign(start)
    }
    return true
  }

  // MARK: Signs

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "“": "”"]

  private static let signs: [Unicode.Scalar: Token.Kind] = [
    "+": .sign(.plus), "＋": .sign(.plus), "-": .sign(.minus), "−": .sign(.minus), "－": .sign(.minus),
    "*": .sign(.times), "×": .sign(.times), "/": .sign(.over), "÷": .sign(.over), "(": .sign(.open),
    "（": .sign(.open), ")": .sign(.close), "）": .sign(.close), ",": .sign(.comma), "，": .sign(.comma),
    ".": .sign(.point), "=": .comparison(.equal), "＝": .comparison(.equal), "≠": .comparison(.notEqual),
    "≤": .comparison(.lessOrEqual), "≥": .comparison(.greaterOrEqual), "<": .comparison(.less),
    "＜": .comparison(.less), ">": .comparison(.greater), "＞": .comparison(.greater),
  ]

  private static let pairs: [String: ComparisonOperator] = [
    "!=": .notEqual, "<>": .notEqual, "<=": .lessOrEqual, ">=": .greaterOrEqual,
  ]

  private mutating func readSign(_ start: Int) throws(ExpressionError) {
    if let pair = Self.pairs[Self.string(scalars[position..<min(position + 2, scalars.count)])] {
      position += 2
      return add(.comparison(pair), from: start)
    }
    guard let kind = Self.signs[scalars[position]] else {
      throw ExpressionError(.strangeCharacter(String(scalars[position])), at: start)
    }
    position += 1
    add(kind, from: start)
  }

  // MARK: Numbers and dates

  private mutating func readNumber(_ start: Int) throws(ExpressionError) {
    if let date = try readDate(start) { return add(.date(date), from: start) }
    while let scalar = self[0], scalar.isDigit { position += 1 }
    if self[0] == ".", self[1]?.isDigit == true {
      position += 1
      while let scalar = self[0], scalar.isDigit { position += 1 }
    }
    let digits = text(from: start)
    guard let value = FixedDecimal(digits), value.places <= Self.maximumPlaces, value.isBelow(powerOfTen: 15) else {
      throw ExpressionError(.numberTooLong(digits), at: start)
    }
    add(.number(value, unit: readUnit()), from: start)
  }

  /// Digits behind the point that a literal may have.
  private static let maximumPlaces = 10

  private mutating func readUnit() -> String? {
    var ahead = 0
    while let scalar = self[ahead], scalar.properties.isWhitespace { ahead += 1 }
    let rest = Self.string(scalars[min(position + ahead, scalars.count)...].prefix(8))
    guard let unit = MeasureFamily.unit(at: Substring(rest)) else {
      return rest.first == "％" ? takePercent(ahead) : nil
    }
    let length = unit.unicodeScalars.count
    // `m` is a unit, the first letter of `max` is none.
    if unit.unicodeScalars.first?.isASCII == true, unit != "%",
      let next = self[ahead + length], next.isASCII, next.properties.isAlphabetic
    {
      return nil
    }
    position += ahead + length
    return unit
  }

  private mutating func takePercent(_ ahead: Int) -> String {
    position += ahead + 1
    return "%"
  }

  /// Reads a day, `2024-06-30`, without white space.
  private mutating func readDate(_ start: Int) throws(ExpressionError) -> CivilDate? {
    let pattern: [Bool] = [true, true, true, true, false, true, true, false, true, true]
    for (ahead, isDigit) in pattern.enumerated() {
      guard let scalar = self[ahead], isDigit ? scalar.isDigit : scalar == "-" else { return nil }
    }
    if self[pattern.count]?.isDigit == true { return nil }
    position += pattern.count
    guard let date = CivilDate(text(from: start)), date.isOfSpreadsheets else {
      throw ExpressionError(.noSuchDay(text(from: start)), at: start)
    }
    return date
  }

  // MARK: Texts, codes and words

  /// Reads a text up to its closing quote; a doubled closing quote stands for itself.
  private mutating func readText(until closing: Unicode.Scalar) throws(ExpressionError) -> String {
    let start = position
    var content: [Unicode.Scalar] = []
    position += 1
    while let scalar = self[0] {
      position += 1
      if scalar == closing {
        if self[0] != closing {
          guard content.count <= Self.longestText else { throw ExpressionError(.textTooLong, at: start) }
          return Self.string(content)
        }
        position += 1
      }
      content.append(scalar)
    }
    throw ExpressionError(.textNotClosed, at: start)
  }

  /// A text inside a formula of a spreadsheet has no more than 255 UTF-16 units.
  private static let longestText = 120

  private mutating func readCode(_ start: Int) throws(ExpressionError) {
    while let scalar = self[0], scalar != "]" { position += 1 }
    guard self[0] == "]" else { throw ExpressionError(.codeNotClosed, at: start) }
    position += 1
    add(.code(Self.string(scalars[(start + 1)..<(position - 1)])), from: start)
  }

  /// True behind `list.`, where any column's name may stand.
  private var isNameOfList: Bool {
    tokens.count >= 2 && tokens[tokens.count - 1].kind == .sign(.point)
      && tokens[tokens.count - 2].kind == .word(.keyword(.list))
  }

  private mutating func readName(_ start: Int) throws(ExpressionError) {
    if let scalar = self[0], let closing = Self.quotes[scalar] {
      return add(.name(try readText(until: closing)), from: start)
    }
    while let scalar = self[0], scalar.isOfName { position += 1 }
    guard position > start else {
      throw ExpressionError(.expected(.listColumn, found: String(scalars[start])), at: start)
    }
    add(.name(text(from: start)), from: start)
  }

  private mutating func readWord(_ start: Int) throws(ExpressionError) {
    if let scalar = self[0], scalar.isASCII {
      while let scalar = self[0], scalar.isASCII, scalar.isOfName { position += 1 }
      guard let word = Word.bySpelling[text(from: start)] else {
        throw ExpressionError(.unknownWord(text(from: start)), at: start)
      }
      return add(.word(word), from: start)
    }
    for length in stride(from: min(Word.longest, scalars.count - position), to: 0, by: -1) {
      if let word = Word.bySpelling[Self.string(scalars[position..<(position + length)])] {
        position += length
        return add(.word(word), from: start)
      }
    }
    while let scalar = self[0], scalar.isOfName, !scalar.isASCII { position += 1 }
    throw ExpressionError(.unknownWord(text(from: start)), at: start)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var isOfName: Bool {
    properties.isAlphabetic || properties.numericType != nil || self == "_"
  }
}

extension CivilDate {
  /// The first day that every spreadsheet program counts alike.
  static let firstOfSpreadsheets = CivilDate(year: 1900, month: 3, day: 1)

  var isOfSpreadsheets: Bool { Self.firstOfSpreadsheets.map { self >= $0 } ?? false }
}
