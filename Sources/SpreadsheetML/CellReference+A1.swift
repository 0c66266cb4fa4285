extension CellReference {
  /// Reads the A1 form, as in `C7` or `$C$7`. Letters may be of either case.
  ///
  /// Gives `nil` for anything else, and for a cell outside A1:XFD1048576.
  /// - Source: ECMA-376 Part 1, 18.18.62 (ST_Ref) and 18.18.7 (ST_CellRef).
  public init?(a1 text: String) { self.init(a1: text.utf8Span.span) }

  /// Reads the A1 form.
  public init?(a1 text: Substring) { self.init(a1: text.utf8Span.span) }

  /// - Parameter text: UTF-8.
  init?(a1 text: Span<UInt8>) {
    var column = 0
    var letters = 0
    var row = 0
    var digits = 0
    var dollars = 0
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "$"):
        // One before the letters, one between letters and digits.
        guard digits == 0, dollars < 2, letters == 0 ? dollars == 0 : true else { return nil }
        dollars += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard digits == 0, letters < 3 else { return nil }
        column = column * 26 + Int(byte & 0x1F)
        letters += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard letters > 0, digits < 7 else { return nil }
        row = row * 10 + Int(byte & 0x0F)
        digits += 1
      default:
        return nil
      }
    }
    guard letters > 0, (1...Self.rowLimit).contains(row), column <= Self.columnLimit else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  /// The A1 form without dollar signs, as in `C7`.
  public var a1: String { Self.columnLetters(column) + String(row + 1) }

  /// The absolute A1 form, as in `$C$7`.
  public var absoluteA1: String { "$\(Self.columnLetters(column))$\(row + 1)" }

  /// Returns the letters of a zero-based column: 0 is `A`, 26 is `AA`.
  public static func columnLetters(_ column: Int) -> String {
    if column < 26 { return String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column))) }
    var rest = column + 1
    var letters: [UInt8] = []
    while rest > 0 {
      rest -= 1
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

extension CellReference: CustomStringConvertible {
  public var description: String { a1 }
}
