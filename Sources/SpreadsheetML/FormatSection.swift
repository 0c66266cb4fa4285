/// One section of a format code, in pieces: what stands between two semicolons.
///
/// Knows what a code may hold beside digits: text in quotes, escapes (`\x`, and `!x`, as East Asian versions write
/// them), `_x` and `*x`, brackets with colours, conditions, currencies and locales.
/// - Source: ECMA-376 Part 1, 18.8.31.
struct FormatSection: Sendable {
  enum Piece: Equatable, Sendable {
    /// `0`, `#` or `?`.
    case digit(Unicode.Scalar)
    case point
    /// Between digits it groups them; behind the last it divides by a thousand.
    case comma
    case percent
    /// `E+`, `E-`.
    case exponent
    /// `/` between digits.
    case fraction
    case general
    /// `@`
    case text
    /// Letters of a date or a time, in small letters: `yyyy`, `m`, `aaaa`, `e`, `ggg`.
    case date(String)
    /// `AM/PM`, `A/P`, `上午/下午`.
    case halfDay(String)
    /// `[h]`, `[mm]`, `[s]`.
    case elapsed(String)
    /// Text that is shown as it stands.
    case literal(String)
    /// `_x` and `*x`: white space, or a character repeated.
    case space
  }

  /// `[>=10000]` and the like.
  struct Condition: Sendable {
    let relation: String
    let bound: Double

    func holds(_ number: Double) -> Bool {
      switch relation {
      case ">": number > bound
      case ">=": number >= bound
      case "<": number < bound
      case "<=": number <= bound
      case "<>": number != bound
      default: number == bound
      }
    }
  }

  private(set) var pieces: [Piece] = []
  private(set) var condition: Condition?
  private(set) var hasColor = false
  /// `[DBNum1]` and the like: digits as Chinese characters.
  private(set) var hasChineseDigits = false
  /// A locale whose calendar is not the Gregorian one: `[$-130000]` counts by the moon, `[$-107041E]` by Thai years.
  private(set) var hasOtherCalendar = false
  /// `@`
  private(set) var hasText = false

  var hasDigits: Bool { pieces.contains { if case .digit = $0 { true } else { false } } }
  var isDate: Bool {
    pieces.contains {
      switch $0 {
      case .date, .halfDay, .elapsed: true
      default: false
      }
    }
  }

  /// What is seen before the first `@`, between those that follow, and behind the last; one text alone where the section
  /// has none; `nil` where a text is seen as it is.
  var aroundText: [String]? {
    var around = [""]
    for piece in pieces {
      switch piece {
      case .text, .general: around.append("")
      case .literal(let literal): around[around.count - 1] += literal
      case .percent: around[around.count - 1] += "%"
      case .point: around[around.count - 1] += "."
      case .comma: around[around.count - 1] += ","
      default: continue
      }
    }
    return around == ["", ""] ? nil : around
  }

  /// Returns the sections of a code, at least one.
  static func sections(_ code: String) -> [FormatSection] {
    var reader = FormatReader(code)
    var sections: [FormatSection] = []
    repeat { sections.append(reader.section()) } while reader.hasMore
    return sections
  }

  mutating func add(_ piece: Piece) {
    if piece == .text { hasText = true }
    // Literals that touch are one text.
    if case .literal(let text) = piece, case .literal(let before)? = pieces.last {
      pieces[pieces.count - 1] = .literal(before + text)
    } else {
      pieces.append(piece)
    }
  }

  /// The calendar of the language itself, and those of Windows that are Gregorian.
  private static let gregorianCalendars: Set<UInt64> = [0, 1, 2, 9, 10, 11, 12]

