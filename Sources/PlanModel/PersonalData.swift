/// Identity and telephone numbers in free text.
///
/// They are masked wherever such text leaves the unit's own files: in messages, lists, summaries and logs.
public enum PersonalData {
  /// The text with the middle of every such number as asterisks; anything else stays as it is.
  ///
  /// Taken for one: 18 digits, the last perhaps an X, or 15 (居民身份证号); 11 digits that begin with 13 to 19, with or
  /// without 86 before, hyphens or spaces between (手机号); an area code that begins with 0 and 7 or 8 digits behind it.
  public static func masked(_ text: String) -> String {
    guard text.utf8.lazy.filter({ (48...57).contains($0) }).count >= 10 else { return text }
    var characters = Array(text)
    var index = 0
    while index < characters.count {
      guard isDigit(characters[index]) else {
        index += 1
        continue
      }
      let run = run(in: characters, from: index)
      for place in hidden(run.map { characters[$0] }) { characters[run[place]] = "*" }
      index = (run.last ?? index) + 1
    }
    return String(characters)
  }

  /// The places of digits that hang together; one hyphen or space between two of them does not part them.
  private static func run(in characters: [Character], from start: Int) -> [Int] {
    var run = [start]
    var next = start + 1
    while next < characters.count {
      if isDigit(characters[next]) || (characters[next].lowercased() == "x" && run.count == 17) {
        run.append(next)
        next += 1
      } else if "- ".contains(characters[next]), next + 1 < characters.count, isDigit(characters[next + 1]) {
        next += 1
      } else {
        break
      }
    }
    return run
  }

  /// Which digits of a run are hidden; none if it is no such number.
  private static func hidden(_ digits: [Character]) -> Range<Int> {
    switch digits.count {
    case 18: return 6..<14
    case 15: return 6..<12
    case 11 where digits[0] == "1" && ("3"..."9").contains(digits[1]): return 3..<7
    case 13 where digits.starts(with: "861") && ("3"..."9").contains(digits[3]): return 5..<9
    case 10...12 where digits[0] == "0": return 4..<(digits.count - 3)
    default: return 0..<0
    }
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
