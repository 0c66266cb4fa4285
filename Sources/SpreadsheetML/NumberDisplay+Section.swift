extension NumberDisplay {
  init(_ form: Form) {
    self.init()
    self.form = form
  }

  /// What is seen of zero under a section, and of any other number but for its sign.
  fileprivate init(_ section: FormatSection, sign: inout SectionDisplay.Sign) {
    self.init()
    if section.isDate {
      form = .date
      return
    }
    let pieces = section.pieces
    let percents = pieces.count { $0 == .percent }
    isPercentage = percents > 0
    guard let first = pieces.firstIndex(where: \.isNumber), let last = pieces.lastIndex(where: \.isNumber) else {
      form = .nothing
      prefix = Self.text(pieces)
      return
    }
    (prefix, suffix) = (Self.text(pieces[..<first]), Self.text(pieces[(last + 1)...]))
    readDigits(Array(pieces[first...last]))
    scale += 3 * pieces[(last + 1)...].count { $0 == .comma } - 2 * max(0, percents - 1)
    readTouchingDigits(pieces, first, last)
    sign = SectionDisplay.Sign(section, prefix: prefix, suffix: suffix)
    // A plus behind the digits is no sign: 30+ is more than 30.
    (prefix, suffix) = (Self.without("+-−－﹣–()（）△▲负 ", prefix), Self.without("-−－﹣–()（） ", suffix))
  }

  /// Looks at what stands from the first digit to the last: commas before the point that have no digit before it, a
  /// point that is text, other text.
  private mutating func readDigits(_ pieces: [FormatSection.Piece]) {
    if pieces.contains(.exponent) || pieces.contains(.fraction) { return }
    guard pieces.count(where: { $0 == .point }) < 2 else {
      form = .rearranged
      return
    }
    let point = pieces.firstIndex(of: .point) ?? pieces.count
    let whole = pieces[..<point]
    guard let lastWhole = whole.lastIndex(where: \.isNumber) else { return }
    scale += 3 * whole[(lastWhole + 1)...].count { $0 == .comma }
    var written = 0
    for (place, piece) in pieces.enumerated() {
      guard case .literal(let text) = piece else { continue }
      let bare = text.filter { !$0.isWhitespace }
      if bare.isEmpty {
        // A space parts thousands, or makes two numbers of one.
        let behind = place < point ? pieces[place..<point] : []
        guard place > point || behind.count(where: \.isNumber).isMultiple(of: 3) else {
          form = .rearranged
          return
        }
        continue
      }
      // A point that is text, once, where the number has no other: the digits behind it are decimals to the eye.
      guard bare == "." || bare == "．", point == pieces.count, written == 0 else {
        form = .rearranged
        return
      }
      written = pieces[place...].count { $0.isNumber }
      scale += written
    }
  }

  /// Reads the digits that are text and touch those of the number with them.
  private mutating func readTouchingDigits(_ pieces: [FormatSection.Piece], _ first: Int, _ last: Int) {
    if first > 0, case .literal(let text) = pieces[first - 1] {
      let touching = text.reversed().prefix { $0.isDigit || $0 == "." || $0 == "．" }
      if touching.contains(where: { $0 != "0" }) && touching.contains(where: \.isDigit) || touching.first == "." {
        form = .rearranged
      } else {
        prefix.removeLast(min(touching.count, prefix.count))
      }
    }
    if last + 1 < pieces.count, case .literal(let text) = pieces[last + 1] {
      let touching = text.prefix { $0.isDigit || $0 == "." || $0 == "．" }
      let zeros = touching.prefix { $0 == "0" }.count
      let hasPoint = pieces[first...last].contains(.point)
      let rest = touching.dropFirst(zeros)
      // Zeros behind a point change nothing, before one they are ten times as much each.
      if rest.contains(where: { $0 != "0" && $0 != "." && $0 != "．" }) {
        form = .rearranged
      } else if !hasPoint {
        scale -= zeros
      }
      if form == .number, !touching.isEmpty { suffix = String(suffix.drop { $0.isDigit || $0 == "." || $0 == "．" }) }
    }
  }

  private static func text(_ pieces: some Sequence<FormatSection.Piece>) -> String {
    var text = ""
    for case .literal(let literal) in pieces { text += literal }
    return text.trimmed
  }

  /// Returns the text without some characters at its ends.
  private static func without(_ signs: String, _ text: String) -> String {
    var rest = text.trimmed[...]
    while let last = rest.last, signs.contains(last) { rest.removeLast() }
    return String(rest.drop { signs.contains($0) })
  }
}

/// What a person sees of numbers under one section: worked out once for all cells with the format.
struct SectionDisplay: Sendable {
  private let ofZero: NumberDisplay
  private let sign: Sign
  private let pieces: [FormatSection.Piece]

  /// How the section tells the sign of a number.
  fileprivate struct Sign {
    /// A sign of a negative number stands in the section.
    var isMarked = false
    /// Nothing in the section tells a negative number.
    var isUntold = false

    init() {}

    init(_ section: FormatSection, prefix: String, suffix: String) {
      let marks = "-−－﹣–(（△▲负"
      // A sign may stand before that of the money: -¥0.
      isMarked = prefix.contains { marks.contains($0) } || suffix.hasSuffix("-")
      isUntold = !isMarked && !section.hasColor
    }
  }

  init(_ section: FormatSection) {
    var sign = Sign()
    ofZero = NumberDisplay(section, sign: &sign)
    self.sign = sign
    pieces = section.pieces
  }

  /// Returns a whole number with its digits in the places that the section has for them; `nil` where it has more in it than
  /// digits and text.
  private func arranged(_ number: Double) -> String? {
    guard number.magnitude < 1e15, number == number.rounded() else { return nil }
    var digits = Array(String(Int(number.magnitude)))
    let first = pieces.firstIndex(where: \.isNumber)
    var shown = ""
    for (place, piece) in pieces.enumerated().reversed() {
      switch piece {
      case .digit(let scalar):
        let rest = place == first ? digits : [digits.popLast()].compactMap(\.self)
        shown = (rest.isEmpty && scalar == "0" ? "0" : String(rest)) + shown
      case .literal(let text): shown = text + shown
      case .percent: shown = "%" + shown
      case .space: continue
      default: return nil
      }
    }
    return shown
  }

  /// - Parameter hasOwnSign: the section is for negative numbers and says itself how they are told.
  func display(of number: Double, hasOwnSign: Bool) -> NumberDisplay {
    var display = ofZero
    if number < 0 {
      display.hidesSign = hasOwnSign && sign.isUntold
    } else if number > 0 {
      display.hidesSign = sign.isMarked
    }
    if display.form == .rearranged { display.arranged = arranged(number) }
    return display
  }
}

extension FormatSection.Piece {
  /// Whether digits of the number stand there.
  var isNumber: Bool {
    switch self {
    case .digit, .general, .text: true
    default: false
    }
  }
}

extension Character {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension String {
  fileprivate var trimmed: String {
    var rest = self[...]
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest.drop { $0.isWhitespace })
  }
}
