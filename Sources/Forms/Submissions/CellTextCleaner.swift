import PlanModel

/// Takes from typed text what carries no meaning: marks for width, spaces of every kind, invisible characters.
enum CellTextCleaner {
  /// The text with full-width letters, digits and marks made half-width, and white space at both ends,
  /// zero-width characters and byte order marks taken out. For comparing and for numbers, not for showing.
  static func halfWidth(_ text: String) -> String {
    if isPlain(text) { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: out.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000, 0xA0, 0x2000...0x200A, 0x202F: out.append(" ")
      case 0x200B...0x200F, 0x2060, 0xFEFF, 0x202A...0x202E: continue
      case 0x2212, 0x2013: out.append("-")
      default: out.unicodeScalars.append(scalar)
      }
    }
    return trimmed(out)
  }

  /// The text without white space at its ends (U+3000 and NBSP included) and without invisible characters.
  static func trimmed(_ text: String) -> String {
    if isPlain(text) { return text }
    let visible = text.unicodeScalars.filter { !(0x200B...0x200F).contains($0.value) && $0.value != 0xFEFF }
    var view = String(String.UnicodeScalarView(visible))[...]
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }

  /// True for a text that has nothing to be taken out or made narrow, as most have; told by its bytes alone.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return true }
    guard first > 0x20, last > 0x20 else { return false }
    // E3 80 80 is the ideographic space; C2, E1, E2 and EF begin the other spaces, the dashes, and the marks of full width.
    var ideographic = 0
    for byte in bytes {
      switch byte {
      case 0xC2, 0xE1, 0xE2, 0xEF: return false
      case 0xE3: ideographic = 1
      case 0x80 where ideographic > 0:
        ideographic += 1
        if ideographic == 3 { return false }
      default: ideographic = 0
      }
    }
    return true
  }

  /// The text of a heading or name as it is compared: half-width, without white space, brackets with what they hold,
  /// and marks; radicals that look like characters become the characters.
  static func key(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var depth = 0
    // By scalars: comparing characters costs more than all the rest of reading a form.
    for scalar in halfWidth(text).unicodeScalars {
      switch scalar {
      case "(", "[", "【", "〔": depth += 1
      case ")", "]", "】", "〕": depth = max(0, depth - 1)
      case _ where depth > 0: continue
      case ":", "*", "'", "\"", "“", "”", "、", ",", ".", "%": continue
      case _ where scalar.properties.isWhitespace: continue
      default: out.append(NameKey.character(scalar))
      }
    }
    return String(out)
  }
}
