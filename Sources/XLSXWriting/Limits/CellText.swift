/// Text on its way into a cell.
public enum CellText {
  /// Returns the text without U+0000, cut where it is longer than a cell holds, and then it says so.
  public static func fitting(_ text: String) -> String {
    let clean = text.utf8.contains(0) ? text.filter { $0 != "\0" } : text
    guard clean.utf8.count * TextCheck.longestEscape > SheetLimits.cellText,
      TextCheck.length(clean) > SheetLimits.cellText
    else { return clean }
    var room = SheetLimits.cellText - overflow.utf16.count
    let kept = clean.prefix { character in
      // By itself an underscore begins no escape; with what follows it may.
      room -= character == "_" ? TextCheck.longestEscape : TextCheck.length(String(character))
      return room >= 0
    }
    return kept + overflow
  }

  /// Stands where a text was cut.
  static let overflow = "……（超出单元格容量，以下从略）"
}
