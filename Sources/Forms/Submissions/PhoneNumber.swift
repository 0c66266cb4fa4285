/// Tells a telephone number from what a spreadsheet made of one.
enum PhoneNumber {
  /// Returns whether each number in the text may be dialled; true for an empty text, which another rule is about.
  ///
  /// Mobile numbers have 11 digits from 1 on; numbers with an area code begin with 0 and have at least 10 digits, more
  /// with an extension; local ones have 7 or 8. `1.3812E+10` and a number that lost its 0 are none of these.
  static func isWhole(_ text: String) -> Bool {
    CellTextCleaner.halfWidth(text).split(whereSeparator: { "、,;/\n".contains($0) }).allSatisfy { part in
      if part.contains(where: { $0 == "." || $0 == "E" || $0 == "e" }) { return false }
      let number = part.hasPrefix("+86") ? part.dropFirst(3) : part[...]
      let digits = number.filter(\.isNumber)
      if digits.isEmpty { return part.allSatisfy(\.isWhitespace) }
      switch digits.first {
      case "0": return (10...18).contains(digits.count)
      case "1" where digits.count == 11: return true
      default: return (7...8).contains(digits.count)
      }
    }
  }
}
