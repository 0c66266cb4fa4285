/// Text as a scalar of YAML.
public enum YAMLText {
  /// Returns the text plain where it can be read as nothing but itself, else in double quotes.
  public static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// - Source: YAML 1.2.2, 5.1 (characters) and 5.7 (escapes).
  public static func quoted(_ text: String) -> String {
    var out = "\""
    // By scalars: a carriage return with its line feed is one character.
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where !isWritten(scalar):
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// Returns false for what is no character of a YAML file, or breaks a line of it. All of these have four digits.
  private static func isWritten(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  private static let words: Set<String> = ["", "~", "null", "true", "false", "yes", "no", "on", "off"]

  /// Returns true for text of letters and marks without a meaning in YAML, in block and in flow style.
  private static func isPlain(_ text: String) -> Bool {
    guard !words.contains(text.lowercased()), let first = text.unicodeScalars.first,
      let last = text.unicodeScalars.last,
      first.properties.isAlphabetic, last != " "
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "（）、，。：；“”《》—％ -_./".unicodeScalars.contains(scalar)
    }
  }
}
