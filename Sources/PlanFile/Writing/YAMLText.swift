/// Text as a scalar of YAML.
public enum YAMLText {
  /// Returns the text plain where it can be read as nothing but itself, else in double quotes.
  public static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  public static func quoted(_ text: String) -> String {
    var out = "\""
    for character in text {
      switch character {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default: out.append(character)
      }
    }
    return out + "\""
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