  /// Adds what stands in brackets.
  mutating func addBracket(_ inside: String) {
    let small = inside.lowercased()
    if let unit = small.first, "hms".contains(unit), (1...2).contains(small.count), small.allSatisfy({ $0 == unit }) {
      add(.elapsed(small))
    } else if small.hasPrefix("$") {
      let currency = inside.dropFirst().prefix { $0 != "-" }
      if !currency.isEmpty { add(.literal(String(currency))) }
      // Behind the sign stand, in hexadecimal digits, the shape of the digits (2), the calendar (2) and the language (4).
      if let code = UInt64(inside.dropFirst().drop { $0 != "-" }.dropFirst().prefix { $0 != "," }, radix: 16) {
        hasOtherCalendar = !Self.gregorianCalendars.contains((code >> 16) & 0xFF)
      }
    } else if small.hasPrefix("dbnum") {
      hasChineseDigits = true
    } else if let relation = ["<=", ">=", "<>", "<", ">", "="].first(where: { small.hasPrefix($0) }),
      let bound = Double(small.dropFirst(relation.count).filter { $0 != " " })
    {
      condition = Condition(relation: relation, bound: bound)
    } else if !small.isEmpty {
      hasColor = true
    }
  }
}

/// Walks the characters of a format code.
private struct FormatReader {
  private let code: [Unicode.Scalar]
  private var position = 0
  /// A semicolon was passed, so a section follows, be it empty.
  private(set) var hasMore = false

  init(_ code: String) { self.code = Array(code.unicodeScalars) }

  mutating func section() -> FormatSection {
    hasMore = false
    var section = FormatSection()
    var isFraction = false
    while position < code.count {
      let scalar = code[position]
      position += 1
      switch scalar {
      case ";":
        hasMore = true
        return section
      case "\"": section.add(.literal(text(until: "\"")))
      case "[": section.addBracket(text(until: "]"))
      case "\\", "!":
        if position < code.count { section.add(.literal(String(Character(code[position])))) }
        position += 1
      case "_", "*":
        position += 1
        section.add(.space)
      case "0", "#", "?": section.add(.digit(scalar))
      case ".": section.add(.point)
      case ",": section.add(.comma)
      case "%": section.add(.percent)
      case "@": section.add(.text)
      case "/":
        isFraction = section.hasDigits
        section.add(isFraction ? .fraction : .literal("/"))
      case "1"..."9" where isFraction: section.add(.digit(scalar))
      default: other(scalar, &section)
      }
    }
    return section
  }

  private mutating func other(_ scalar: Unicode.Scalar, _ section: inout FormatSection) {
    let start = position - 1
    if let word = ["General", "G/通用格式"].first(where: { stands($0, at: start) }) {
      position = start + word.unicodeScalars.count
      section.add(.general)
    } else if let word = ["AM/PM", "A/P", "上午/下午"].first(where: { stands($0, at: start) }) {
      position = start + word.unicodeScalars.count
      section.add(.halfDay(word))
    } else if scalar == "E" || scalar == "e", position < code.count, code[position] == "+" || code[position] == "-" {
      position += 1
      section.add(.exponent)
    } else if let letters = dateLetters(scalar, start, hasDigits: section.hasDigits) {
      position = start + letters.count
      section.add(.date(letters))
    } else {
      section.add(.literal(String(Character(scalar))))
    }
  }

  /// Returns a run of one letter that means something in a date. The years of an era and the days of the week mean it
  /// only where no digits are: `0.00e` is text.
  private func dateLetters(_ scalar: Unicode.Scalar, _ start: Int, hasDigits: Bool) -> String? {
    let letter = Self.small(scalar)
    var count = 1
    while start + count < code.count, Self.small(code[start + count]) == letter { count += 1 }
    let isMeant =
      switch letter {
      case "y", "m", "d", "h", "s": true
      case "e", "g": !hasDigits
      case "a": !hasDigits && count >= 3
      default: false
      }
    return isMeant ? String(repeating: Character(letter), count: count) : nil
  }

  /// Returns whether a word stands at a place, in whatever case.
  private func stands(_ word: String, at start: Int) -> Bool {
    let letters = word.unicodeScalars
    guard start + letters.count <= code.count else { return false }
    return zip(letters, code[start...]).allSatisfy { Self.small($0) == Self.small($1) }
  }

  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
  }

  /// Reads the text up to a mark, which is passed; up to the end where it is missing.
  private mutating func text(until mark: Unicode.Scalar) -> String {
    let start = position
    while position < code.count, code[position] != mark { position += 1 }
    var text = ""
    text.unicodeScalars.append(contentsOf: code[start..<position])
    position += 1
    return text
  }
}
