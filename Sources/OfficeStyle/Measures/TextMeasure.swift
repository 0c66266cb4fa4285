/// How wide text is in columns of a sheet, and into how many lines it breaks.
///
/// At 10.5 points a Chinese character takes two digits of the workbook's default font, anything else one. Nothing on a
/// sheet fits itself, so widths and heights are always computed.
public enum TextMeasure {
  /// Returns the width of a text in characters of a column at 10.5 points; of several lines, that of the longest.
  public static func width(of text: String) -> Int {
    var longest = 0
    var current = 0
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        longest = max(longest, current)
        current = 0
      } else {
        current += width(of: scalar)
      }
    }
    return max(longest, current)
  }

  /// Returns 0 for marks that take no room, 2 for Han and what is as wide in a Chinese font, else 1.
  @inline(__always)
  public static func width(of scalar: Unicode.Scalar) -> Int {
    // Nearly all there is.
    if (0x4E00...0x9FFF).contains(scalar.value) { return 2 }
    return (0x20...0x7E).contains(scalar.value) ? 1 : rareWidth(of: scalar)
  }

  private static func rareWidth(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0...0x1F, 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0xB0, 0xB7, 0xD7, 0xF7,  // ° · × ÷
      0x2010...0x2027, 0x2030...0x203B,  // — “ ” … ‰ ※
      0x2103, 0x2116, 0x2160...0x217F, 0x2190...0x2199,  // ℃ № Ⅳ →
      0x2200...0x2211, 0x2213...0x22FF,  // ∑ ≤ ≥, but not −
      0x2460...0x24FF, 0x2500...0x26FF, 0x2E80...0x303F, 0x3040...0x33FF, 0x3400...0x4DBF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F000...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// Returns the number of lines of wrapped text in a column, at least 1.
  ///
  /// - Parameters:
  ///   - column: characters; of merged columns, their sum.
  ///   - size: points.
  public static func lines(of text: String, column: Double, size: Double = 10.5) -> Int {
    let room = max(1, (column - 0.6) * 10.5 / size)
    // Most texts have one line.
    if !text.utf8.contains(0x0A), Double(width(of: text)) <= room { return 1 }
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { lines, paragraph in
      let estimate = Int((Double(paragraph.reduce(0) { $0 + width(of: $1) }) / room).rounded(.up))
      return lines + max(1, estimate, brokenLines(paragraph, room: room))
    }
  }

  /// Returns the number of lines when words of Latin letters and digits stay whole, as programs break them.
  private static func brokenLines(_ paragraph: Substring.UnicodeScalarView, room: Double) -> Int {
    var lines = 1
    var used = 0.0
    var word = 0.0
    func place(_ width: Double) {
      if used > 0, used + width > room {
        lines += 1
        used = 0
      }
      used += width
      // A word longer than a line goes on in the next.
      while used > room, used > 2 {
        lines += 1
        used -= room
      }
    }
    for scalar in paragraph {
      let width = Double(width(of: scalar))
      if width == 1, scalar != " " {
        word += width
        continue
      }
      if word > 0 { place(word) }
      word = 0
      place(width)
    }
    if word > 0 { place(word) }
    return lines
  }
}
