import PlanModel

/// A number as somebody types it behind an option.
enum TypedNumber {
  /// Returns the number, written as forms take it: in digits of either width, its thousands parted by commas or not.
  ///
  /// - Throws: `.unreadableNumber`, `.numberTooLong`.
  static func read(_ text: String) throws(JobError) -> FixedDecimal {
    var plain = narrow(text)
    if plain.wholeMatch(of: #/[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?/#) != nil { plain.removeAll { $0 == "," } }
    if let number = FixedDecimal(plain) { return number }
    let isNumber = plain.wholeMatch(of: #/[+-]?[0-9]+(?:\.[0-9]*)?/#) != nil
    throw JobError(isNumber ? .numberTooLong : .unreadableNumber, text)
  }

  /// Returns the text with digits, signs, points and commas of full width as those of the keyboard.
  private static func narrow(_ text: String) -> String {
    var narrow = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF0B...0xFF0E, 0xFF10...0xFF19: narrow.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      default: narrow.append(scalar)
      }
    }
    return String(narrow)
  }
}
