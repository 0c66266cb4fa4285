import XLSXWriting

/// Text on its way into a cell.
enum CellText {
  /// The text without U+0000, cut where it is longer than a cell holds, and then it says so.
  static func fitting(_ text: String) -> String {
    let clean = text.utf8.contains(0) ? text.filter { $0 != "\0" } : text
    guard clean.utf8.count > SheetLimits.cellText, clean.utf16.count > SheetLimits.cellText else { return clean }
    let note = "……（超出单元格容量，以下从略）"
    var room = SheetLimits.cellText - note.utf16.count
    let kept = clean.prefix { character in
      room -= character.utf16.count
      return room >= 0
    }
    return kept + note
  }
}
